package org.clientele.platform.workbench.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.Alert.Condition;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for an alert. It stays open, with what is wrong in words, until the alert is saved or it is closed. */
final class AlertForm {
    private static final int WIDTH = 520;
    private static final List<String> CONDITIONS = List.of(
            "is above",
            "is below",
            "rises by more than",
            "falls by more than",
            "changes by more than",
            "has no data for more than");
    private static final List<String> GRAINS = List.of("day", "week", "month", "quarter", "year");
    private static final List<String> COMPARISONS = List.of("the period before", "the year before");

    private final Shell shell;
    private final SwtResources fonts;
    private final Palette palette;
    private final Alert before;
    private final Map<String, Control> fields = new LinkedHashMap<>();
    private final Label wrong;

    private AlertForm(Shell parent, Palette palette, Alert before, boolean fresh, List<String> metrics) {
        this.palette = palette;
        this.before = before;
        shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        fonts = SwtResources.of(shell.getDisplay());
        shell.setText(fresh ? "New alert" : "Change alert");
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 24;
        layout.marginHeight = 20;
        layout.verticalSpacing = 10;
        layout.horizontalSpacing = 16;
        shell.setLayout(layout);
        shell.setBackground(color(palette.theme().surface()));
        shell.setBackgroundMode(SWT.INHERIT_FORCE);
        wide(label(shell.getText(), 18, Weight.MEDIUM, palette.theme().text()));
        Combo metric = choice("metric", "Metric", metrics, -1, SWT.NONE);
        metric.setText(before.metric());
        choice("grain", "Of each", GRAINS, before.grain().ordinal(), SWT.READ_ONLY);
        Combo condition = choice(
                "condition", "Tell me when it", CONDITIONS, before.condition().ordinal(), SWT.READ_ONLY);
        text("threshold", "", fresh ? "" : threshold(before), "");
        choice(
                "comparison",
                "Against",
                COMPARISONS,
                before.comparison() == Comparison.YEAR_BEFORE ? 1 : 0,
                SWT.READ_ONLY);
        text("band", "Again only after", band(before, fresh), "a twentieth of the value");
        Objects.requireNonNull(fields.get("band"))
                .setToolTipText("How far it must come back behind the value before it is told again");
        text("where", "Only where", condition(before), "country = 'France', or nothing for all");
        others();
        text("title", "Title", before.title(), "what it says");
        wrong = label("", 13, Weight.REGULAR, palette.theme().bad());
        wide(wrong);
        condition.addListener(SWT.Selection, e -> adapt());
        adapt();
    }

    /**
     * Shows the form.
     *
     * @param before what it is filled with
     * @param fresh whether the value is left for the person to write
     * @param metrics the ids to choose from
     * @param save hears the alert, and what to tell the form: "" when it is saved, else what is wrong
     */
    static Shell open(
            Shell parent,
            Palette palette,
            Alert before,
            boolean fresh,
            List<String> metrics,
            BiConsumer<Alert, Consumer<String>> save) {
        AlertForm form = new AlertForm(parent, palette, before, fresh, metrics);
        form.buttons(save);
        Shell shell = form.shell;
        shell.setSize(WIDTH, shell.computeSize(WIDTH, SWT.DEFAULT).y);
        Rectangle over = parent.getBounds();
        shell.setLocation(
                over.x + (over.width - WIDTH) / 2, Math.max(0, over.y + (over.height - shell.getSize().y) / 3));
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.open();
        Objects.requireNonNull(form.fields.get("threshold")).setFocus();
        return shell;
    }

    private Condition condition() {
        return Condition.values()[((Combo) Objects.requireNonNull(fields.get("condition"))).getSelectionIndex()];
    }

    private void adapt() {
        Condition now = condition();
        Objects.requireNonNull(fields.get("comparison")).setEnabled(now.compares());
        Objects.requireNonNull(fields.get("grain")).setEnabled(now != Condition.NO_DATA);
        Objects.requireNonNull(fields.get("band")).setEnabled(now != Condition.NO_DATA);
        ((Text) Objects.requireNonNull(fields.get("threshold")))
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
            label("And", 13, Weight.REGULAR, palette.theme().secondary());
            Label said = label(
                    String.join("\n", all), 13, Weight.REGULAR, palette.theme().text());
            GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = WIDTH - 220;
            said.setLayoutData(data);
        }
    }

    private static String condition(Alert a) {
        List<String> all = a.filters().stream()
                .filter(Filter.Condition.class::isInstance)
                .map(f -> ((Filter.Condition) f).condition())
                .toList();
        return all.size() < 2 ? String.join("", all) : "(" + String.join(") and (", all) + ")";
    }

    private Combo choice(String name, String title, List<String> items, int index, int style) {
        label(title, 13, Weight.REGULAR, palette.theme().secondary());
        Combo combo = new Combo(shell, SWT.DROP_DOWN | style);
        combo.setItems(items.toArray(String[]::new));
        if (index >= 0) {
            combo.select(index);
        }
        field(name, combo);
        return combo;
    }

    private void text(String name, String title, String value, String example) {
        label(title, 13, Weight.REGULAR, palette.theme().secondary());
        Text text = new Text(shell, SWT.BORDER | SWT.SINGLE);
        text.setText(value);
        text.setMessage(example);
        field(name, text);
    }

    private void field(String name, Control control) {
        control.setFont(fonts.nativeFont(13, Weight.REGULAR));
        control.setData("name", "alert-" + name);
        control.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        fields.put(name, control);
    }

    private Label label(String text, int size, Weight weight, int argb) {
        Label label = new Label(shell, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(fonts.nativeFont(size, weight));
        label.setForeground(color(argb));
        return label;
    }

    private static void wide(Label label) {
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = WIDTH - 60;
        label.setLayoutData(wide);
    }

    private void buttons(BiConsumer<Alert, Consumer<String>> save) {
        Composite row = new Composite(shell, SWT.NONE);
        row.setLayout(new GridLayout(2, true));
        row.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false, 2, 1));
        button(row, "Cancel", shell::close);
        Button ok = button(row, "Save", () -> {
            try {
                save.accept(alert(), this::answered);
            } catch (AnalyticsException e) {
                answered(e.getMessage());
            }
        });
        ok.setData("name", "alert-save");
        shell.setDefaultButton(ok);
    }

    private Button button(Composite row, String text, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setText(text);
        button.setFont(fonts.nativeFont(13, Weight.MEDIUM));
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 96;
        button.setLayoutData(wide);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    private void answered(String what) {
        if (shell.isDisposed()) {
            return;
        }
        if (what.isEmpty()) {
            shell.close();
        } else {
            wrong.setText(what.replace("&", "&&"));
            shell.setSize(WIDTH, shell.computeSize(WIDTH, SWT.DEFAULT).y);
            shell.layout(true, true);
        }
    }

    private String said(String name) {
        Control control = Objects.requireNonNull(fields.get(name));
        return (control instanceof Combo combo ? combo.getText() : ((Text) control).getText()).strip();
    }

    /** @throws AnalyticsException ARGUMENT_INVALID for what is no number */
    private Alert alert() {
        Condition condition = condition();
        List<Filter> filters = new ArrayList<>(before.filters().stream()
                .filter(f -> !(f instanceof Filter.Condition))
                .toList());
        if (!said("where").isEmpty()) {
            filters.add(Filter.where(said("where")));
        }
        Alert alert = Alert.of(
                        said("metric"),
                        condition,
                        value(said("threshold"), condition),
                        Grain.valueOf(said("grain").toUpperCase(Locale.ROOT)))
                .withId(before.id())
                .withTitle(said("title").equals(before.title()) && changed(condition) ? "" : said("title"))
                .where(filters)
                .against(said("comparison").equals(COMPARISONS.get(1)) ? Comparison.YEAR_BEFORE : Comparison.PREVIOUS)
                .paused(before.paused());
        return said("band").isEmpty() || condition == Condition.NO_DATA
                ? alert
                : alert.withBand(value(said("band"), condition));
    }

    /** A title that says what an alert said before would be wrong. */
    private boolean changed(Condition condition) {
        return condition != before.condition()
                || !said("metric").equals(before.metric())
                || !said("threshold").equals(threshold(before));
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

    private static Color color(int argb) {
        return new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }
}
