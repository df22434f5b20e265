package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.SetSize;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Customer sets as text, or as JSON. */
record SetsText(CustomerSets sets, PrintWriter out, boolean json, CancelSignal cancel) {
    private static final Texts TEXTS = Texts.of(SetsText.class);

    void list() {
        List<CustomerSet> all = sets.all();
        if (json) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            all.forEach(set -> array.add(node(set, size(set))));
            Json.write(out, array);
            return;
        }
        if (all.isEmpty()) {
            out.println(TEXTS.get("sets.no_customer_sets_yet"));
        }
        all.forEach(set -> print(set, size(set)));
    }

    void show(String done, CustomerSet set) {
        if (json) {
            Json.write(out, node(set, size(set)));
            return;
        }
        if (!done.isEmpty()) {
            out.println(done);
        }
        print(set, size(set));
        if (!set.description().isEmpty()) {
            out.println("  " + set.description());
        }
    }

    void gone(CustomerSet set) {
        if (json) {
            Json.write(out, node(set, null));
        } else {
            out.println(TEXTS.get("sets.deleted_for_thirty_days", set.name(), set.key()));
        }
    }

    /** Null for a set that cannot be counted any more, because a column or another set that its rule names is gone. */
    private @Nullable SetSize size(CustomerSet set) {
        try {
            return sets.size(set, cancel);
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            return null;
        }
    }

    private void print(CustomerSet set, @Nullable SetSize size) {
        String counted = set.name() + ": " + counted(size);
        out.println("set." + set.key() + "  " + (set.fixed() ? counted : TEXTS.get("sets.by_rule", counted)));
        out.println("  " + set.said()
                + (set.dataAsOf() == null || !set.fixed()
                        ? ""
                        : " "
                                + TEXTS.get(
                                        "sets.data_as_of",
                                        Json.moment(set.dataAsOf()).replace('T', ' '))));
    }

    private static String counted(@Nullable SetSize size) {
        if (size == null) {
            return TEXTS.get("sets.uncounted");
        }
        String share = String.format(Locale.ENGLISH, "%.1f", 100 * size.share());
        return size.gone() == 0
                ? TEXTS.get("sets.size", size.members(), share)
                : TEXTS.get("sets.size_gone", size.members(), share, size.gone());
    }

    private static ObjectNode node(CustomerSet set, @Nullable SetSize size) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("set", set.key())
                .put("dimension", set.dimension())
                .put("name", set.name())
                .put("description", set.description())
                .put("kind", set.fixed() ? "fixed" : "rule")
                .put("said", set.said())
                .put("madeAt", set.madeAt().toString())
                .put("dataAsOf", set.dataAsOf() == null ? null : Json.moment(set.dataAsOf()))
                .put("policy", set.madeUnder());
        if (size != null) {
            node.put("customers", size.members()).put("gone", size.gone()).put("share", size.share());
        }
        return node;
    }
}
