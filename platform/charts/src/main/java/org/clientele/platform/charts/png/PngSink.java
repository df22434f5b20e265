package org.clientele.platform.charts.png;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.charts.font.FontFile;
import org.clientele.platform.charts.font.FontRun;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.SceneSink;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Paints a scene into pixels. Where the scene paints nothing, the picture is transparent. For one scene. */
public final class PngSink implements SceneSink {
    private static final Texts TEXTS = Texts.of(PngSink.class);

    /** More than this takes hundreds of megabytes of memory. */
    static final double MOST_PIXELS = 64e6;

    /** Fractional places and no hinting, so that a text is as wide as it was measured, whatever the scale. */
    private static final FontRenderContext UNHINTED =
            new FontRenderContext(AffineTransform.getScaleInstance(16, 16), true, true);

    private final double scale;
    private final Deque<State> states = new ArrayDeque<>();
    private @Nullable BufferedImage image;
    private @Nullable Graphics2D graphics;

    private record State(
            AffineTransform transform, @Nullable Shape clip) {}

    /** @param scale pixels of the picture for a pixel at 100 %; more than 0 */
    public PngSink(double scale) {
        this.scale = scale;
    }

    /** @throws AnalyticsException ARGUMENT_INVALID if the picture would have more than 64 million pixels, or none */
    @Override
    public void begin(Scene scene) {
        double width = Math.ceil(scene.width() * scale - 1e-6);
        double height = Math.ceil(scene.height() * scale - 1e-6);
        if (!(width >= 1 && height >= 1 && width * height <= MOST_PIXELS)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("png.too_large", Math.round(width), Math.round(height)));
        }
        BufferedImage made = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = made.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.scale(scale, scale);
        image = made;
        graphics = g;
    }

    private Graphics2D g() {
        return Objects.requireNonNull(graphics, "begin comes first");
    }

    @Override
    public void enter(Node.Group group) {
        states.push(new State(g().getTransform(), g().getClip()));
        g().translate(group.x(), group.y());
        Node.Clip c = group.clip();
        if (c != null) {
            g().clip(new Rectangle2D.Double(c.x(), c.y(), Math.max(0, c.width()), Math.max(0, c.height())));
        }
    }

    @Override
    public void leave(Node.Group group) {
        State before = states.pop();
        g().setTransform(before.transform());
        // A clip is read and set in the coordinates of its moment.
        g().setClip(before.clip());
    }

    @Override
    public void rect(Node.Rect r) {
        if (r.width() <= 0 || r.height() <= 0) {
            return;
        }
        boolean round = r.radius() > 0;
        paint(
                round
                        ? new RoundRectangle2D.Double(
                                r.x(), r.y(), r.width(), r.height(), 2 * r.radius(), 2 * r.radius())
                        : new Rectangle2D.Double(r.x(), r.y(), r.width(), r.height()),
                r.fill(),
                r.stroke());
    }

    @Override
    public void circle(Node.Circle c) {
        double d = 2 * c.radius();
        if (d <= 0) {
            return;
        }
        paint(new Ellipse2D.Double(c.cx() - c.radius(), c.cy() - c.radius(), d, d), c.fill(), c.stroke());
    }

    @Override
    public void path(Node.Path p) {
        Path2D.Double shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        p.data().visit(new PathData.Visitor() {
            @Override
            public void move(double x, double y) {
                shape.moveTo(x, y);
            }

            @Override
            public void line(double x, double y) {
                shape.lineTo(x, y);
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                shape.curveTo(x1, y1, x2, y2, x, y);
            }

            @Override
            public void close() {
                shape.closePath();
            }
        });
        paint(shape, p.fill(), p.stroke());
    }

    private void paint(Shape shape, @Nullable Fill fill, @Nullable Stroke stroke) {
        Graphics2D g = g();
        if (fill != null) {
            Rectangle2D box = shape.getBounds2D();
            if (!fill.isGradient()) {
                g.setPaint(new Color(fill.argb(), true));
                g.fill(shape);
            } else if (box.getHeight() > 0) {
                g.setPaint(new GradientPaint(
                        0,
                        (float) box.getMinY(),
                        new Color(fill.argb(), true),
                        0,
                        (float) box.getMaxY(),
                        new Color(fill.endArgb(), true)));
                g.fill(shape);
            }
        }
        if (stroke != null && stroke.width() > 0) {
            g.setPaint(new Color(stroke.argb(), true));
            float width = (float) stroke.width();
            g.setStroke(
                    stroke.dash() > 0
                            ? new BasicStroke(
                                    width,
                                    BasicStroke.CAP_BUTT,
                                    BasicStroke.JOIN_ROUND,
                                    10f,
                                    new float[] {(float) stroke.dash()},
                                    0f)
                            : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(shape);
        }
    }

    @Override
    public void text(Node.Text t) {
        Graphics2D g = g();
        List<GlyphVector> parts = new ArrayList<>();
        double width = 0;
        for (FontRun run : FontRun.of(t.text(), t.style().weight())) {
            GlyphVector part = font(run, t.style()).createGlyphVector(UNHINTED, run.text());
            parts.add(part);
            width += advance(part);
        }
        double x = switch (t.anchor()) {
            case START -> t.x();
            case MIDDLE -> t.x() - width / 2;
            case END -> t.x() - width;
        };
        g.setPaint(new Color(t.style().argb(), true));
        AffineTransform before = g.getTransform();
        g.rotate(Math.toRadians(t.turn()), t.x(), t.baseline());
        for (GlyphVector part : parts) {
            g.fill(part.getOutline((float) x, (float) t.baseline()));
            x += advance(part);
        }
        g.setTransform(before);
    }

    private static double advance(GlyphVector glyphs) {
        return glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
    }

    private static Font font(FontRun run, TextStyle style) {
        FontFile other = run.font();
        Font font = other == null
                ? PngFonts.bundled(style.weight())
                : PngFonts.of(other).orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 1));
        return font.deriveFont((float) style.size());
    }

    @Override
    public void end() {
        g().dispose();
    }

    /**
     * Writes the picture, which says how many pixels make an inch, so that it is as large on paper at any scale.
     *
     * @throws IOException if {@code out} cannot be written to
     */
    public void write(OutputStream out) throws IOException {
        PngFile.write(Objects.requireNonNull(image, "no scene was painted"), 96 * scale, out);
    }
}
