package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.workbench.page.Ask;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;

/** The lists of the columns step: where a column goes, how it is written, what every row gets. */
final class ColumnMenus {
    private static final Texts TEXTS = Texts.of(ColumnMenus.class);
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
            String label = model.required().contains(spec.name())
                    ? TEXTS.get("columns.target.needed", spec.label())
                    : spec.label();
            String from = TableMapping.sourceOf(t, spec.name());
            boolean mine = c.targets().contains(spec.name());
            String shown = from.isEmpty() || mine ? label : TEXTS.get("columns.target.from", label, from);
            all.add(PopUp.Entry.of(shown, mine, () -> change(TableMapping.map(t, c.index(), spec.name()))));
        }
        all.add(PopUp.Entry.line());
        all.add(PopUp.Entry.of(
                TEXTS.get("columns.attribute"),
                c.attribute() && !c.leftOut(),
                () -> change(TableMapping.keep(t, c.index()))));
        all.add(PopUp.Entry.of(
                TEXTS.get("columns.leave.out"), c.leftOut(), () -> change(TableMapping.leaveOut(t, c.index()))));
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
                TEXTS.get("columns.find.out"),
                c.format().isEmpty(),
                () -> change(TableMapping.format(t, spec.name(), ""))));
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
                TEXTS.get("columns.other"),
                false,
                () -> wizard.asks()
                        .line(
                                new Ask.Question(
                                        TEXTS.get("columns.how", c.header()),
                                        number ? TEXTS.get("columns.how.number") : TEXTS.get("columns.how.date"),
                                        c.format()),
                                written -> change(TableMapping.format(t, spec.name(), written)))));
        PopUp.open(wizard.pane(), place, all);
    }

    /** Changes what every row gets, or takes it away. */
    void constant(String place, ProposedTable t, String column) {
        List<PopUp.Entry> all = new ArrayList<>(values(t, column));
        if (t.recipe().constants().containsKey(column)) {
            all.add(PopUp.Entry.line());
            all.add(PopUp.Entry.of(
                    TEXTS.get("columns.take.away"), false, () -> change(TableMapping.constant(t, column, ""))));
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
        all.add(PopUp.Entry.of(
                all.isEmpty() ? TEXTS.get("columns.value") : TEXTS.get("columns.another"),
                false,
                () -> askValue(t, column, now)));
        return all;
    }

    private void askValue(ProposedTable t, String column, String now) {
        wizard.asks()
                .line(
                        new Ask.Question(TableMapping.label(t, column), TEXTS.get("columns.this.value", t.name()), now),
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
