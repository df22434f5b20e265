package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.chart.TextMeasure;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;

/** Collects the nodes of a picture, and knows how wide text may come out. Not thread-safe. */
public final class Drawing {
    /** Sinks draw text up to this much wider than its advances. */
    public static final double SLACK = 1.08;

    private static final String ELLIPSIS = "…";
    /** A quarter circle as a cubic curve. */
    private static final double ARC = 0.5523;

    private final TextMeasure measure;
    private final List<Node> nodes = new ArrayList<>();

    public Drawing(TextMeasure measure) {
        this.measure = measure;
    }

    /** A new drawing with the same measure. */
    public Drawing fresh() {
        return new Drawing(measure);
    }

    /** What was drawn. */
    public List<Node> nodes() {
        return nodes;
    }

    /** Adds a node. */
    public void add(Node node) {
        nodes.add(node);
    }

    /** The most room a text takes in any sink. */
    public double width(String text, TextStyle style) {
        return measure.width(text, style.size(), style.weight()) * SLACK;
    }

    /** A style. */
    public static TextStyle style(double size, Weight weight, int argb) {
        return new TextStyle(size, weight, argb);
    }

    /** A regular style. */
    public static TextStyle style(double size, int argb) {
        return new TextStyle(size, Weight.REGULAR, argb);
    }

    /** A text; an empty one is left out. */
    public void text(double x, double baseline, String text, TextStyle style, Node.Text.Anchor anchor) {
        if (!text.isEmpty()) {
            nodes.add(new Node.Text(x, baseline, text, style, anchor));
        }
    }

    /** A text to the right of x. */
    public void text(double x, double baseline, String text, TextStyle style) {
        text(x, baseline, text, style, Node.Text.Anchor.START);
    }

    /** A filled rectangle. */
    public void rect(double x, double y, double width, double height, double radius, Fill fill) {
        nodes.add(new Node.Rect(x, y, width, height, radius, fill, null));
    }

    /** A line. */
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        nodes.add(new Node.Path(PathData.builder().move(x1, y1).line(x2, y2).build(), null, stroke));
    }

    /** A disc. */
    public void disc(double cx, double cy, double radius, int argb) {
        nodes.add(new Node.Circle(cx, cy, radius, Fill.of(argb), null));
    }

    /** A ring whose inside is {@code inside}. */
    public void ring(double cx, double cy, double radius, int inside, int argb, double width) {
        nodes.add(new Node.Circle(cx, cy, radius, Fill.of(inside), Stroke.of(argb, width)));
    }

    /** A filled outline. */
    public void fill(PathData data, Fill fill) {
        nodes.add(new Node.Path(data, fill, null));
    }

    /** A drawn outline. */
    public void stroke(PathData data, Stroke stroke) {
        if (!data.isEmpty()) {
            nodes.add(new Node.Path(data, null, stroke));
        }
    }

    /** An upright triangle pointing up or down, {@code size} wide, around a centre. */
    public void triangle(double cx, double cy, double size, boolean up, int argb) {
        double half = size / 2;
        double h = size * 0.42 * (up ? -1 : 1);
        fill(
                PathData.builder()
                        .move(cx, cy + h)
                        .line(cx + half, cy - h)
                        .line(cx - half, cy - h)
                        .close()
                        .build(),
                Fill.of(argb));
    }

    /** A bar whose far end is rounded: grown from (x, y) by {@code dx} to the side, {@code thickness} high. */
    public void barAcross(double x, double y, double dx, double thickness, int argb) {
        double r = Math.min(3, Math.min(Math.abs(dx), thickness / 2));
        double s = Math.signum(dx);
        double end = x + dx;
        double k = r * (1 - ARC);
        double bottom = y + thickness;
        fill(
                PathData.builder()
                        .move(x, y)
                        .line(end - s * r, y)
                        .curve(end - s * k, y, end, y + k, end, y + r)
                        .line(end, bottom - r)
                        .curve(end, bottom - k, end - s * k, bottom, end - s * r, bottom)
                        .line(x, bottom)
                        .close()
                        .build(),
                Fill.of(argb));
    }

    /** A bar whose far end is rounded: grown from (x, y) by {@code dy} down (up if negative), {@code thickness} wide. */
    public void barAlong(double x, double y, double dy, double thickness, int argb) {
        double r = Math.min(3, Math.min(Math.abs(dy), thickness / 2));
        double s = Math.signum(dy);
        double end = y + dy;
        double k = r * (1 - ARC);
        double right = x + thickness;
        fill(
                PathData.builder()
                        .move(x, y)
                        .line(x, end - s * r)
                        .curve(x, end - s * k, x + k, end, x + r, end)
                        .line(right - r, end)
                        .curve(right - k, end, right, end - s * k, right, end - s * r)
                        .line(right, y)
                        .close()
                        .build(),
                Fill.of(argb));
    }

    /** The text, cut with an ellipsis where it would be wider than {@code room}; empty where not even that fits. */
    public String fit(String text, double room, TextStyle style) {
        if (width(text, style) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int mid = (low + high + 1) / 2;
            if (width(cut(text, mid), style) <= room) {
                low = mid;
            } else {
                high = mid - 1;
            }
        }
        return low == 0 ? "" : cut(text, low);
    }

    private static String cut(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** The text in at most {@code lines} lines no wider than {@code room}; the last is cut if there is more. */
    public List<String> wrap(String text, double room, int lines, TextStyle style) {
        List<String> out = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            if (out.size() == lines - 1 || width(rest, style) <= room) {
                String last = fit(rest, room, style);
                if (!last.isEmpty()) {
                    out.add(last);
                }
                break;
            }
            int end = lineEnd(rest, room, style);
            out.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        return out;
    }

    /** As {@link #wrap}, with lines of about equal length, so that no word stands alone. */
    public List<String> balanced(String text, double room, int lines, TextStyle style) {
        List<String> best = wrap(text, room, lines, style);
        for (double narrower = room - 12; best.size() > 1 && narrower > room / 2; narrower -= 12) {
            List<String> next = wrap(text, narrower, lines + 1, style);
            if (next.size() != best.size() || next.size() > lines) {
                break;
            }
            best = next;
        }
        return best;
    }

    /** Breaks at the last space that fits, else inside the word; always takes one character. */
    private int lineEnd(String text, double room, TextStyle style) {
        int fits = 1;
        while (fits < text.length() && width(text.substring(0, fits + 1), style) <= room) {
            fits++;
        }
        int space = text.lastIndexOf(' ', fits);
        if (space > 0) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(fits - 1)) ? fits + 1 : fits;
    }
}
