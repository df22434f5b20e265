package org.clientele.platform.workbench.imports;

import org.clientele.platform.workbench.paint.Areas.Area;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** The steps at the left: where one is, what is behind, where something is to be looked at. */
final class StepRail {
    private static final Texts TEXTS = Texts.of(StepRail.class);
    private static final int WIDE = 168;
    private static final int NARROW = 44;
    private static final int ROW = 48;

    /** The width that it takes of a page. */
    double width(double page) {
        return page < 760 ? NARROW : WIDE;
    }

    void draw(Sketch s, Wizard wizard, double x, double y, double w) {
        for (Step step : Step.values()) {
            double top = y + step.ordinal() * (double) ROW;
            if (step != Step.DONE) {
                s.pen().fill(x + 21, top + 34, 1, ROW - 24, s.border());
            }
            step(s, wizard, step, x, top, w);
        }
    }

    private static void step(Sketch s, Wizard wizard, Step step, double x, double y, double w) {
        WizardModel model = wizard.model();
        String id = "step:" + step;
        boolean now = model.step() == step;
        boolean reachable = model.reachable(step) && !wizard.work().importing();
        boolean behind = step.ordinal() < model.step().ordinal();
        if (now) {
            s.pen().fillRound(x, y, w, 40, 8, s.palette().selected());
        } else if (reachable && s.places().hovered(id)) {
            s.pen().fillRound(x, y, w, 40, 8, s.palette().hover());
        }
        double cx = x + 21.5;
        double cy = y + 20;
        if (now || behind) {
            s.pen().circle(cx, cy, 11, Fill.of(s.palette().accentFill()), null);
        } else {
            s.pen()
                    .circle(
                            cx,
                            cy,
                            10.5,
                            Fill.of(s.palette().theme().canvas()),
                            Stroke.of(s.palette().tipBorder(), 1));
        }
        if (behind) {
            s.pen().icon(Icon.CHECK, cx - 8, cy - 8, s.palette().onAccent());
        } else {
            String number = String.valueOf(step.ordinal() + 1);
            int ink = now ? s.palette().onAccent() : s.quiet();
            s.pen().text(cx, cy + 4.5, number, 12, Weight.MEDIUM, ink, Anchor.MIDDLE);
        }
        int ink = now
                ? s.palette().theme().accent()
                : reachable || behind ? s.ink() : s.palette().faint();
        if (w > 60) {
            s.pen().text(x + 44, y + 24.5, step.label(), 13, now ? Weight.MEDIUM : Weight.REGULAR, ink);
            if (step == Step.COLUMNS && model.result() == null && model.doubts() > 0) {
                StatusMark mark = model.obstacle().isEmpty() || !model.known() ? StatusMark.WARNING : StatusMark.BAD;
                mark.draw(s.pen(), s.palette(), x + w - 18, cy);
            }
        }
        if (reachable) {
            s.places()
                    .add(new Area(
                            id,
                            Sketch.bounds(x, y, w, 40),
                            now
                                    ? TEXTS.get("step.spoken.current", step.ordinal() + 1, step.label())
                                    : TEXTS.get("step.spoken", step.ordinal() + 1, step.label()),
                            w > 60 ? "" : step.label(),
                            () -> wizard.go(step),
                            null,
                            true));
        }
    }
}
