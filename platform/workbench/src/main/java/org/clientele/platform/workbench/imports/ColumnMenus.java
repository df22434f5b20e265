package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.workbench.page.Ask;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;

/** The lists of the columns step: where a column goes, how it is written, what every row gets. */
final class ColumnMenus {
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "CHF", "SEK", "DKK", "PLN", "JPY");
    private static final List<String> DATES = List.of(
            "yyyy-MM-dd",
            "yyyyMMdd",
            "dd.MM.yyyy",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "yyyy-MM-dd HH:mm:ss",
            "dd.MM.yyyy HH:mm",
            "dd/MM/yyyy HH:mm",
            "MM/dd/yyyy HH:mm");
    private static final List<String> NUMBERS = List.of("1,234.56", "1.234,56", "1 234,56", "1'234.56");

    private final Wizard wizard;

    ColumnMenus(Wizard wizard) {
        this.wizard = wizard;
    }

    /** Where a column goes. */
    void target(String place, ProposedTable t, SourceColumn c) {
        CustomerModel.Table model = TableMapping.target(t);
        List<PopUp.Entry> all = new ArrayList<>();
        for (ColumnSpec spec : model.columns()) {
            String needed = model.required().contains(spec.name()) ? " (needed)" : "";
            String from = TableMapping.sourceOf(t, spec.name());
            boolean mine = c.targets().contains(spec.name());
            String now = from.isEmpty() || mine ? "" : "  ←  " + from;
            all.add(PopUp.Entry.of(
                    spec.label() + needed + now, mine, () -> change(TableMapping.map(t, c.index(), spec.name()))));
        }
        all.add(PopUp.Entry.line());
        all.add(PopUp.Entry.of(
                "Keep as attribute", c.attribute() && !c.leftOut(), () -> change(TableMapping.keep(t, c.index()))));
        all.add(PopUp.Entry.of("Leave out", c.leftOut(), () -> change(TableMapping.leaveOut(t, c.index()))));
        PopUp.open(wizard.pane(), place, all);
    }

    private void change(ProposedTable now) {
        wizard.model().changeTable(old -> now);
        wizard.changed();
    }

    /** Ways of writing values of a type that can be chosen. */
    List<String> formats(ColumnType type) {
        return switch (type) {
            case DATE, TIMESTAMP -> DATES;
            case INTEGER, DECIMAL, DOUBLE -> NUMBERS;
            case TEXT, BOOLEAN -> List.of();
        };
    }

    /** How a column is written. */
    void format(String place, ProposedTable t, ColumnSpec spec, SourceColumn c) {
        List<PopUp.Entry> all = new ArrayList<>();
        all.add(PopUp.Entry.of(
                "Find out over all rows", c.format().isEmpty(), () -> change(TableMapping.format(t, spec.name(), ""))));
        all.add(PopUp.Entry.line());
        List<String> known = new ArrayList<>(formats(spec.type()));
        if (!c.format().isEmpty() && !known.contains(c.format())) {
            known.add(0, c.format());
        }
        for (String written : known) {
            all.add(PopUp.Entry.of(
                    written, written.equals(c.format()), () -> change(TableMapping.format(t, spec.name(), written))));
        }
        all.add(PopUp.Entry.line());
        boolean number = formats(spec.type()).equals(NUMBERS);
        all.add(PopUp.Entry.of(
                "Other…",
                false,
                () -> wizard.asks()
                        .line(
                                new Ask.Question(
                                        "How is " + c.header() + " written?",
                                        number
                                                ? "A number as the file writes it, such as 1.234,56."
                                                : "d day, M month, y year, H hour, m minute, s second: dd.MM.yyyy HH:mm.",
                                        c.format()),
                                written -> change(TableMapping.format(t, spec.name(), written)))));
        PopUp.open(wizard.pane(), place, all);
    }

    /** Changes what every row gets, or takes it away. */
    void constant(String place, ProposedTable t, String column) {
        List<PopUp.Entry> all = new ArrayList<>(values(t, column));
        if (t.recipe().constants().containsKey(column)) {
            all.add(PopUp.Entry.line());
            all.add(PopUp.Entry.of("Take away", false, () -> change(TableMapping.constant(t, column, ""))));
        }
        PopUp.open(wizard.pane(), place, all);
    }

    private List<PopUp.Entry> values(ProposedTable t, String column) {
        String now = t.recipe().constants().getOrDefault(column, "");
        List<PopUp.Entry> all = new ArrayList<>();
        if (column.equals("currency")) {
            for (String code : CURRENCIES) {
                all.add(PopUp.Entry.of(code, code.equals(now), () -> change(TableMapping.constant(t, column, code))));
            }
        }
        all.add(PopUp.Entry.of(all.isEmpty() ? "A value…" : "Another…", false, () -> askValue(t, column, now)));
        return all;
    }

    private void askValue(ProposedTable t, String column, String now) {
        wizard.asks()
                .line(
                        new Ask.Question(
                                TableMapping.label(t, column), "Every row of " + t.name() + " gets this value.", now),
                        value -> {
                            if (!value.isEmpty()) {
                                change(TableMapping.constant(t, column, value));
                            }
                        });
    }

    /** Gives every row a value in a column that nothing fills. */
    void addConstant(String place, ProposedTable t) {
        List<PopUp.Entry> all = new ArrayList<>();
        for (ColumnSpec spec : TableMapping.target(t).columns()) {
            boolean free = TableMapping.sourceOf(t, spec.name()).isEmpty()
                    && !t.recipe().constants().containsKey(spec.name());
            if (free) {
                List<PopUp.Entry> values = values(t, spec.name());
                all.add(
                        values.size() > 1
                                ? PopUp.Entry.list(spec.label(), values)
                                : PopUp.Entry.of(
                                        spec.label() + "…", false, values.get(0).action()));
            }
        }
        PopUp.open(wizard.pane(), place, all);
    }
}
