package org.clientele.platform.charts.kind.indicator;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Status;
import org.clientele.platform.charts.draw.Target;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** The value in large figures, its status and its target, one below the other; what has no room is left out. */
final class Headline {
    private static final Texts TEXTS = Texts.of(Headline.class);

    private static final double LINE = 19;
    private static final double SHAPE = 11;
    private static final double SHAPE_ROOM = 18;

    private final Reading reading;
    private final TextStyle value;
    private final String figure;
    private final String words;
    private final String target;
    private final TextStyle wordStyle;
    private final TextStyle quiet;
    private final double height;
    private final double width;

    /**
     * @param room in which all lines must fit
     * @param size of the figures at most, in pixels
     */
    Headline(Reading reading, double room, double height, double size) {
        this.reading = reading;
        Drawing d = new Drawing(reading.r().text());
        int text = reading.r().theme().text();
        TextStyle large = Drawing.style(Math.max(13, Math.min(size, height / 1.02)), Weight.MEDIUM, text);
        boolean shape = reading.target() != null;
        while (large.size() > 13 && d.width(reading.figure(), large) > room) {
            large = Drawing.style(large.size() - 1, Weight.MEDIUM, text);
        }
        value = large;
        figure = large.size() > height ? "" : d.fit(reading.figure(), room, large);
        int colour = reading.status().colour(reading.r().theme());
        wordStyle = Drawing.style(12, Weight.MEDIUM, colour);
        quiet = Drawing.style(12, reading.r().theme().secondary());
        double free = height - valueHeight();
        Target t = reading.target();
        String said = t == null ? "" : t.words(reading.value());
        words = shape && free >= LINE && d.width(said, wordStyle) + SHAPE_ROOM <= room ? said : "";
        String goal = t == null || Double.isNaN(t.value())
                ? ""
                : TEXTS.get(
                        "headline.target",
                        reading.r().format().compact(t.value(), reading.y().unit()));
        target = !words.isEmpty() && free >= 2 * LINE && d.width(goal, quiet) <= room ? goal : "";
        this.height = valueHeight() + (words.isEmpty() ? 0 : LINE) + (target.isEmpty() ? 0 : LINE);
        double widest = d.width(figure, value);
        widest = Math.max(widest, words.isEmpty() ? 0 : d.width(words, wordStyle) + SHAPE_ROOM);
        width = Math.max(widest, d.width(target, quiet));
    }

    private double valueHeight() {
        return value.size() * 1.02;
    }

    /** The room that it takes. */
    double height() {
        return height;
    }

    /** The widest line. */
    double width() {
        return width;
    }

    /** Draws below {@code top}; x is the left end, or the middle. */
    void draw(Drawing d, double x, double top, boolean centred) {
        Anchor anchor = centred ? Anchor.MIDDLE : Anchor.START;
        d.text(x, top + value.size() * 0.78, figure, value, anchor);
        double y = top + valueHeight();
        if (!words.isEmpty()) {
            double left = centred ? x - (d.width(words, wordStyle) + SHAPE_ROOM) / 2 : x;
            Status status = reading.status();
            status.draw(d, reading.r().theme(), left + SHAPE / 2, y + 10, SHAPE);
            d.text(left + SHAPE_ROOM, y + 14, words, wordStyle);
            y += LINE;
        }
        d.text(x, y + 14, target, quiet, anchor);
    }

    /** The value alone in the middle of the picture, with its status where there is room. */
    static void alone(Reading reading, Drawing d, double height) {
        Headline head = new Headline(reading, reading.r().width(), height, 40);
        head.draw(d, reading.r().width() / 2, Math.max(0, (height - head.height()) / 2), true);
    }
}
