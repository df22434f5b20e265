package org.clientele.platform.charts.kind.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.platform.charts.kind.map.Places.Place;
import org.clientele.sdk.chart.ChartRequest;

/** What rectangle of the plane a map shows before anyone zooms. */
record Extent(double left, double top, double right, double bottom) {
    private static final Extent NOTHING = new Extent(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    /** The part of all places, and of what they sum up to, that a map fitted to its data must show. */
    private static final double ENOUGH = 0.65;

    private static final double ENOUGH_OF_SUM = 0.85;
    /** A ring that is smaller than this part of its region's largest lies overseas and does not count. */
    private static final double OVERSEAS = 0.25;

    /** The whole atlas but Antarctica, which is shown where the data has it; or as the option "fit" says. */
    static Extent of(ChartRequest r, Atlas atlas, Supplier<PlaceNames> names, Places places) {
        String fit = r.spec().options().getOrDefault("fit", "");
        if (fit.equals("data") && !places.found().isEmpty()) {
            return data(places);
        }
        Extent named = NOTHING;
        for (String name : fit.isEmpty() ? new String[0] : fit.split(",", -1)) {
            for (Region region : names.get().find(name)) {
                named = named.and(mainland(region));
            }
        }
        if (named.left <= named.right) {
            return named.padded();
        }
        Extent all = NOTHING;
        for (Region region : atlas.regions()) {
            boolean shown = !region.isAntarctica()
                    || places.found().stream().anyMatch(p -> p.regions().contains(region));
            if (shown) {
                for (Ring ring : region.rings()) {
                    all = all.and(new Extent(ring.left(), ring.top(), ring.right(), ring.bottom()));
                }
            }
        }
        return all;
    }

    /**
     * Where most of the data is: the places nearest to its middle that together are enough. All places, where leaving the others
     * out would not make the map much larger.
     */
    private static Extent data(Places places) {
        boolean sums = Places.adds(places.measures().get(0));
        List<Place> all = new ArrayList<>(places.found());
        double cx = weightedMedian(all, sums, true);
        double cy = weightedMedian(all, sums, false);
        all.sort(Comparator.comparingDouble(
                p -> Math.hypot(p.middle().x() - cx, p.middle().y() - cy)));
        double total = all.stream().mapToDouble(p -> weight(p, sums)).sum();
        Extent whole = NOTHING;
        Extent near = NOTHING;
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            Extent one = of(all.get(i));
            if (i < ENOUGH * all.size() || sums && sum < ENOUGH_OF_SUM * total) {
                near = near.and(one);
            }
            sum += weight(all.get(i), sums);
            whole = whole.and(one);
        }
        return (near.size() < 0.5 * whole.size() ? near : whole).padded();
    }

    private static double weightedMedian(List<Place> all, boolean sums, boolean alongX) {
        List<Place> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(
                p -> alongX ? p.middle().x() : p.middle().y()));
        double half = sorted.stream().mapToDouble(p -> weight(p, sums)).sum() / 2;
        double sum = 0;
        for (Place p : sorted) {
            sum += weight(p, sums);
            if (sum >= half) {
                return alongX ? p.middle().x() : p.middle().y();
            }
        }
        return 0;
    }

    private static double weight(Place p, boolean sums) {
        return sums ? Math.max(0, Double.isNaN(p.value()) ? 0 : p.value()) : 1;
    }

    private static Extent of(Place p) {
        if (p.regions().isEmpty()) {
            return new Extent(
                    p.middle().x(), p.middle().y(), p.middle().x(), p.middle().y());
        }
        Extent out = NOTHING;
        for (Region region : p.regions()) {
            out = out.and(mainland(region));
        }
        return out;
    }

    private static Extent mainland(Region region) {
        Extent out = new Extent(
                region.middle().x(),
                region.middle().y(),
                region.middle().x(),
                region.middle().y());
        for (Ring ring : region.rings()) {
            if (ring.area() >= OVERSEAS * region.area()) {
                out = out.and(new Extent(ring.left(), ring.top(), ring.right(), ring.bottom()));
            }
        }
        return out;
    }

    private Extent and(Extent o) {
        return new Extent(
                Math.min(left, o.left), Math.min(top, o.top), Math.max(right, o.right), Math.max(bottom, o.bottom));
    }

    private double size() {
        return Math.max(right - left, bottom - top);
    }

    private Extent padded() {
        double pad = Math.max(0.04 * size(), 0.02);
        return new Extent(left - pad, top - pad, right + pad, bottom + pad);
    }
}
