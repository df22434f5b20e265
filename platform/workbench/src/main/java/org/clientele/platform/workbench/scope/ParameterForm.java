package org.clientele.platform.workbench.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.platform.runtime.AnalysisView;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Sliders and fields for what can be chosen about an analysis; cards follow as they move. UI thread only. */
public final class ParameterForm {
    private static final Texts TEXTS = Texts.of(ParameterForm.class);
    private static final int WIDTH = 380;
    /** A slider that moves asks once it rests for so long. */
    private static final int RESTS_MILLIS = 200;

    private static final int STEPS = 100;

    private final Shell shell;
    private final Palette palette;
    private final Narrowable page;
    private final List<Runnable> resets = new ArrayList<>();
    private int moves;

    private ParameterForm(Shell parent, Palette palette, Narrowable page, String title) {
        this.palette = palette;
        this.page = page;
        shell = new Shell(parent, SWT.TOOL | SWT.CLOSE | SWT.TITLE);
        shell.setText(title);
        shell.setData("name", "parameters");
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 16;
        layout.marginHeight = 14;
        layout.verticalSpacing = 8;
        shell.setLayout(layout);
        shell.setBackground(Palette.color(palette.theme().surface()));
        shell.setBackgroundMode(SWT.INHERIT_FORCE);
    }

    /**
     * Opens it at a place of the display.
     *
     * @param title whose parameters they are
     * @param parameters with what is chosen now
     */
    public static Shell open(
            Shell parent,
            Palette palette,
            Narrowable page,
            String title,
            Map<AnalysisView.Parameter, String> parameters,
            Point at) {
        ParameterForm form = new ParameterForm(parent, palette, page, title);
        parameters.forEach(form::row);
        form.buttons();
        Shell shell = form.shell;
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.pack();
        shell.setSize(Math.max(WIDTH, shell.getSize().x), shell.getSize().y);
        shell.setLocation(at);
        shell.open();
        return shell;
    }

    private void row(AnalysisView.Parameter p, String value) {
        if (p.kind().equals("flag")) {
            flag(p, value);
            return;
        }
        Label label = styled(new Label(shell, SWT.NONE), p);
        label.setText(p.label());
        boolean slides = !Double.isInfinite(p.least()) && !Double.isInfinite(p.most());
        if (!p.choices().isEmpty()) {
            choice(p, value);
        } else if (slides && (p.kind().equals("integer") || p.kind().equals("number"))) {
            slider(p, value);
        } else {
            text(p, value);
        }
    }

    private void flag(AnalysisView.Parameter p, String value) {
        Button check = styled(new Button(shell, SWT.CHECK), p);
        check.setText(p.label());
        check.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        check.setSelection(Boolean.parseBoolean(value));
        check.addListener(SWT.Selection, e -> choose(p, Boolean.toString(check.getSelection())));
        resets.add(() -> check.setSelection(Boolean.parseBoolean(p.initial())));
    }

    private void choice(AnalysisView.Parameter p, String value) {
        Combo combo = styled(new Combo(shell, SWT.DROP_DOWN | SWT.READ_ONLY), p);
        p.choiceLabels().forEach(combo::add);
        combo.select(p.choices().indexOf(value));
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        combo.addListener(SWT.Selection, e -> choose(p, p.choices().get(combo.getSelectionIndex())));
        resets.add(() -> combo.select(p.choices().indexOf(p.initial())));
    }

    private void slider(AnalysisView.Parameter p, String value) {
        double step = step(p);
        Scale scale = styled(new Scale(shell, SWT.HORIZONTAL), p);
        scale.setMinimum(0);
        scale.setMaximum((int) Math.round((p.most() - p.least()) / step));
        scale.setIncrement(1);
        scale.setPageIncrement(Math.max(1, scale.getMaximum() / 10));
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.widthHint = 180;
        scale.setLayoutData(wide);
        Label said = styled(new Label(shell, SWT.RIGHT), p);
        GridData beside = new GridData(SWT.END, SWT.CENTER, false, false);
        beside.widthHint = 64;
        said.setLayoutData(beside);
        Supplier<String> now = () -> number(p, p.least() + scale.getSelection() * step);
        scale.setSelection(position(p, value, step));
        said.setText(value);
        scale.addListener(SWT.Selection, e -> {
            said.setText(now.get());
            rested(() -> choose(p, now.get()));
        });
        resets.add(() -> {
            scale.setSelection(position(p, p.initial(), step));
            said.setText(p.initial());
        });
    }

    private static double step(AnalysisView.Parameter p) {
        if (p.step() > 0) {
            return p.step();
        }
        return p.kind().equals("integer") ? 1 : (p.most() - p.least()) / STEPS;
    }

    private static int position(AnalysisView.Parameter p, String value, double step) {
        try {
            return (int) Math.round((Double.parseDouble(value) - p.least()) / step);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** As the analysis reads it. */
    private static String number(AnalysisView.Parameter p, double value) {
        return p.kind().equals("integer")
                ? Long.toString(Math.round(value))
                : java.math.BigDecimal.valueOf(value)
                        .round(new java.math.MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private void text(AnalysisView.Parameter p, String value) {
        Text text = styled(new Text(shell, SWT.BORDER | SWT.SINGLE), p);
        text.setText(value);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        Consumer<String> take = typed -> choose(p, typed);
        text.addListener(SWT.DefaultSelection, e -> take.accept(text.getText().strip()));
        text.addListener(SWT.FocusOut, e -> take.accept(text.getText().strip()));
        resets.add(() -> text.setText(p.initial()));
    }

    private void rested(Runnable deed) {
        int mine = ++moves;
        shell.getDisplay().timerExec(RESTS_MILLIS, () -> {
            if (mine == moves && !shell.isDisposed()) {
                deed.run();
            }
        });
    }

    private void choose(AnalysisView.Parameter p, String value) {
        String wanted = value.equals(p.initial()) ? null : value;
        page.narrow(
                page.scope().chosen(p.name(), wanted),
                TEXTS.get("parameters.deed", p.label().toLowerCase(Locale.ROOT)));
    }

    private void buttons() {
        Button reset = styled(new Button(shell, SWT.PUSH), TEXTS.get("parameters.reset"));
        reset.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        reset.setData("name", "parameters-reset");
        reset.addListener(SWT.Selection, e -> {
            moves++;
            resets.forEach(Runnable::run);
            page.narrow(page.scope().chosen(Map.of()), TEXTS.get("parameters.reset.deed"));
        });
        Button close = styled(new Button(shell, SWT.PUSH), TEXTS.get("parameters.close"));
        close.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false, 2, 1));
        close.addListener(SWT.Selection, e -> shell.close());
    }

    private Button styled(Button button, String text) {
        button.setText(text);
        return styled(button);
    }

    private <C extends Control> C styled(C control, AnalysisView.Parameter p) {
        control.setToolTipText(p.help().isEmpty() ? null : p.help());
        if (!(control instanceof Label)) {
            control.setData("name", "parameter-" + p.name());
        }
        return styled(control);
    }

    private <C extends Control> C styled(C control) {
        control.setFont(SwtResources.of(shell.getDisplay()).nativeFont(13, Weight.REGULAR));
        control.setForeground(Palette.color(palette.theme().text()));
        return control;
    }
}
