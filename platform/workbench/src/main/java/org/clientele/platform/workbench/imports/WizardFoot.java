package org.clientele.platform.workbench.imports;

import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.sdk.text.Texts;

/** The bottom of the wizard: what stands in the way, and the ways back, on and to the end. */
final class WizardFoot {
    /** Its height in pixels. */
    static final int HEIGHT = 64;

    private static final Texts TEXTS = Texts.of(WizardFoot.class);

    private final Wizard wizard;

    WizardFoot(Wizard wizard) {
        this.wizard = wizard;
    }

    void draw(Sketch s, double x, double y, double w) {
        // What scrolled below the foot must not be seen or clicked there.
        s.pen().fill(x - 8, y, w + 16, HEIGHT, s.palette().theme().canvas());
        s.places().add(new Areas.Area("foot", Sketch.bounds(x - 8, y, w + 16, HEIGHT), "", "", () -> {}, null, false));
        if (wizard.model().step() == Step.DONE
                || wizard.work().importing()
                || wizard.model().files().isEmpty()) {
            return;
        }
        double right = x + w;
        double top = y + 16;
        String obstacle = wizard.model().obstacle();
        boolean ready = obstacle.isEmpty();
        if (ready) {
            right = s.buttonEnding(
                            "import",
                            importLabel(),
                            TEXTS.get("wizard.import.key"),
                            Tone.PRIMARY,
                            right,
                            top,
                            wizard::importNow)
                    - 10;
        }
        Step next = wizard.model().next().filter(n -> n != Step.DONE).orElse(null);
        if (next != null) {
            Tone tone = ready ? Tone.PLAIN : Tone.PRIMARY;
            right = s.buttonEnding(
                            "next",
                            TEXTS.get("wizard.next", next.label()),
                            TEXTS.get("wizard.next.key"),
                            tone,
                            right,
                            top,
                            () -> wizard.go(next))
                    - 10;
        }
        Step back = wizard.model().back().orElse(null);
        if (back != null) {
            right = s.buttonEnding(
                            "back",
                            TEXTS.get("wizard.back"),
                            TEXTS.get("wizard.back.key"),
                            Tone.PLAIN,
                            right,
                            top,
                            () -> wizard.go(back))
                    - 10;
        }
        String note = ready ? (wizard.model().allClear() ? TEXTS.get("wizard.enter") : "") : obstacle;
        s.note(x, top + 20, note, Math.max(0, right - x - 12));
    }

    private String importLabel() {
        return wizard.model().step() == Step.FILES && wizard.model().allClear()
                ? TEXTS.get("wizard.import.now")
                : TEXTS.get("wizard.import");
    }
}
