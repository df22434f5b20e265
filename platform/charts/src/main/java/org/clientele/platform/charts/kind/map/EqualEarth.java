package org.clientele.platform.charts.kind.map;

/**
 * The Equal Earth projection: areas are true and the shapes of continents familiar. B. Savric, T. Patterson and B. Jenny, "The
 * Equal Earth map projection", International Journal of Geographical Information Science 33 (2019), equations 5 to 7. The
 * sphere has radius 1; the middle is 11 degrees east, so that the cut runs through the Bering Strait and no country but
 * Antarctica is cut.
 */
final class EqualEarth implements Projection {
    /** Degrees east of the middle of the picture. */
    static final double MIDDLE = 11;

    private static final double A1 = 1.340264;
    private static final double A2 = -0.081106;
    private static final double A3 = 0.000893;
    private static final double A4 = 0.003796;

    /** Takes longitudes as they are, within half a turn and a bit of the middle. */
    Point unwrapped(double longitude, double latitude) {
        double t = Math.asin(Math.sqrt(3) / 2 * Math.sin(Math.toRadians(latitude)));
        double t2 = t * t;
        double t6 = t2 * t2 * t2;
        double along = 9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1;
        double x = 2 * Math.sqrt(3) / 3 * Math.toRadians(longitude - MIDDLE) * Math.cos(t) / along;
        return new Point(x, -t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)));
    }

    @Override
    public Point at(double longitude, double latitude) {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 360)) {
            return Point.NOWHERE;
        }
        double east = longitude - MIDDLE;
        return unwrapped(MIDDLE + east - 360 * Math.rint(east / 360), latitude);
    }
}
