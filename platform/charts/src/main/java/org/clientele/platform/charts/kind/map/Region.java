package org.clientele.platform.charts.kind.map;

import java.util.List;

/**
 * A country or state on the plane of its atlas.
 *
 * @param id ISO 3166-1 numeric or FIPS code; "" where it has none
 * @param code ISO 3166-1 alpha-2 or postal code; "" where it has none
 * @param name in English
 * @param middle a point well inside the largest ring
 * @param rings the largest first; empty for places too small to have an outline
 */
record Region(String id, String code, String name, Projection.Point middle, List<Ring> rings) {
    Region {
        rings = List.copyOf(rings);
    }

    /** What is stable and unique. */
    String key() {
        return code.isEmpty() ? name : code;
    }

    /** The continent that is left out where nobody has data of it. */
    boolean isAntarctica() {
        return code.equals("AQ");
    }

    /** The area of the largest ring. */
    double area() {
        return rings.isEmpty() ? 0 : rings.get(0).area();
    }

    /** The area of all rings. */
    double land() {
        return rings.stream().mapToDouble(Ring::area).sum();
    }

    /** Whether a point of the plane lies inside. */
    boolean contains(double x, double y) {
        boolean odd = false;
        for (Ring ring : rings) {
            odd ^= ring.within(x, y) && ring.contains(x, y);
        }
        return odd;
    }
}
