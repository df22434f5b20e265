package org.clientele.platform.warehouse.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;

/**
 * Tables whose key a source does not have although all of it says what it is: events, answers of surveys, who saw which
 * variant. Their rows are told apart by their number.
 */
final class Keys {
    private static final Texts TEXTS = Texts.of(Keys.class);

    private static final Set<String> ARMS = Set.of(
            "control",
            "treatment",
            "test",
            "a",
            "b",
            "c",
            "variant",
            "baseline",
            "original",
            "variation",
            "kontrolle",
            "old",
            "new",
            "exposed",
            "holdout",
            "ad",
            "psa");
    private static final Set<String> PERSONAL = Set.of(
            "age",
            "gender",
            "birth",
            "marital",
            "education",
            "occupation",
            "income",
            "household",
            "tenure",
            "churn",
            "customer");
    private static final int FEWEST_PERSONAL = 2;
    private static final int MOST_ARMS = 6;

    private Keys() {}

    /** Whether a table can do without what the source lacks of it. */
    static boolean made(TableMatch m) {
        List<String> missing = m.missing();
        return switch (m.table().name()) {
            case CustomerModel.INTERACTION ->
                missing.equals(List.of("interaction_id"))
                        && m.score("kind") >= 0.7
                        && (m.has("customer_id") || m.has("session_id"));
            case CustomerModel.FEEDBACK ->
                missing.equals(List.of("feedback_id"))
                        && m.has("score")
                        && (m.has("comment") || about(m, "feedback"))
                        && (m.has("given_at") || m.has("customer_id"));
            case CustomerModel.EXPOSURE -> missing.equals(List.of("experiment_id")) && m.has("customer_id") && arms(m);
            default -> false;
        };
    }

    private static boolean about(TableMatch m, String word) {
        return m.source().about().contains(word);
    }

    /** Whether there are a few variants, and the header or the values say that they are such. */
    private static boolean arms(TableMatch m) {
        int at = m.columns().getOrDefault("variant", -1);
        if (at < 0) {
            return false;
        }
        ColumnProfile p = m.source().profiles().get(at);
        boolean few = p.distinct().size() >= 2 && p.distinct().size() <= MOST_ARMS;
        boolean named = m.source().meanings().get(at).contains("variant");
        boolean said = p.distinct().stream()
                .allMatch(v -> List.of(v.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
                        .anyMatch(ARMS::contains));
        boolean outcome = m.has("converted") || m.has("visited") || m.has("exposed_at") || flags(m);
        return few && (named || said) && outcome;
    }

    private static boolean flags(TableMatch m) {
        return m.source().profiles().stream()
                .anyMatch(p -> p.truth() > 0.95 && p.distinct().size() == 2);
    }

    /** Whether the columns are about persons: they say at least two things that only persons have. */
    static boolean persons(TableMatch.Source source) {
        Set<String> found = source.meanings().stream()
                .flatMap(List::stream)
                .filter(PERSONAL::contains)
                .collect(Collectors.toSet());
        return found.size() >= FEWEST_PERSONAL;
    }

    /** Gives the rows of a draft what tells them apart. */
    static void give(Draft d) {
        TableMatch m = d.match;
        if (m == null || m.missing().isEmpty() || d.has(m.missing().get(0))) {
            return;
        }
        String key = m.missing().get(0);
        if (d.entity.equals(CustomerModel.EXPOSURE)) {
            d.constants.put(key, d.slug());
            d.doubts.add(TEXTS.get("keys.file_names_no_experiment", d.slug()));
            return;
        }
        if (!Set.of(CustomerModel.INTERACTION, CustomerModel.FEEDBACK, CustomerModel.CUSTOMER)
                .contains(d.entity)) {
            return;
        }
        String time = d.columns.getOrDefault(m.table().time(), "");
        String first = time.isEmpty() ? d.slug() : time.contains("{") ? time : "{" + time + "}";
        d.columns.put(key, first + "-{#}");
        d.doubts.add(TEXTS.get("keys.file_has_no_its", key));
    }
}
