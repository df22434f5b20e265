package org.clientele.platform.report;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;

/** A picture that leaves the program, with what goes with it written below: as many lines as it takes, nothing is cut. */
public final class FootedScene {
    /** A narrower picture would have more foot than figure. */
    public static final double LEAST_WIDTH = 360;

    private static final double LINE = 16;
    private static final double ABOVE = 18;
    private static final double BELOW = 14;
    private static final double SIGN = 16;
    private static final int MOST_LINES = 200;

    private FootedScene() {}

    /** One line of the foot. */
    private record Line(String text, boolean doubted, boolean indented) {}

    /**
     * How much higher the picture becomes, in pixels at 100 %; 0 where there is nothing to say.
     *
     * @param facts a sentence or more each, in order
     * @param doubts what to bear in mind
     * @param width of the picture
     * @param margin at the left and right
     */
    public static double height(List<String> facts, List<String> doubts, double width, double margin) {
        int lines = lines(facts, doubts, width - 2 * margin, Theme.LIGHT).size();
        return lines == 0 ? 0 : ABOVE + (lines - 1) * LINE + BELOW;
    }

    /** The picture with its foot, on the theme's canvas; the picture itself where there is nothing to say. */
    public static Scene of(Scene picture, List<String> facts, List<String> doubts, Theme theme, double margin) {
        double foot = height(facts, doubts, picture.width(), margin);
        if (foot == 0) {
            return picture;
        }
        double width = picture.width();
        Drawing d = new Drawing(RobotoMeasure.get());
        d.rect(0, 0, width, picture.height() + foot, 0, Fill.of(theme.canvas()));
        d.add(Node.Group.at(0, 0, picture.root().children()));
        TextStyle style = style(theme);
        double y = picture.height() + ABOVE;
        for (Line line : lines(facts, doubts, width - 2 * margin, theme)) {
            if (line.doubted()) {
                d.triangle(margin + 5, y - 4, 9, true, theme.warning());
            }
            d.text(margin + (line.indented() ? SIGN : 0), y, line.text(), style);
            y += LINE;
        }
        List<String> said = new ArrayList<>(List.of(picture.description()));
        said.addAll(facts);
        said.addAll(doubts);
        return new Scene(
                width,
                picture.height() + foot,
                picture.title(),
                String.join(" ", said).strip(),
                Node.Group.at(0, 0, d.nodes()));
    }

    private static TextStyle style(Theme theme) {
        return Drawing.style(11, theme.secondary());
    }

    private static List<Line> lines(List<String> facts, List<String> doubts, double room, Theme theme) {
        Drawing d = new Drawing(RobotoMeasure.get());
        List<Line> all = new ArrayList<>();
        for (String fact : facts) {
            d.wrap(fact, room, MOST_LINES, style(theme)).forEach(text -> all.add(new Line(text, false, false)));
        }
        for (String doubt : doubts) {
            boolean first = true;
            for (String text : d.wrap(doubt, room - SIGN, MOST_LINES, style(theme))) {
                all.add(new Line(text, first, true));
                first = false;
            }
        }
        return all;
    }
}
