package org.clientele.platform.charts.kind.map;

/** From degrees to a plane: x to the right, y down, in units of its own. */
interface Projection {
    /** The place of a point given in degrees east and north; both NaN where the projection does not show it. */
    Point at(double longitude, double latitude);

    /** A point of the plane. */
    record Point(double x, double y) {
        static final Point NOWHERE = new Point(Double.NaN, Double.NaN);

        boolean known() {
            return !Double.isNaN(x);
        }
    }
}
