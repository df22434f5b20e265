package org.clientele.platform.workbench.imports;

import java.util.List;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.workbench.page.Pace;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** What would become of it: a trial that goes all the way but for the end. Also the import itself while it runs. */
final class CheckStep implements StepView {
    private static final Texts TEXTS = Texts.of(CheckStep.class);
    private static final int GAP = 12;

    private final Wizard wizard;

    CheckStep(Wizard wizard) {
        this.wizard = wizard;
    }

    @Override
    public double draw(Sketch s, double x, double y, double w, double h) {
        if (wizard.work().importing()) {
            return importing(s, x, y, w, h);
        }
        double at = y;
        s.title(x, at + 16, TEXTS.get("check.there"), w);
        at += 32;
        at += modes(s, x, at, w) + 24;
        s.title(x, at + 16, TEXTS.get("check.become"), w);
        at += 32;
        ImportReply trial = wizard.model().trial();
        if (wizard.work().checking()) {
            s.card(x, at, w, 96);
            at += running(s, x + 20, at + 20, w - 40, TEXTS.get("check.checking"), TEXTS.get("check.stop"));
        } else if (trial == null) {
            s.card(x, at, w, 84);
            s.note(x + 20, at + 33, TEXTS.get("check.not.yet"), w - 40);
            s.button(
                    "check:run",
                    TEXTS.get("check.run"),
                    Tone.PLAIN,
                    x + 20,
                    at + 44,
                    () -> wizard.work().check());
            at += 96;
        } else {
            at += new OutcomeTable(wizard.words(), true).draw(s, trial, x, at, w) + 14;
            at += verdict(s, trial, x, at, w);
            at += rejects(s, trial, x, at, w);
            at += notes(s, trial, x, at, w);
        }
        return at - y;
    }

    private double modes(Sketch s, double x, double y, double w) {
        String table = Words.each(wizard.model().included().stream()
                .map(t -> Words.rowsOf(TableMapping.target(t).name()))
                .distinct()
                .toList());
        ImportMode[] modes = ImportMode.values();
        double cw = (w - (modes.length - 1) * GAP) / modes.length;
        double height = 0;
        for (ImportMode mode : modes) {
            height = Math.max(height, TextBlock.height(s.pen(), Words.explanation(mode, table), 12, cw - 32));
        }
        height += 56;
        for (int i = 0; i < modes.length; i++) {
            mode(s, modes[i], table, x + i * (cw + GAP), y, cw, height);
        }
        return height;
    }

    private void mode(Sketch s, ImportMode mode, String table, double x, double y, double w, double h) {
        boolean on = wizard.model().proposal().mode() == mode;
        String id = "mode:" + mode;
        s.card(x, y, w, h);
        if (on) {
            s.pen()
                    .rect(
                            x + 1,
                            y + 1,
                            w - 2,
                            h - 2,
                            7.5,
                            Fill.of(s.palette().selected()),
                            Stroke.of(s.palette().theme().accent(), 2));
        } else if (s.places().hovered(id)) {
            s.pen().fillRound(x + 1, y + 1, w - 2, h - 2, 7, s.palette().hover());
        }
        double cy = y + 24;
        int ring = on ? s.palette().theme().accent() : s.quiet();
        s.pen().circle(x + 24, cy, 7, null, Stroke.of(ring, 1.5));
        if (on) {
            s.pen().circle(x + 24, cy, 3.5, Fill.of(ring), null);
        }
        s.line(x + 42, y + 28.5, Words.label(mode), 13, Weight.MEDIUM, w - 54, s.ink());
        TextBlock.draw(s.pen(), Words.explanation(mode, table), x + 16, y + 54, 12, w - 32, s.quiet());
        s.places()
                .add(new Area(
                        id,
                        Sketch.bounds(x, y, w, h),
                        on
                                ? TEXTS.get("mode.spoken.chosen", Words.label(mode), Words.explanation(mode, table))
                                : TEXTS.get("mode.spoken", Words.label(mode), Words.explanation(mode, table)),
                        "",
                        () -> wizard.mode(mode),
                        null,
                        true));
    }

    /** The progress of what runs; gives the height. */
    private double running(Sketch s, double x, double y, double w, String what, String stop) {
        Pace pace = wizard.work().pace();
        if (pace == null) {
            return 96;
        }
        boolean stopping = wizard.work().cancelling();
        s.line(x, y + 13, stopping ? TEXTS.get("check.stopping") : what, 13, Weight.MEDIUM, w - 160, s.ink());
        s.progress(x, y + 27, w - 170, pace.fraction());
        s.note(x, y + 54, told(pace), w - 170);
        if (!stopping) {
            s.buttonEnding(
                    "run:cancel",
                    stop,
                    Tone.PLAIN,
                    x + w,
                    y + 11,
                    () -> wizard.work().cancel());
        }
        return 108;
    }

    private String told(Pace pace) {
        return pace.told(wizard.words()::count);
    }

    private double importing(Sketch s, double x, double y, double w, double h) {
        double height = Math.min(h, 260);
        s.card(x, y, w, height);
        double top = y + height / 2 - 66;
        s.pen()
                .text(
                        x + w / 2,
                        top,
                        TEXTS.get(
                                "check.on.the.way",
                                wizard.words().counted(wizard.model().included().size())),
                        20,
                        Weight.MEDIUM,
                        s.ink(),
                        Anchor.MIDDLE);
        double inner = Math.min(w - 48, 620);
        running(s, x + (w - inner) / 2, top + 28, inner, TEXTS.get("check.importing"), TEXTS.get("check.cancel"));
        s.pen().text(x + w / 2, top + 140, TEXTS.get("check.leave"), 12, Weight.REGULAR, s.quiet(), Anchor.MIDDLE);
        return height;
    }

    private double verdict(Sketch s, ImportReply trial, double x, double y, double w) {
        WizardModel.Totals sum = WizardModel.Totals.of(trial);
        double at = y;
        if (sum.failed() > 0) {
            at += s.told(
                            StatusMark.BAD,
                            x,
                            at + 16,
                            TEXTS.get("check.failed", wizard.words().counted(sum.failed())),
                            w)
                    + 8;
        } else if (sum.rejected() == 0 && sum.duplicates() == 0) {
            at += s.told(StatusMark.GOOD, x, at + 16, TEXTS.get("check.fits"), w) + 8;
        } else if (sum.duplicates() > 0) {
            at += s.told(
                            StatusMark.UNKNOWN,
                            x,
                            at + 16,
                            TEXTS.get("check.duplicate", Words.label(ImportMode.REPLACE)),
                            w)
                    + 8;
        } else {
            at += s.told(
                            StatusMark.WARNING,
                            x,
                            at + 16,
                            TEXTS.get("check.rejected", wizard.words().counted(sum.rejected())),
                            w)
                    + 8;
        }
        return at - y;
    }

    private double rejects(Sketch s, ImportReply trial, double x, double y, double w) {
        RejectList list = new RejectList(wizard.words(), trial);
        double height = list.draw(s, row -> wizard.asks().show(list.whole(row)), x, y + 4, w);
        return height == 0 ? 0 : height + 16;
    }

    private double notes(Sketch s, ImportReply trial, double x, double y, double w) {
        List<String> doubts = new OutcomeTable(wizard.words(), true).notes(trial);
        if (doubts.isEmpty()) {
            return 8;
        }
        s.label(x, y + 18, TEXTS.get("bear.in.mind"));
        double at = y + 28;
        for (String doubt : doubts) {
            at += s.noted(x, at + 14, doubt, w) + 4;
        }
        return at - y + 8;
    }
}
