package org.clientele.platform.charts.kind.map;

import org.clientele.sdk.scene.PathData;

/**
 * A closed outline: its points, and how much each matters.
 *
 * @param xy x and y of each point in turn
 * @param ranks of each point: 0 always stays; the larger, the smaller what goes missing without it
 */
record Ring(double[] xy, byte[] ranks, double left, double top, double right, double bottom, double area) {
    /** The rank of a point that matters by an area of 1, and how many ranks a halving takes: as the atlas was written. */
    private static final int RANK_OF_ONE = 80;

    private static final int RANKS_A_HALVING = 4;

    static Ring of(double[] xy, byte[] ranks) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        double twice = 0;
        for (int i = 0; i < xy.length; i += 2) {
            left = Math.min(left, xy[i]);
            right = Math.max(right, xy[i]);
            top = Math.min(top, xy[i + 1]);
            bottom = Math.max(bottom, xy[i + 1]);
            int k = (i + 2) % xy.length;
            twice += xy[i] * xy[k + 1] - xy[k] * xy[i + 1];
        }
        return new Ring(xy, ranks, left, top, right, bottom, Math.abs(twice) / 2);
    }

    /** The highest rank of points that are seen where an area is the least that is seen. */
    static int rankSeen(double least) {
        return (int) Math.max(1, Math.min(255, RANK_OF_ONE - RANKS_A_HALVING * Math.log(least) / Math.log(2)));
    }

    boolean within(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    boolean contains(double x, double y) {
        boolean odd = false;
        for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
            if (xy[i + 1] > y != xy[j + 1] > y
                    && x < (xy[j] - xy[i]) * (y - xy[i + 1]) / (xy[j + 1] - xy[i + 1]) + xy[i]) {
                odd = !odd;
            }
        }
        return odd;
    }

    /** Adds what is seen of it; nothing where it would be a speck. */
    void draw(PathData.Builder path, Lens lens) {
        if (Math.max(right - left, bottom - top) * lens.scale() < 1.2 || !lens.sees(left, top, right, bottom)) {
            return;
        }
        int most = rankSeen(0.5 / (lens.scale() * lens.scale()));
        double[] seen = new double[xy.length];
        int n = 0;
        for (int i = 0; i < ranks.length; i++) {
            if ((ranks[i] & 0xFF) <= most) {
                seen[n++] = lens.x(xy[2 * i]);
                seen[n++] = lens.y(xy[2 * i + 1]);
            }
        }
        if (n < 6) {
            return;
        }
        path.move(seen[0], seen[1]);
        for (int i = 2; i < n; i += 2) {
            path.line(seen[i], seen[i + 1]);
        }
        path.close();
    }
}
