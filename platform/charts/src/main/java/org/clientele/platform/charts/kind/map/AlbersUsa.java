package org.clientele.platform.charts.kind.map;

/**
 * The US as us-atlas draws it, 975 wide and 610 high: Albers' equal-area conic for the forty-eight states, Alaska at 35 % and
 * Hawaii below them, each on a cone of its own. Albers: J. P. Snyder, "Map Projections, a Working Manual", USGS Professional
 * Paper 1395 (1987), equations 14-1 to 14-6; the composite's parameters are those of the npm package us-atlas 3.
 */
final class AlbersUsa implements Projection {
    private static final double SCALE = 1300;

    private static final Cone STATES = Cone.of(-96, 38.7, 29.5, 45.5, SCALE, 0, 0, -0.6);
    private static final Cone ALASKA = Cone.of(-154, 58.5, 55, 65, SCALE * 0.35, -0.307, 0.201, -2);
    private static final Cone HAWAII = Cone.of(-157, 19.9, 8, 18, SCALE, -0.205, 0.212, -3);

    @Override
    public Point at(double longitude, double latitude) {
        boolean known = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 360;
        double east = longitude > 100 ? longitude - 360 : longitude;
        if (known && latitude > 50 && latitude < 72 && east > -190 && east < -129) {
            return ALASKA.at(east, latitude);
        }
        if (known && latitude > 18.5 && latitude < 23 && east > -161 && east < -154) {
            return HAWAII.at(east, latitude);
        }
        return known && latitude > 24 && latitude < 50 && east > -125.5 && east < -66
                ? STATES.at(east, latitude)
                : Point.NOWHERE;
    }

    /** One cone: its middle meridian, and where the middle of its part lies in the picture. */
    private record Cone(double meridian, double n, double c, double scale, double x0, double y0) {
        /**
         * @param dx how far the part is moved from the middle of the picture, in parts of the main scale
         * @param offset degrees from the meridian to the part's middle
         */
        static Cone of(
                double meridian,
                double middle,
                double south,
                double north,
                double scale,
                double dx,
                double dy,
                double offset) {
            double s = Math.sin(Math.toRadians(south));
            double n = (s + Math.sin(Math.toRadians(north))) / 2;
            double c = 1 + s * (2 * n - s);
            Cone raw = new Cone(meridian, n, c, scale, 0, 0);
            Point there = raw.at(meridian + offset, middle);
            return new Cone(meridian, n, c, scale, 487.5 + SCALE * dx - there.x(), 305 + SCALE * dy - there.y());
        }

        Point at(double longitude, double latitude) {
            double r = Math.sqrt(c - 2 * n * Math.sin(Math.toRadians(latitude))) / n;
            double angle = n * Math.toRadians(longitude - meridian);
            return new Point(x0 + scale * r * Math.sin(angle), y0 + scale * (r * Math.cos(angle) - Math.sqrt(c) / n));
        }
    }
}
