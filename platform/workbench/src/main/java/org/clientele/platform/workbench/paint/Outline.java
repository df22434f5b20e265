package org.clientele.platform.workbench.paint;

import org.clientele.sdk.scene.PathData;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.widgets.Display;

/** Turns path data into a toolkit path and measures it on the way. */
final class Outline implements PathData.Visitor {
    final Path path;
    final double dx;
    final double dy;
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    int points;

    Outline(Display display, double dx, double dy) {
        this.path = new Path(display);
        this.dx = dx;
        this.dy = dy;
    }

    private void see(double x, double y) {
        points++;
        left = Math.min(left, x + dx);
        right = Math.max(right, x + dx);
        top = Math.min(top, y + dy);
        bottom = Math.max(bottom, y + dy);
    }

    @Override
    public void move(double x, double y) {
        see(x, y);
        path.moveTo((float) (x + dx), (float) (y + dy));
    }

    @Override
    public void line(double x, double y) {
        see(x, y);
        path.lineTo((float) (x + dx), (float) (y + dy));
    }

    @Override
    public void curve(double x1, double y1, double x2, double y2, double x, double y) {
        see(x, y);
        points++;
        path.cubicTo(
                (float) (x1 + dx), (float) (y1 + dy), (float) (x2 + dx), (float) (y2 + dy), (float) (x + dx), (float)
                        (y + dy));
    }

    @Override
    public void close() {
        points++;
        path.close();
    }
}
