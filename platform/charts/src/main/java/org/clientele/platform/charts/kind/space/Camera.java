package org.clientele.platform.charts.kind.space;

import java.util.Locale;
import org.clientele.sdk.chart.ViewState;

/**
 * How a box around the origin is seen: x to the right, y up and z towards the viewer before it is turned.
 *
 * @param azimuth degrees the box is turned round its upright axis
 * @param elevation degrees the viewer stands above the floor, -90 to 90
 * @param distance of the viewer's eye, or infinite for parallel rays
 */
record Camera(double azimuth, double elevation, double distance, double scale, double cx, double cy) {
    /** The view-state parameter that turns it. */
    static final String TURN = "turn";

    private static final double AZIMUTH = 32;
    private static final double ELEVATION = 18;
    private static final double EYE = 7;

    /** A point in the picture, and how near it is. */
    record Seen(double x, double y, double depth, double size) {}

    /** A camera turned as the view says, "azimuth,elevation" in degrees. */
    static Camera of(ViewState view, boolean parallel) {
        double azimuth = AZIMUTH;
        double elevation = ELEVATION;
        String turn = view.get(TURN);
        if (turn != null) {
            String[] parts = turn.split(",", 2);
            try {
                double a = Double.parseDouble(parts[0]);
                double e = parts.length < 2 ? ELEVATION : Double.parseDouble(parts[1]);
                if (Double.isFinite(a) && Double.isFinite(e)) {
                    azimuth = ((a % 360) + 360) % 360;
                    elevation = Math.max(-90, Math.min(90, e));
                }
            } catch (NumberFormatException e) {
                // What cannot be read is how nobody has turned it.
                azimuth = AZIMUTH;
            }
        }
        return new Camera(azimuth, elevation, parallel ? Double.POSITIVE_INFINITY : EYE, 1, 0, 0);
    }

    /** The same with a box of half sizes fitted into a rectangle, at every azimuth alike so that turning does not zoom. */
    Camera fitted(double hx, double hy, double hz, double left, double top, double right, double bottom) {
        double wide = 0;
        double high = 0;
        double low = 0;
        double flat = Math.hypot(hx, hz);
        Camera plain = new Camera(0, elevation, distance, 1, 0, 0);
        for (int degrees = 0; degrees < 360; degrees += 3) {
            double x = flat * Math.sin(Math.toRadians(degrees));
            double z = flat * Math.cos(Math.toRadians(degrees));
            for (double y : new double[] {-hy, hy}) {
                Seen p = plain.see(x, y, z);
                wide = Math.max(wide, Math.abs(p.x()));
                high = Math.max(high, -p.y());
                low = Math.max(low, p.y());
            }
        }
        double s = Math.max(1, Math.min((right - left) / 2 / wide, (bottom - top) / (high + low)));
        return new Camera(
                azimuth, elevation, distance, s, (left + right) / 2, (top + bottom) / 2 + s * (high - low) / 2);
    }

    private double nearness(double depth) {
        return Double.isInfinite(distance) ? 1 : distance / (distance - depth);
    }

    Seen see(double x, double y, double z) {
        double a = Math.toRadians(azimuth);
        double e = Math.toRadians(elevation);
        double across = x * Math.cos(a) + z * Math.sin(a);
        double towards = z * Math.cos(a) - x * Math.sin(a);
        double up = y * Math.cos(e) - towards * Math.sin(e);
        double depth = y * Math.sin(e) + towards * Math.cos(e);
        double k = nearness(depth);
        return new Seen(cx + across * k * scale, cy - up * k * scale, depth, k);
    }

    /** How it is turned, as the gesture says it. */
    String turned() {
        return String.format(Locale.ROOT, "%.1f,%.1f", azimuth, elevation);
    }
}
