package org.clientele.platform.workbench.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;

/** Line icons on a grid of 16 by 16 pixels, drawn with a stroke of 1.5. */
public enum Icon {
    DASHBOARD(
            "M2.5 2.5 L6.5 2.5 L6.5 8.5 L2.5 8.5 Z M9.5 2.5 L13.5 2.5 L13.5 5.5 L9.5 5.5 Z M2.5 11.5 L6.5 11.5 L6.5 13.5 L2.5 13.5 Z"
                    + " M9.5 8.5 L13.5 8.5 L13.5 13.5 L9.5 13.5 Z"),
    PLUGIN(
            "M6 2 L6 5 M10 2 L10 5 M3.5 5 L12.5 5 L12.5 8 C12.5 10.5 10.5 12 8 12 C5.5 12 3.5 10.5 3.5 8 Z M8 12 L8 14.5"),
    IMPORT("M8 2 L8 9.5 M4.8 6.5 L8 9.7 L11.2 6.5 M2.5 10.5 L2.5 13.5 L13.5 13.5 L13.5 10.5"),
    COLLAPSE("M9.5 4 L5.5 8 L9.5 12 M13 4 L13 12"),
    EXPAND("M6.5 4 L10.5 8 L6.5 12 M3 4 L3 12"),
    FILTER("M2.5 4 L13.5 4 M4.8 8 L11.2 8 M6.8 12 L9.2 12"),
    CLOSE("M4.5 4.5 L11.5 11.5 M11.5 4.5 L4.5 11.5"),
    CALENDAR("M2.5 3.5 L13.5 3.5 L13.5 13.5 L2.5 13.5 Z M2.5 6.5 L13.5 6.5 M5.5 2 L5.5 4 M10.5 2 L10.5 4"),
    CHEVRON_DOWN("M4.5 6.5 L8 10 L11.5 6.5"),
    REFRESH(
            "M13 8 C13 10.8 10.8 13 8 13 C5.2 13 3 10.8 3 8 C3 5.2 5.2 3 8 3 C9.8 3 11.3 3.9 12.2 5.3 M12.5 2.5 L12.5 5.5 L9.5 5.5"),
    SHIELD("M8 2 L13 4 L13 8 C13 11 10.8 13 8 14 C5.2 13 3 11 3 8 L3 4 Z"),
    CLOCK(
            "M14 8 C14 11.3 11.3 14 8 14 C4.7 14 2 11.3 2 8 C2 4.7 4.7 2 8 2 C11.3 2 14 4.7 14 8 Z M8 4.8 L8 8 L10.3 9.5"),
    SUN(
            "M11 8 C11 9.7 9.7 11 8 11 C6.3 11 5 9.7 5 8 C5 6.3 6.3 5 8 5 C9.7 5 11 6.3 11 8 Z M8 1.2 L8 2.4 M8 13.6 L8 14.8 M1.2 8 L2.4 8"
                    + " M13.6 8 L14.8 8 M3.2 3.2 L4 4 M12 12 L12.8 12.8 M3.2 12.8 L4 12 M12 4 L12.8 3.2"),
    MOON(
            "M13.5 9.6 C12.8 9.9 12 10 11.2 10 C8.2 10 6 7.8 6 4.8 C6 4 6.1 3.2 6.4 2.5 C4 3.2 2.3 5.4 2.3 8 C2.3 11.2 4.8 13.7 8 13.7"
                    + " C10.6 13.7 12.8 12 13.5 9.6 Z"),
    CHART("M3 13.2 L3 8.5 M8 13.2 L8 2.8 M13 13.2 L13 6"),
    FOLDER("M2 4 L6.2 4 L7.7 5.7 L14 5.7 L14 12.8 L2 12.8 Z"),
    CHECK("M3.5 8.3 L6.6 11.4 L12.5 5"),
    WARNING("M8 2.5 L14.2 13.3 L1.8 13.3 Z M8 6.5 L8 9.5 M8 11.3 L8 11.5"),
    INFO(
            "M14 8 C14 11.3 11.3 14 8 14 C4.7 14 2 11.3 2 8 C2 4.7 4.7 2 8 2 C11.3 2 14 4.7 14 8 Z M8 7.3 L8 11 M8 5 L8 5.2"),
    LOCK("M4 7.3 L12 7.3 L12 13.5 L4 13.5 Z M5.5 7 L5.5 5 C5.5 3.4 6.6 2.4 8 2.4 C9.4 2.4 10.5 3.4 10.5 5 L10.5 7"),
    SPARK("M2.5 11.5 L6 7.5 L8.8 9.6 L13.5 4.2 M10.3 4 L13.6 4 L13.6 7.2"),
    FILE("M4 2 L9.5 2 L12.5 5 L12.5 14 L4 14 Z M9.5 2 L9.5 5 L12.5 5"),
    TABLE("M2.5 3 L13.5 3 L13.5 13 L2.5 13 Z M2.5 6.3 L13.5 6.3 M2.5 9.6 L13.5 9.6 M6.2 3 L6.2 13"),
    UNDO("M6 3.5 L3 6.5 L6 9.5 M3 6.5 L9.5 6.5 C11.7 6.5 13 8 13 9.8 C13 11.6 11.7 13 9.5 13 L6.5 13"),
    REDO("M10 3.5 L13 6.5 L10 9.5 M13 6.5 L6.5 6.5 C4.3 6.5 3 8 3 9.8 C3 11.6 4.3 13 6.5 13 L9.5 13"),
    SEARCH("M11 7 C11 9.2 9.2 11 7 11 C4.8 11 3 9.2 3 7 C3 4.8 4.8 3 7 3 C9.2 3 11 4.8 11 7 Z M10 10 L13.5 13.5"),
    ENLARGE("M9.5 3 L13 3 L13 6.5 M13 3 L9 7 M6.5 13 L3 13 L3 9.5 M3 13 L7 9"),
    SHRINK("M12.5 7 L9 7 L9 3.5 M9 7 L13 3 M3.5 9 L7 9 L7 12.5 M7 9 L3 13"),
    STAR("M8 2.2 L9.8 6 L13.9 6.5 L10.9 9.4 L11.6 13.5 L8 11.5 L4.4 13.5 L5.1 9.4 L2.1 6.5 L6.2 6 Z"),
    GEAR("M10.2 8 C10.2 9.2 9.2 10.2 8 10.2 C6.8 10.2 5.8 9.2 5.8 8 C5.8 6.8 6.8 5.8 8 5.8 C9.2 5.8 10.2 6.8 10.2 8 Z"
            + " M8 1.8 L8 3.6 M8 12.4 L8 14.2 M1.8 8 L3.6 8 M12.4 8 L14.2 8 M3.6 3.6 L4.9 4.9 M11.1 11.1 L12.4 12.4"
            + " M3.6 12.4 L4.9 11.1 M11.1 4.9 L12.4 3.6"),
    PEOPLE("M8.3 5.2 C8.3 6.6 7.3 7.6 6 7.6 C4.7 7.6 3.7 6.6 3.7 5.2 C3.7 3.8 4.7 2.8 6 2.8 C7.3 2.8 8.3 3.8 8.3 5.2 Z"
            + " M1.8 13.2 C1.8 11 3.7 9.8 6 9.8 C8.3 9.8 10.2 11 10.2 13.2 M10.4 3 C11.6 3.2 12.3 4.1 12.3 5.2 C12.3 6.3 11.6 7.2 10.4 7.4"
            + " M11.8 10 C13.3 10.5 14.2 11.6 14.2 13.2"),
    CART("M1.8 2.8 L3.6 2.8 L5.2 10.2 L12.2 10.2 L13.8 5 L4.2 5 M6.9 13 L6.9 13.2 M11 13 L11 13.2"),
    TARGET(
            "M14 8 C14 11.3 11.3 14 8 14 C4.7 14 2 11.3 2 8 C2 4.7 4.7 2 8 2 C11.3 2 14 4.7 14 8 Z"
                    + " M10.8 8 C10.8 9.6 9.6 10.8 8 10.8 C6.4 10.8 5.2 9.6 5.2 8 C5.2 6.4 6.4 5.2 8 5.2 C9.6 5.2 10.8 6.4 10.8 8 Z"),
    GLOBE("M14 8 C14 11.3 11.3 14 8 14 C4.7 14 2 11.3 2 8 C2 4.7 4.7 2 8 2 C11.3 2 14 4.7 14 8 Z M2 8 L14 8"
            + " M8 2 C10.4 4 10.4 12 8 14 M8 2 C5.6 4 5.6 12 8 14"),
    CHEVRON_LEFT("M10 4 L6 8 L10 12"),
    CHEVRON_RIGHT("M6 4 L10 8 L6 12"),
    PLAY("M5 3 L12.5 8 L5 13 Z"),
    PAUSE("M5.5 3.5 L5.5 12.5 M10.5 3.5 L10.5 12.5"),
    DOTS("");

    private final String path;
    private final PathData outline;

    Icon(String path) {
        this.path = path;
        this.outline = parse(path, 1);
    }

    /** Draws it with its top left corner at the pen's origin. */
    void draw(Pen pen, double factor, int argb) {
        if (this == DOTS) {
            for (double x : List.of(3.5, 8.0, 12.5)) {
                pen.circle(x * factor, 8 * factor, 1.3 * factor, Fill.of(argb), null);
            }
            return;
        }
        pen.path(factor == 1 ? outline : parse(path, factor), null, Stroke.of(argb, 1.2 + 0.2 * factor));
    }

    /** Draws it filled, with its top left corner at a place. */
    public void fill(Pen pen, double x, double y, int argb) {
        pen.push(Math.round(x), Math.round(y));
        pen.path(outline, Fill.of(argb), Stroke.of(argb, 1.4));
        pen.pop();
    }

    private static PathData parse(String text, double factor) {
        PathData.Builder path = PathData.builder();
        try (Scanner words = new Scanner(text).useLocale(Locale.ROOT)) {
            while (words.hasNext()) {
                String word = words.next();
                List<Double> at = new ArrayList<>();
                if (word.length() > 1) {
                    at.add(Double.parseDouble(word.substring(1)) * factor);
                }
                int wanted = word.charAt(0) == 'C' ? 6 : word.charAt(0) == 'Z' ? 0 : 2;
                while (at.size() < wanted) {
                    at.add(words.nextDouble() * factor);
                }
                switch (word.charAt(0)) {
                    case 'M' -> path.move(at.get(0), at.get(1));
                    case 'L' -> path.line(at.get(0), at.get(1));
                    case 'C' -> path.curve(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5));
                    default -> path.close();
                }
            }
        }
        return path.build();
    }
}
