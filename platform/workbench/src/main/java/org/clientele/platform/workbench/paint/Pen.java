package org.clientele.platform.workbench.paint;

import java.util.ArrayDeque;
import java.util.Deque;
import org.clientele.platform.workbench.paint.SwtResources.SizedFont;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/**
 * Draws on a GC in pixels at 100 % with fractions: what is straight lands on whole device pixels, what is curved is
 * anti-aliased. Colours are 0xAARRGGBB. Lives as long as one paint event; UI thread only.
 */
public final class Pen {
    private final GC gc;
    private final SwtResources resources;
    private final Display display;
    private final PixelGrid grid;
    private final Rectangle damage;
    private final Lettering lettering;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private double dx;
    private double dy;
    private @Nullable Rectangle clip;

    private record Frame(double dx, double dy, @Nullable Rectangle clip) {}

    /**
     * @param zoom device pixels per pixel at 100 %: 1, 1.5, 2
     */
    public Pen(GC gc, SwtResources resources, double zoom) {
        this.gc = gc;
        this.resources = resources;
        this.display = (Display) gc.getDevice();
        this.grid = new PixelGrid(zoom);
        this.damage = gc.getClipping();
        this.lettering = new Lettering(gc);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setFillRule(SWT.FILL_WINDING);
    }

    /** Tells who hears what a control writes, from now on; null where nobody does. */
    public @Nullable TextWitness tellsWitnessOf(Control control) {
        TextWitness witness = control.getData(TextWitness.KEY) instanceof TextWitness who ? who : null;
        if (witness != null) {
            witness.begins(damage);
        }
        lettering.heardBy(witness);
        return witness;
    }

    /** Left and right of a page's content, in pixels: wider pages get more, as the grid of tiles does. */
    public static double pageMargin(double width) {
        return width >= 1200 ? 24 : 16;
    }

    /** Moves the origin until the matching {@link #pop}. */
    public void push(double x, double y) {
        frames.push(new Frame(dx, dy, clip));
        dx += x;
        dy += y;
    }

    /** Clips to a rectangle, within the clip there is, until {@link #pop} of the enclosing {@link #push}. */
    public void clip(double x, double y, double width, double height) {
        int left = (int) Math.floor(x + dx);
        int top = (int) Math.floor(y + dy);
        Rectangle r = new Rectangle(
                left,
                top,
                Math.max(0, (int) Math.ceil(x + dx + width) - left),
                Math.max(0, (int) Math.ceil(y + dy + height) - top));
        setClip(clip == null ? r.intersection(damage) : clip.intersection(r));
    }

    /** Goes back to the origin and clip of before the matching {@link #push}. */
    public void pop() {
        Frame f = frames.pop();
        dx = f.dx();
        dy = f.dy();
        if (clip != f.clip()) {
            setClip(f.clip());
        }
    }

    private void setClip(@Nullable Rectangle r) {
        clip = r;
        gc.setClipping(r == null ? damage : r);
    }

    private Rectangle seen() {
        return clip == null ? damage : clip;
    }

    /** Whether nothing of a rectangle would be seen. */
    public boolean hidden(double x, double y, double width, double height) {
        Rectangle seen = seen();
        return x + dx + width < seen.x
                || y + dy + height < seen.y
                || x + dx > seen.x + seen.width
                || y + dy > seen.y + seen.height;
    }

    /** A filled rectangle in one colour. */
    public void fill(double x, double y, double width, double height, int argb) {
        rect(x, y, width, height, 0, Fill.of(argb), null);
    }

    /** A filled rectangle with round corners. */
    public void fillRound(double x, double y, double width, double height, double radius, int argb) {
        rect(x, y, width, height, radius, Fill.of(argb), null);
    }

    /** The outline of a rectangle with round corners, one pixel wide, inside of its bounds. */
    public void frameRound(double x, double y, double width, double height, double radius, int argb) {
        rect(x + 0.5, y + 0.5, width - 1, height - 1, radius, null, Stroke.of(argb, 1));
    }

    /** A rectangle with fill and outline, each optional. */
    public void rect(
            double x,
            double y,
            double width,
            double height,
            double radius,
            @Nullable Fill fill,
            @Nullable Stroke stroke) {
        double margin = stroke == null ? 1 : stroke.width() + 1;
        if (hidden(x - margin, y - margin, width + 2 * margin, height + 2 * margin)) {
            return;
        }
        if (fill != null && (fill.argb() >>> 24 != 0 || fill.isGradient())) {
            double left = grid.snap(x + dx);
            double top = grid.snap(y + dy);
            double right = grid.end(x + dx, width);
            double bottom = grid.end(y + dy, height);
            fillShape(left, top, right - left, bottom - top, radius, fill);
        }
        if (stroke != null) {
            double left = grid.hairline(x + dx, stroke.width());
            double top = grid.hairline(y + dy, stroke.width());
            double right = grid.hairline(x + dx + width, stroke.width());
            double bottom = grid.hairline(y + dy + height, stroke.width());
            frame(left, top, right, bottom, radius, stroke);
        }
    }

    /**
     * An outline. A thin one is drawn as four sides and four corners: the same pixels, but the toolkit prepares a picture as large as
     * whatever is stroked at once, which for a card costs more than all that is in it.
     */
    private void frame(double left, double top, double right, double bottom, double radius, Stroke stroke) {
        double r = Math.min(radius, Math.min(right - left, bottom - top) / 2);
        double fromX = grid.up(left + r);
        double toX = grid.down(right - r);
        double fromY = grid.up(top + r);
        double toY = grid.down(bottom - r);
        double back = PixelGrid.strokeOffset(stroke.width());
        if (!hairline(stroke) || r <= 0 || fromX >= toX || fromY >= toY) {
            Path path = new Path(display);
            Outline.roundRect(path, left - back, top - back, right - left, bottom - top, radius);
            stroke(path, stroke);
            return;
        }
        double half = stroke.width() / 2;
        double[][] corners = {
            {left, fromY, left, top, fromX, top},
            {toX, top, right, top, right, fromY},
            {right, toY, right, bottom, toX, bottom},
            {fromX, bottom, left, bottom, left, toY}
        };
        Path path = new Path(display);
        for (double[] c : corners) {
            Outline.corner(path, c[0] - back, c[1] - back, c[2] - back, c[3] - back, c[4] - back, c[5] - back, r);
            stroke(path, stroke, SWT.CAP_FLAT);
            path = new Path(display);
        }
        path.dispose();
        Fill ink = Fill.of(stroke.argb());
        fillShape(fromX, top - half, toX - fromX, stroke.width(), 0, ink);
        fillShape(fromX, bottom - half, toX - fromX, stroke.width(), 0, ink);
        fillShape(left - half, fromY, stroke.width(), toY - fromY, 0, ink);
        fillShape(right - half, fromY, stroke.width(), toY - fromY, 0, ink);
    }

    /** Whether a stroke is a plain thin line. */
    private static boolean hairline(Stroke stroke) {
        return stroke.width() <= 1 && stroke.dash() <= 0;
    }

    private void fillShape(double x, double y, double w, double h, double radius, Fill fill) {
        if (fill.isGradient()) {
            Path path = new Path(display);
            Outline.roundRect(path, x, y, w, h, radius);
            fillGradient(path, y, y + h, fill);
            return;
        }
        background(fill.argb());
        if (radius <= 0 && PixelGrid.whole(x) && PixelGrid.whole(y) && PixelGrid.whole(w) && PixelGrid.whole(h)) {
            gc.fillRectangle((int) x, (int) y, (int) w, (int) h);
            return;
        }
        Path path = new Path(display);
        Outline.roundRect(path, x, y, w, h, radius);
        gc.fillPath(path);
        path.dispose();
    }

    /** A disc, a ring or both. */
    public void circle(double cx, double cy, double radius, @Nullable Fill fill, @Nullable Stroke stroke) {
        double margin = radius + (stroke == null ? 1 : stroke.width() + 1);
        if (hidden(cx - margin, cy - margin, 2 * margin, 2 * margin)) {
            return;
        }
        double x = cx + dx - radius;
        double y = cy + dy - radius;
        float d = (float) (2 * radius);
        if (fill != null) {
            Path path = new Path(display);
            path.addArc((float) x, (float) y, d, d, 0, 360);
            fillAny(path, y, y + d, fill);
        }
        if (stroke != null) {
            double back = PixelGrid.strokeOffset(stroke.width());
            Path path = new Path(display);
            path.addArc((float) (x - back), (float) (y - back), d, d, 0, 360);
            stroke(path, stroke);
        }
    }

    /** An outline, filled, stroked or both. */
    public void path(PathData data, @Nullable Fill fill, @Nullable Stroke stroke) {
        if (data.isEmpty()) {
            return;
        }
        if (fill != null) {
            Outline o = new Outline(display, dx, dy);
            data.visit(o);
            fillAny(o.path, o.top, o.bottom, fill);
        }
        if (stroke != null) {
            straightLine(data, stroke);
        }
    }

    /** A single horizontal or vertical thin line is snapped to whole pixels; anything else is drawn where it is. */
    private void straightLine(PathData data, Stroke stroke) {
        Outline measured = new Outline(display, dx, dy);
        data.visit(measured);
        double back = PixelGrid.strokeOffset(stroke.width());
        double x = -back;
        double y = -back;
        boolean upright = measured.points == 2 && measured.left == measured.right;
        boolean level = measured.points == 2 && measured.top == measured.bottom;
        if (upright) {
            x += grid.hairline(measured.left, stroke.width()) - measured.left;
        }
        if (level) {
            y += grid.hairline(measured.top, stroke.width()) - measured.top;
        }
        measured.path.dispose();
        if (hairline(stroke) && (upright || level)) {
            double half = stroke.width() / 2;
            double left = measured.left + x + back - (upright ? half : 0);
            double top = measured.top + y + back - (level ? half : 0);
            double width = upright ? stroke.width() : measured.right - measured.left;
            double height = level ? stroke.width() : measured.bottom - measured.top;
            fillShape(left, top, width, height, 0, Fill.of(stroke.argb()));
            return;
        }
        Outline o = new Outline(display, dx + x, dy + y);
        data.visit(o);
        stroke(o.path, stroke);
    }

    /** A horizontal line, one pixel thick, below {@code y}. */
    public void rule(double x, double y, double width, int argb) {
        fill(x, y, width, 1, argb);
    }

    private void fillAny(Path path, double top, double bottom, Fill fill) {
        if (fill.isGradient()) {
            fillGradient(path, top, bottom, fill);
        } else {
            background(fill.argb());
            gc.fillPath(path);
            path.dispose();
        }
    }

    private void fillGradient(Path path, double top, double bottom, Fill fill) {
        Pattern pattern = new Pattern(
                display,
                0,
                (float) top,
                0,
                (float) bottom,
                Palette.color(fill.argb()),
                fill.argb() >>> 24,
                Palette.color(fill.endArgb()),
                fill.endArgb() >>> 24);
        gc.setAlpha(255);
        gc.setBackgroundPattern(pattern);
        gc.fillPath(path);
        gc.setBackgroundPattern(null);
        pattern.dispose();
        path.dispose();
    }

    private void stroke(Path path, Stroke stroke) {
        stroke(path, stroke, stroke.dash() > 0 ? SWT.CAP_FLAT : SWT.CAP_ROUND);
    }

    private void stroke(Path path, Stroke stroke, int cap) {
        foreground(stroke.argb());
        float[] dash = stroke.dash() > 0 ? new float[] {(float) stroke.dash(), (float) stroke.dash()} : null;
        gc.setLineAttributes(new LineAttributes(
                (float) stroke.width(),
                cap,
                SWT.JOIN_ROUND,
                dash == null ? SWT.LINE_SOLID : SWT.LINE_CUSTOM,
                dash,
                0,
                10));
        gc.drawPath(path);
        path.dispose();
    }

    /** One line of text, anchored by its own extent. */
    public void text(double x, double baseline, String text, double size, Weight weight, int argb, Anchor anchor) {
        SizedFont font = resources.font(size, weight);
        if (text.isEmpty() || hidden(x - 4000, baseline - font.height(), 8000, 2.0 * font.height())) {
            return;
        }
        foreground(argb);
        lettering.write(x + dx, baseline + dy, text, font, anchor, seen());
    }

    /** A text of a scene that is turned around its anchor. */
    void turned(Node.Text t) {
        SizedFont font = resources.font(t.style().size(), t.style().weight());
        double width = lettering.width(t.text(), font);
        if (t.text().isEmpty() || hidden(t.x() - width, t.baseline() - width, 2 * width, 2 * width)) {
            return;
        }
        foreground(t.style().argb());
        lettering.turned(t.x() + dx, t.baseline() + dy, t, font, seen());
    }

    /** Text that starts at {@code x}. */
    public void text(double x, double baseline, String text, double size, Weight weight, int argb) {
        text(x, baseline, text, size, weight, argb, Anchor.START);
    }

    /** The width of a text in pixels at 100 %. */
    public double width(String text, double size, Weight weight) {
        return lettering.width(text, resources.font(size, weight));
    }

    /** The text, shortened with an ellipsis where it is wider than {@code room}. */
    public String shorten(String text, double size, Weight weight, double room) {
        return lettering.shorten(text, resources.font(size, weight), room);
    }

    /**
     * A picture whose top left corner is at a place. It comes as a pattern: {@code GC.drawImage} reads all of a picture's pixels
     * into the program each time.
     */
    void picture(Pattern picture, double x, double y, int width, int height) {
        Transform place = new Transform(display);
        place.translate(Math.round(x + dx), Math.round(y + dy));
        gc.setTransform(place);
        gc.setAlpha(255);
        gc.setBackgroundPattern(picture);
        gc.fillRectangle(0, 0, width, height);
        gc.setBackgroundPattern(null);
        gc.setTransform(null);
        place.dispose();
    }

    Display display() {
        return display;
    }

    double zoom() {
        return grid.zoom();
    }

    /** An icon on its 16-pixel grid. */
    public void icon(Icon icon, double x, double y, int argb) {
        push(Math.round(x), Math.round(y));
        icon.draw(this, 1, argb);
        pop();
    }

    /** An icon, larger than its grid by a factor. */
    public void icon(Icon icon, double x, double y, double factor, int argb) {
        push(x, y);
        icon.draw(this, factor, argb);
        pop();
    }

    /** Layers of faint shadow below and around a floating card. */
    public void shadow(double x, double y, double width, double height, double radius, boolean dark) {
        int alpha = dark ? 0x14 : 0x05;
        for (int i = 6; i >= 1; i--) {
            rect(x - i, y - i + 3, width + 2 * i, height + 2 * i, radius + i, Fill.of(alpha << 24), null);
        }
    }

    private void background(int argb) {
        gc.setAlpha(argb >>> 24);
        gc.setBackground(Palette.color(argb));
    }

    private void foreground(int argb) {
        gc.setAlpha(argb >>> 24);
        gc.setForeground(Palette.color(argb));
    }
}
