package org.clientele.platform.workbench.paint;

import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.SceneSink;

/**
 * Paints scenes in a window. Fonts belong to {@link SwtResources}; everything else that the toolkit needs is made and
 * disposed within one call. UI thread only.
 *
 * <pre>{@code
 * scene.paint(new SwtSink(pen, tile.x, tile.y));
 * }</pre>
 */
public final class SwtSink implements SceneSink {
    private final Pen pen;
    private final double x;
    private final double y;

    /**
     * @param x where the scene's left edge goes
     * @param y where its top edge goes
     */
    public SwtSink(Pen pen, double x, double y) {
        this.pen = pen;
        this.x = x;
        this.y = y;
    }

    @Override
    public void begin(Scene scene) {
        pen.push(x, y);
    }

    @Override
    public void enter(Node.Group group) {
        pen.push(group.x(), group.y());
        Node.Clip clip = group.clip();
        if (clip != null) {
            pen.clip(clip.x(), clip.y(), clip.width(), clip.height());
        }
    }

    @Override
    public void leave(Node.Group group) {
        pen.pop();
    }

    @Override
    public void rect(Node.Rect r) {
        pen.rect(r.x(), r.y(), r.width(), r.height(), r.radius(), r.fill(), r.stroke());
    }

    @Override
    public void circle(Node.Circle c) {
        pen.circle(c.cx(), c.cy(), c.radius(), c.fill(), c.stroke());
    }

    @Override
    public void path(Node.Path p) {
        pen.path(p.data(), p.fill(), p.stroke());
    }

    @Override
    public void text(Node.Text t) {
        if (t.turn() != 0) {
            pen.turned(t);
            return;
        }
        pen.text(
                t.x(),
                t.baseline(),
                t.text(),
                t.style().size(),
                t.style().weight(),
                t.style().argb(),
                t.anchor());
    }

    @Override
    public void end() {
        pen.pop();
    }
}
