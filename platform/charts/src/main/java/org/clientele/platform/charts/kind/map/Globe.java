package org.clientele.platform.charts.kind.map;

import java.util.Arrays;

/** Brings rings in degrees, which go round a globe without an edge, onto a picture that has edges. */
final class Globe {
    private static final EqualEarth EARTH = new EqualEarth();

    private Globe() {}

    /**
     * A ring on the plane. Where it passes the 180th meridian its longitudes go on past 180, and the whole ring is put where its
     * middle is in the picture: so Russia, Fiji and the Aleutians stay in one piece. The one ring that goes round a pole is cut
     * at the picture's edge and closed along it.
     */
    static Ring ring(double[] degrees, byte[] ranks) {
        double[] xy = degrees.clone();
        double least = xy[0];
        double most = xy[0];
        for (int i = 2; i < xy.length; i += 2) {
            xy[i] -= 360 * Math.rint((xy[i] - xy[i - 2]) / 360);
            least = Math.min(least, xy[i]);
            most = Math.max(most, xy[i]);
        }
        double round = Math.rint((xy[xy.length - 2] - xy[0]) / 360);
        if (round != 0) {
            return aroundPole(xy, ranks);
        }
        double shift = 360 * Math.rint(((least + most) / 2 - EqualEarth.MIDDLE) / 360);
        for (int i = 0; i < xy.length; i += 2) {
            project(xy, i, xy[i] - shift, xy[i + 1]);
        }
        return Ring.of(xy, ranks);
    }

    private static Ring aroundPole(double[] xy, byte[] ranks) {
        int n = ranks.length;
        double edge = EqualEarth.MIDDLE - 180;
        int first = 0;
        for (int i = 0; i < n; i++) {
            if (fromEdge(xy[2 * i], edge) < fromEdge(xy[2 * first], edge)) {
                first = i;
            }
        }
        boolean east = fromEdge(xy[2 * ((first + 1) % n)], edge) < 180;
        double pole = xy[2 * first + 1] < 0 ? -90 : 90;
        double[] out = new double[2 * (n + 4)];
        byte[] worth = new byte[n + 4];
        int at = 0;
        double start = east ? 0 : 360;
        double startLatitude = xy[2 * first + 1];
        at = point(out, at, edge + start, pole);
        at = point(out, at, edge + start, startLatitude);
        for (int i = 0; i < n; i++) {
            int from = (first + i) % n;
            worth[at / 2] = ranks[from];
            at = point(out, at, edge + fromEdge(xy[2 * from], edge), xy[2 * from + 1]);
        }
        at = point(out, at, edge + 360 - start, startLatitude);
        at = point(out, at, edge + 360 - start, pole);
        return Ring.of(Arrays.copyOf(out, at), worth);
    }

    private static double fromEdge(double longitude, double edge) {
        double d = (longitude - edge) % 360;
        return d < 0 ? d + 360 : d;
    }

    private static int point(double[] out, int at, double longitude, double latitude) {
        project(out, at, longitude, latitude);
        return at + 2;
    }

    private static void project(double[] out, int at, double longitude, double latitude) {
        Projection.Point p = EARTH.unwrapped(longitude, latitude);
        out[at] = p.x();
        out[at + 1] = p.y();
    }
}
