package org.clientele.platform.workbench.paint;

import org.clientele.sdk.scene.PathData;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.widgets.Display;

/** Turns path data into a toolkit path and measures it on the way. */
final class Outline implements PathData.Visitor {
    private static final double CURVE = 0.5522847498;

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

    /** Adds a rectangle with round corners to a path. */
    static void roundRect(Path path, double x, double y, double w, double h, double radius) {
        double r = Math.min(radius, Math.min(w, h) / 2);
        if (r <= 0) {
            path.addRectangle((float) x, (float) y, (float) w, (float) h);
            return;
        }
        double c = r * (1 - CURVE);
        path.moveTo((float) (x + r), (float) y);
        path.lineTo((float) (x + w - r), (float) y);
        cubic(path, x + w - c, y, x + w, y + c, x + w, y + r);
        path.lineTo((float) (x + w), (float) (y + h - r));
        cubic(path, x + w, y + h - c, x + w - c, y + h, x + w - r, y + h);
        path.lineTo((float) (x + r), (float) (y + h));
        cubic(path, x + c, y + h, x, y + h - c, x, y + h - r);
        path.lineTo((float) x, (float) (y + r));
        cubic(path, x, y + c, x + c, y, x + r, y);
        path.close();
    }

    /** Adds a round corner between two places that lie along its sides. */
    static void corner(
            Path path,
            double fromX,
            double fromY,
            double cornerX,
            double cornerY,
            double toX,
            double toY,
            double radius) {
        double outX = cornerX + Math.signum(fromX - cornerX) * radius;
        double outY = cornerY + Math.signum(fromY - cornerY) * radius;
        double inX = cornerX + Math.signum(toX - cornerX) * radius;
        double inY = cornerY + Math.signum(toY - cornerY) * radius;
        path.moveTo((float) fromX, (float) fromY);
        path.lineTo((float) outX, (float) outY);
        cubic(
                path,
                outX + (cornerX - outX) * CURVE,
                outY + (cornerY - outY) * CURVE,
                inX + (cornerX - inX) * CURVE,
                inY + (cornerY - inY) * CURVE,
                inX,
                inY);
        path.lineTo((float) toX, (float) toY);
    }

    private static void cubic(Path path, double x1, double y1, double x2, double y2, double x, double y) {
        path.cubicTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y);
    }
}
