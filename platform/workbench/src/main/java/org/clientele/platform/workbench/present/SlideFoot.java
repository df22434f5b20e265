package org.clientele.platform.workbench.present;

import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.widgets.Composite;

/** Which slide it is of how many, and what moves to another one. UI thread only. */
final class SlideFoot extends DrawnPane {
    private static final Texts TEXTS = Texts.of(SlideFoot.class);
    static final int HEIGHT = 40;

    private final Actions actions;
    private String age;
    private String message = "";
    private String pace = "";
    private boolean playing;
    private int at;
    private int all;

    /** What its places do. */
    interface Actions {
        void previous();

        void next();

        /** Goes on by itself, or not. */
        void play();

        /** Another pace of going on by itself. */
        void pace();

        void end();
    }

    /** @param age how old the data is, or "" */
    SlideFoot(Composite parent, Palette palette, String age, Actions actions) {
        super(parent, palette, TEXTS.get("foot.pane"));
        this.age = age;
        this.actions = actions;
    }

    /**
     * Shows where it stands.
     *
     * @param index from 0
     * @param pace "20 s", or "" while it does not go on by itself
     */
    void show(int index, int count, boolean goesOn, String pace) {
        at = index;
        all = count;
        playing = goesOn;
        this.pace = pace;
        message = "";
        redraw();
    }

    /** A sentence in place of the age of the data, until the next slide. */
    void message(String sentence) {
        message = sentence;
        redraw();
    }

    void age(String text) {
        age = text;
        redraw();
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        int quiet = palette().theme().secondary();
        pen.fill(0, 0, width, height, palette().theme().canvas());
        pen.rule(0, 0, width, palette().theme().border());
        double margin = Pen.pageMargin(width);
        double x = button(pen, places, "end", Icon.CLOSE, width - margin - 28, TEXTS.get("foot.end"), actions::end);
        String playHint = TEXTS.get(playing ? "foot.stop" : "foot.play");
        if (playing) {
            double w = pen.width(pace, 12, Weight.MEDIUM) + 20;
            x -= w;
            hover(pen, places, "pace", x, w);
            pen.text(x + 10, 24.5, pace, 12, Weight.MEDIUM, quiet);
            places.add("pace", x, 6, w, 28, TEXTS.get("foot.pace", pace), actions::pace);
        }
        x = button(pen, places, "play", playing ? Icon.PAUSE : Icon.PLAY, x - 32, playHint, actions::play);
        x = button(pen, places, "next", Icon.CHEVRON_RIGHT, x - 32, TEXTS.get("foot.next"), actions::next);
        String of = TEXTS.get("foot.of", at + 1, all);
        x -= pen.width(of, 13, Weight.MEDIUM) + 12;
        pen.text(x + 2, 24.5, of, 13, Weight.MEDIUM, palette().theme().text());
        x = button(pen, places, "previous", Icon.CHEVRON_LEFT, x - 34, TEXTS.get("foot.previous"), actions::previous);
        String said = message.isEmpty() ? age : message;
        pen.text(margin, 24.5, pen.shorten(said, 12, Weight.REGULAR, x - margin - 16), 12, Weight.REGULAR, quiet);
    }

    /** @return its left edge */
    private double button(Pen pen, Areas places, String id, Icon icon, double x, String hint, Runnable action) {
        hover(pen, places, id, x, 28);
        pen.icon(icon, x + 6, 12, palette().theme().secondary());
        places.addIcon(id, x, 6, 28, 28, hint, action);
        return x;
    }

    private void hover(Pen pen, Areas places, String id, double x, double w) {
        if (places.hovered(id)) {
            pen.fillRound(
                    x,
                    6,
                    w,
                    28,
                    6,
                    places.pressed(id) ? palette().pressed() : palette().hover());
        }
    }
}
