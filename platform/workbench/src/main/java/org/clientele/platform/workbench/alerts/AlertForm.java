package org.clientele.platform.workbench.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.Alert.Condition;
import org.clientele.platform.workbench.page.Form;
import org.clientele.platform.workbench.page.MetricNames;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for an alert. It stays open, with what is wrong in words, until the alert is saved or it is closed. */
final class AlertForm {
    private static final List<String> CONDITIONS = List.of(
            "is above",
            "is below",
            "rises by more than",
            "falls by more than",
            "changes by more than",
            "has no data for more than");
    private static final List<String> GRAINS = List.of("day", "week", "month", "quarter", "year");
    private static final List<String> COMPARISONS = List.of("the period before", "the year before");

    private final Form form;
    private final Alert before;
    private final MetricNames metrics;

    private AlertForm(Shell parent, Palette palette, Alert before, boolean fresh, MetricNames metrics) {
        this.before = before;
        this.metrics = metrics;
        form = new Form(parent, palette, "alert", fresh ? "New alert" : "Change alert");
        form.choice("metric", "Metric", metrics.labels(), -1, SWT.NONE).setText(metrics.label(before.metric()));
        form.choice("grain", "Of each", GRAINS, before.grain().ordinal(), SWT.READ_ONLY);
        Combo condition = form.choice(
                "condition", "Tell me when it", CONDITIONS, before.condition().ordinal(), SWT.READ_ONLY);
        form.text("threshold", "", fresh ? "" : threshold(before), "");
        form.choice(
                "comparison",
                "Against",
                COMPARISONS,
                before.comparison() == Comparison.YEAR_BEFORE ? 1 : 0,
                SWT.READ_ONLY);
        form.text("band", "Again only after", band(before, fresh), "a twentieth of the value")
                .setToolTipText("How far it must come back behind the value before it is told again");
        form.text("where", "Only where", condition(before), "country = 'France', or nothing for all");
        others();
        form.text("title", "Title", before.title(), "what it says");
        condition.addListener(SWT.Selection, e -> adapt());
        adapt();
    }

    /**
     * Shows the form.
     *
     * @param before what it is filled with
     * @param fresh whether the value is left for the person to write
     * @param metrics those to choose from
     * @param save hears the alert, and what to tell the form: "" when it is saved, else what is wrong
     */
    static Shell open(
            Shell parent,
            Palette palette,
            Alert before,
            boolean fresh,
            MetricNames metrics,
            BiConsumer<Alert, Consumer<String>> save) {
        AlertForm asked = new AlertForm(parent, palette, before, fresh, metrics);
        return asked.form.open("threshold", "Cancel", "Save", asked::alert, save);
    }

    private Condition condition() {
        return Condition.values()[form.index("condition")];
    }

    private void adapt() {
        Condition now = condition();
        form.control("comparison").setEnabled(now.compares());
        form.control("grain").setEnabled(now != Condition.NO_DATA);
        form.control("band").setEnabled(now != Condition.NO_DATA);
        ((Text) form.control("threshold"))
                .setMessage(
                        now.compares() ? "20 %" : now == Condition.NO_DATA ? "3 days" : "500000, in the metric's unit");
    }

    /** Filters that are more than a condition come from the tile that the alert was made for. */
    private void others() {
        List<String> all = before.filters().stream()
                .filter(f -> !(f instanceof Filter.Condition))
                .map(FilterText::of)
                .toList();
        if (!all.isEmpty()) {
            form.fixed("And", String.join("\n", all));
        }
    }

    private static String condition(Alert a) {
        List<String> all = a.filters().stream()
                .filter(Filter.Condition.class::isInstance)
                .map(f -> ((Filter.Condition) f).condition())
                .toList();
        return all.size() < 2 ? String.join("", all) : "(" + String.join(") and (", all) + ")";
    }

    /** @throws AnalyticsException ARGUMENT_INVALID for what is no number */
    private Alert alert() {
        Condition condition = condition();
        List<Filter> filters = new ArrayList<>(before.filters().stream()
                .filter(f -> !(f instanceof Filter.Condition))
                .toList());
        if (!form.said("where").isEmpty()) {
            filters.add(Filter.where(form.said("where")));
        }
        Alert alert = Alert.of(
                        metrics.id(form.said("metric")),
                        condition,
                        value(form.said("threshold"), condition),
                        Grain.valueOf(form.said("grain").toUpperCase(Locale.ROOT)))
                .withId(before.id())
                .withTitle(form.said("title").equals(before.title()) && changed(condition) ? "" : form.said("title"))
                .where(filters)
                .against(
                        form.said("comparison").equals(COMPARISONS.get(1))
                                ? Comparison.YEAR_BEFORE
                                : Comparison.PREVIOUS)
                .paused(before.paused());
        return form.said("band").isEmpty() || condition == Condition.NO_DATA
                ? alert
                : alert.withBand(value(form.said("band"), condition));
    }

    /** A title that says what an alert said before would be wrong. */
    private boolean changed(Condition condition) {
        return condition != before.condition()
                || !metrics.id(form.said("metric")).equals(before.metric())
                || !form.said("threshold").equals(threshold(before));
    }

    /** Digits, perhaps with thousands commas; of a change a percentage. */
    static double value(String text, Condition condition) {
        String plain =
                text.replace("days", "").replace("%", "").replace(",", "").strip();
        try {
            double v = Double.parseDouble(plain);
            boolean percent = condition.compares() || text.contains("%");
            return percent ? v / 100 : v;
        } catch (NumberFormatException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    "\"" + text + "\" is no number like " + (condition.compares() ? "20 %." : "500000."),
                    e);
        }
    }

    private static String threshold(Alert a) {
        return number(a.threshold(), a.condition());
    }

    private static String band(Alert a, boolean fresh) {
        return fresh || a.condition() == Condition.NO_DATA ? "" : number(a.band(), a.condition());
    }

    private static String number(double value, Condition condition) {
        double shown = condition.compares() ? value * 100 : value;
        String digits = shown == Math.rint(shown) && Math.abs(shown) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) shown)
                : Double.toString(shown);
        return condition.compares() ? digits + " %" : digits;
    }
}
