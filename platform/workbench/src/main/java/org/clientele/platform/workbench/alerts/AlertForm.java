package org.clientele.platform.workbench.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.Alert.Condition;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.Form;
import org.clientele.platform.workbench.page.MetricNames;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for an alert. It stays open, with what is wrong in words, until the alert is saved or it is closed. */
final class AlertForm {
    private static final Texts TEXTS = Texts.of(AlertForm.class);
    /** Conditions are written in the formula language, which is the same for all. */
    private static final String WHERE = "country = 'France'";

    private static final int EXAMPLE_VALUE = 500_000;
    private static final int EXAMPLE_PERCENT = 20;
    private static final int EXAMPLE_DAYS = 3;
    private static final int YEAR_BEFORE = 1;

    private final Form form;
    private final Alert before;
    private final MetricNames metrics;
    private final Figures figures;

    private AlertForm(
            Shell parent, Palette palette, Alert before, boolean fresh, MetricNames metrics, Figures figures) {
        this.before = before;
        this.metrics = metrics;
        this.figures = figures;
        form = new Form(parent, palette, "alert", TEXTS.get(fresh ? "form.new" : "form.change"));
        form.choice("metric", TEXTS.get("form.metric"), metrics.labels(), -1, SWT.NONE)
                .setText(metrics.label(before.metric()));
        form.choice("grain", TEXTS.get("form.grain"), grains(), before.grain().ordinal(), SWT.READ_ONLY);
        Combo condition = form.choice(
                "condition",
                TEXTS.get("form.condition"),
                conditions(),
                before.condition().ordinal(),
                SWT.READ_ONLY);
        form.text("threshold", "", fresh ? "" : threshold(before), "");
        form.choice(
                "comparison",
                TEXTS.get("form.against"),
                List.of(TEXTS.get("against.previous"), TEXTS.get("against.year")),
                before.comparison() == Comparison.YEAR_BEFORE ? YEAR_BEFORE : 0,
                SWT.READ_ONLY);
        form.text("band", TEXTS.get("form.band"), band(before, fresh), TEXTS.get("form.band.usual"))
                .setToolTipText(TEXTS.get("form.band.hint"));
        form.text("where", TEXTS.get("form.where"), condition(before), TEXTS.get("form.where.hint", WHERE));
        others();
        form.text("title", TEXTS.get("form.title"), before.title(), TEXTS.get("form.title.hint"));
        condition.addListener(SWT.Selection, e -> adapt());
        adapt();
    }

    /**
     * Shows the form.
     *
     * @param before what it is filled with
     * @param fresh whether the value is left for the person to write
     * @param metrics those to choose from
     * @param figures how numbers are written
     * @param save hears the alert, and what to tell the form: "" when it is saved, else what is wrong
     */
    static Shell open(
            Shell parent,
            Palette palette,
            Alert before,
            boolean fresh,
            MetricNames metrics,
            Figures figures,
            BiConsumer<Alert, Consumer<String>> save) {
        AlertForm asked = new AlertForm(parent, palette, before, fresh, metrics, figures);
        return asked.form.open("threshold", TEXTS.get("form.cancel"), TEXTS.get("form.save"), asked::alert, save);
    }

    private Condition condition() {
        return Condition.values()[form.index("condition")];
    }

    private void adapt() {
        Condition now = condition();
        form.control("comparison").setEnabled(now.compares());
        form.control("grain").setEnabled(now != Condition.NO_DATA);
        form.control("band").setEnabled(now != Condition.NO_DATA);
        String example = example(now);
        ((Text) form.control("threshold"))
                .setMessage(
                        now.compares() || now == Condition.NO_DATA ? example : TEXTS.get("form.value.hint", example));
    }

    /** Filters that are more than a condition come from the tile that the alert was made for. */
    private void others() {
        List<String> all = before.filters().stream()
                .filter(f -> !(f instanceof Filter.Condition))
                .map(FilterText::of)
                .toList();
        if (!all.isEmpty()) {
            form.fixed(TEXTS.get("form.and"), String.join("\n", all));
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
                        Grain.values()[form.index("grain")])
                .withId(before.id())
                .withTitle(form.said("title").equals(before.title()) && changed(condition) ? "" : form.said("title"))
                .where(filters)
                .against(form.index("comparison") == YEAR_BEFORE ? Comparison.YEAR_BEFORE : Comparison.PREVIOUS)
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

    /** Digits as the reader writes them, perhaps with the word for days; of a change a percentage. */
    private double value(String text, Condition condition) {
        try {
            double v = figures.parsed(text.replaceAll("[\\p{L}%]", ""));
            return condition.compares() || text.contains("%") ? v / 100 : v;
        } catch (NumberFormatException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("wrong.number", text, example(condition)), e);
        }
    }

    private String example(Condition condition) {
        if (condition == Condition.NO_DATA) {
            return TEXTS.get("form.days", figures.counted(EXAMPLE_DAYS));
        }
        return condition.compares() ? figures.typed(EXAMPLE_PERCENT) + " %" : figures.typed(EXAMPLE_VALUE);
    }

    private String threshold(Alert a) {
        return number(a.threshold(), a.condition());
    }

    private String band(Alert a, boolean fresh) {
        return fresh || a.condition() == Condition.NO_DATA ? "" : number(a.band(), a.condition());
    }

    private String number(double value, Condition condition) {
        return condition.compares() ? figures.typed(Math.rint(value * 1e10) / 1e8) + " %" : figures.typed(value);
    }

    private static List<String> grains() {
        return Stream.of(Grain.values())
                .map(g -> TEXTS.get("grain." + g.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> conditions() {
        return Stream.of(Condition.values())
                .map(c -> TEXTS.get("condition." + c.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
