package org.clientele.platform.runtime.records;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.runtime.records.CustomerCard.Fact;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/** Puts a customer's card together. */
record CustomerFacts(RecordSource source, String customer, CancelSignal cancel) {
    private static final Texts TEXTS = Texts.of(CustomerFacts.class);
    private static final double TENTH = 0.1;

    /** The key is the card's title; a place on the globe says nothing beside a city. */
    private static final Set<String> NOT_TOLD = Set.of("customer_id", "latitude", "longitude");

    CustomerCard card() {
        CustomerModel.Table table = source.model().table(CustomerModel.CUSTOMER);
        String[] names = table.columns().stream().map(ColumnSpec::name).toArray(String[]::new);
        Set<String> hidden = new HashSet<>(source.hidden(RowQuery.of(table.name(), names), cancel));
        if (hidden.contains(table.key())) {
            throw new AnalyticsException(ErrorCode.FORBIDDEN, TEXTS.get("facts.hidden"));
        }
        List<String> seen = table.columns().stream()
                .map(ColumnSpec::name)
                .filter(n -> !hidden.contains(n))
                .toList();
        Frame row = source.query(
                RowQuery.of(table.name(), seen.toArray(String[]::new))
                        .where(Filter.in("customer", customer))
                        .page(0, 1),
                cancel);
        List<Fact> facts = new ArrayList<>();
        String name = "";
        for (ColumnSpec spec : table.columns()) {
            if (hidden.contains(spec.name())) {
                facts.add(new Fact(spec.label(), "", true));
            } else if (row.rowCount() > 0 && !row.column(spec.name()).isNull(0) && !NOT_TOLD.contains(spec.name())) {
                Column c = row.column(spec.name());
                String value = spec.name().equals("birth_year")
                        ? String.valueOf(c.valueAt(0))
                        : source.format().exact(c, 0);
                if (spec.name().equals("name")) {
                    name = value;
                } else {
                    facts.add(new Fact(spec.label(), value, false));
                }
            }
        }
        facts.addAll(buying());
        return new CustomerCard(customer, name, facts);
    }

    /** Days on which she bought: the first, the last and how far they are apart. */
    private List<Fact> buying() {
        Frame days = source.query(
                MetricQuery.of("clientele.core/orders").by("day").where(Filter.in("customer", customer)), cancel);
        List<LocalDate> bought = new ArrayList<>();
        Column day = days.column("day");
        for (int row = 0; row < days.rowCount(); row++) {
            if (days.column("orders").doubleAt(row) > 0 && day.valueAt(row) instanceof LocalDate d) {
                bought.add(d);
            }
        }
        if (bought.isEmpty()) {
            return List.of(new Fact(TEXTS.get("facts.purchases"), TEXTS.get("facts.none"), false));
        }
        LocalDate first = bought.get(0);
        LocalDate last = bought.get(bought.size() - 1);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(TEXTS.get("facts.first"), source.format().period(first, Grain.DAY), false));
        facts.add(new Fact(TEXTS.get("facts.last"), source.format().period(last, Grain.DAY), false));
        if (bought.size() > 1) {
            double gap = (double) ChronoUnit.DAYS.between(first, last) / (bought.size() - 1);
            String apart = source.format().tick(gap, TENTH, Unit.none());
            facts.add(new Fact(TEXTS.get("facts.gap"), TEXTS.get("facts.gap.mean", apart), false));
        }
        return facts;
    }
}
