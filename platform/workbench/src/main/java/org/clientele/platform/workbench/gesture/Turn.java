package org.clientele.platform.workbench.gesture;

/**
 * How a picture in space is turned. Immutable.
 *
 * @param azimuth degrees around the vertical axis, 0 to 360
 * @param elevation degrees from which it is seen from above, -90 to 90
 */
public record Turn(double azimuth, double elevation) {
    public Turn {
        azimuth = Double.isFinite(azimuth) ? ((azimuth % 360) + 360) % 360 : 0;
        elevation = Double.isFinite(elevation) ? Math.max(-90, Math.min(90, elevation)) : 0;
    }

    /** Reads "30,20"; what is no such text is not turned. */
    public static Turn parse(String text) {
        int comma = text.indexOf(',');
        try {
            return comma < 0
                    ? new Turn(0, 0)
                    : new Turn(
                            Double.parseDouble(text.substring(0, comma)),
                            Double.parseDouble(text.substring(comma + 1)));
        } catch (NumberFormatException e) {
            return new Turn(0, 0);
        }
    }

    /** Further by degrees. */
    public Turn by(double around, double up) {
        return new Turn(azimuth + around, elevation + up);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return Extent.digits(azimuth) + "," + Extent.digits(elevation);
    }
}
