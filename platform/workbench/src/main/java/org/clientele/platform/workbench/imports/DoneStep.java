package org.clientele.platform.workbench.imports;

import java.util.List;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** What became of an import, and what can be done next. */
final class DoneStep implements StepView {
    private static final Texts TEXTS = Texts.of(DoneStep.class);
    private final Wizard wizard;

    DoneStep(Wizard wizard) {
        this.wizard = wizard;
    }

    @Override
    public double draw(Sketch s, double x, double y, double w, double h) {
        ImportReply reply = wizard.model().result();
        if (reply == null) {
            return 0;
        }
        WizardModel.Totals sum = WizardModel.Totals.of(reply);
        double at = y;
        headline(s, reply, sum, x, at, w);
        at += 60;
        tiles(s, reply, sum, x, at, w);
        at += 100;
        at += new OutcomeTable(wizard.words(), false).draw(s, reply, x, at, w) + 16;
        at += actions(s, reply, sum, x, at, w) + 16;
        List<String> doubts = new OutcomeTable(wizard.words(), false).notes(reply);
        if (!doubts.isEmpty() && !wizard.work().undone()) {
            s.label(x, at + 14, TEXTS.get("bear.in.mind"));
            at += 24;
            for (String doubt : doubts) {
                at += s.noted(x, at + 14, doubt, w) + 4;
            }
        }
        return at - y;
    }

    private void headline(Sketch s, ImportReply reply, WizardModel.Totals sum, double x, double y, double w) {
        StatusMark mark;
        String text;
        if (wizard.work().undone()) {
            mark = StatusMark.UNKNOWN;
            text = TEXTS.get("done.undone");
        } else if (sum.duplicates() == reply.files().size()) {
            mark = StatusMark.UNKNOWN;
            text = TEXTS.get("done.nothing.new");
        } else if (sum.failed() == reply.files().size()) {
            mark = StatusMark.BAD;
            text = TEXTS.get("done.nothing");
        } else if (sum.failed() > 0) {
            mark = StatusMark.BAD;
            text = TEXTS.get("done.failed", wizard.words().counted(sum.failed()));
        } else if (sum.rejected() > 0) {
            mark = StatusMark.WARNING;
            text = TEXTS.get("done.rejected", wizard.words().counted(sum.rejected()));
        } else {
            mark = StatusMark.GOOD;
            text = TEXTS.get("done.all");
        }
        mark.draw(s.pen(), s.palette(), x + 8, y + 21);
        s.line(x + 26, y + 28, text, 20, Weight.MEDIUM, w - 26, s.ink());
    }

    private void tiles(Sketch s, ImportReply reply, WizardModel.Totals sum, double x, double y, double w) {
        double seconds =
                reply.files().stream().mapToDouble(FileImport::seconds).max().orElse(0);
        double cw = (w - 3 * 16) / 4;
        tile(s, x, y, cw, TEXTS.get("done.rows.read"), wizard.words().count(sum.read()));
        tile(s, x + cw + 16, y, cw, TEXTS.get("done.loaded"), wizard.words().count(sum.loaded()));
        tile(
                s,
                x + 2 * (cw + 16),
                y,
                cw,
                TEXTS.get("done.rejected.rows"),
                wizard.words().count(sum.rejected()));
        tile(
                s,
                x + 3 * (cw + 16),
                y,
                cw,
                TEXTS.get("done.seconds"),
                seconds < 10 ? wizard.words().tenths(seconds) : wizard.words().count(Math.round(seconds)));
    }

    private static void tile(Sketch s, double x, double y, double w, String label, String value) {
        s.card(x, y, w, 84);
        s.label(x + 16, y + 26, label);
        s.line(x + 16, y + 62, value, 28, Weight.MEDIUM, w - 32, s.ink());
    }

    private double actions(Sketch s, ImportReply reply, WizardModel.Totals sum, double x, double y, double w) {
        double at = x;
        boolean there = sum.loaded() > 0 && !wizard.work().undone();
        if (there) {
            at += s.button("done:dashboard", TEXTS.get("done.dashboard"), Tone.PRIMARY, at, y, wizard::openDashboard)
                    + 10;
        }
        at += s.button("done:more", TEXTS.get("done.more"), Tone.PLAIN, at, y, wizard::importMore) + 10;
        FileImport rejects = reply.files().stream()
                .filter(f -> f.rejectsFile() != null)
                .findFirst()
                .orElse(null);
        if (rejects != null && there) {
            at += s.button("done:mend", TEXTS.get("done.mend"), Tone.PLAIN, at, y, () -> wizard.mend(rejects.batch()))
                    + 10;
        }
        at += s.button("done:imports", TEXTS.get("done.imports"), Tone.PLAIN, at, y, wizard::openImports) + 10;
        if (there) {
            s.button(
                    "done:undo",
                    TEXTS.get("done.undo"),
                    Tone.DANGER,
                    at,
                    y,
                    () -> wizard.asks().undo(reply));
        }
        return 32;
    }
}
