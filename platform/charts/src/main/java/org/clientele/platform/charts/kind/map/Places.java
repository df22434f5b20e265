package org.clientele.platform.charts.kind.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a frame by the place they stand for.
 *
 * @param x what names the places, or null where they have but coordinates
 * @param measures what is told of each: the first colours regions or sizes bubbles
 * @param found by their regions, in the order of the rows
 * @param missing those that the map does not have
 */
record Places(@Nullable Column x, List<Column> measures, List<Place> found, List<Place> missing) {
    private static final Texts TEXTS = Texts.of(Places.class);

    /**
     * A place and its values.
     *
     * @param regions where it is; empty for a point or where the map does not have it
     * @param point where it is given in degrees, or null
     * @param values by measure; NaN where unknown
     * @param row the first row of it
     * @param rows how many there are
     */
    record Place(
            String name, List<Region> regions, Projection.@Nullable Point point, double[] values, int row, int rows) {
        /** Its stable name among the parts of the picture. */
        String key() {
            return regions.isEmpty()
                    ? String.valueOf(row)
                    : String.join("-", regions.stream().map(Region::key).toList());
        }

        double value() {
            return values[0];
        }

        Projection.Point middle() {
            return point != null ? point : regions.get(0).middle();
        }
    }

    /** Places by the names and codes of X. */
    static Places named(ChartRequest r, List<Column> measures, PlaceNames names) {
        Column x = r.frame().column(r.spec().column(Channel.X));
        Map<String, List<Region>> cache = new LinkedHashMap<>();
        Map<Object, Place> found = new LinkedHashMap<>();
        for (int row = 0; row < x.size(); row++) {
            String name = Labels.member(x, row, r);
            String key = x.valueAt(row) == null ? "" : raw(x, row, name);
            List<Region> regions = cache.computeIfAbsent(key, names::find);
            Place place = new Place(name, regions, null, values(measures, row), row, 1);
            found.merge(regions.isEmpty() ? "?" + name : regions, place, (a, b) -> joined(a, b, measures));
        }
        return split(x, measures, List.copyOf(found.values()));
    }

    /** Places by their degrees. */
    static Places located(ChartRequest r, List<Column> measures, Projection projection) {
        Frame f = r.frame();
        Column longitude = f.column(r.spec().column(Channel.LONGITUDE));
        Column latitude = f.column(r.spec().column(Channel.LATITUDE));
        List<String> named = r.spec().columns(Channel.X);
        Column x = named.isEmpty() ? null : f.column(named.get(0));
        List<String> labels = r.spec().columns(Channel.LABEL);
        Column label = labels.isEmpty() ? x : f.column(labels.get(0));
        List<Place> all = new ArrayList<>();
        for (int row = 0; row < f.rowCount(); row++) {
            Projection.Point at = projection.at(longitude.doubleAt(row), latitude.doubleAt(row));
            String name = label == null
                    ? Labels.value(latitude, row, r) + ", " + Labels.value(longitude, row, r)
                    : Labels.member(label, row, r);
            all.add(new Place(name, List.of(), at.known() ? at : null, values(measures, row), row, 1));
        }
        return split(x, measures, all);
    }

    private static Places split(@Nullable Column x, List<Column> measures, List<Place> all) {
        List<Place> found = new ArrayList<>();
        List<Place> missing = new ArrayList<>();
        for (Place p : all) {
            (p.regions().isEmpty() && p.point() == null ? missing : found).add(p);
        }
        return new Places(x, measures, found, missing);
    }

    private static String raw(Column x, int row, String name) {
        return x.type() == ColumnType.TEXT ? name : String.valueOf(x.valueAt(row));
    }

    private static double[] values(List<Column> measures, int row) {
        double[] out = new double[measures.size()];
        for (int i = 0; i < out.length; i++) {
            double v = measures.get(i).doubleAt(row);
            out[i] = Double.isFinite(v) ? v : Double.NaN;
        }
        return out;
    }

    /** Two rows of one place: sums where the unit can be added, else the first that is known. */
    private static Place joined(Place a, Place b, List<Column> measures) {
        double[] sums = a.values().clone();
        for (int i = 0; i < sums.length; i++) {
            double more = b.values()[i];
            boolean adds = adds(measures.get(i));
            sums[i] = Double.isNaN(sums[i]) ? more : Double.isNaN(more) || !adds ? sums[i] : sums[i] + more;
        }
        return new Place(a.name(), a.regions(), a.point(), sums, a.row(), a.rows() + b.rows());
    }

    /** Whether values of a column may be added: shares and averages may not. */
    static boolean adds(Column c) {
        return !c.unit().isRatio() && c.unit().denominator().isEmpty() && !Labels.isChange(c);
    }

    /** A value that need not stand in a row, exact and for people. */
    static String exact(Column like, double value, ChartRequest r) {
        if (Double.isNaN(value)) {
            return r.format().compact(Double.NaN, like.unit());
        }
        if (Labels.isChange(like)) {
            return r.format().change(value);
        }
        ColumnSpec spec = like.spec();
        boolean whole = like.type() != ColumnType.DOUBLE && Math.abs(value) * Math.pow(10, like.scale()) < 9e15;
        ColumnType type = like.type() == ColumnType.DECIMAL ? ColumnType.DECIMAL : ColumnType.INTEGER;
        Column.Builder one = !whole
                ? Column.builder(new ColumnSpec(spec.name(), ColumnType.DOUBLE, spec.unit(), spec.label()))
                        .addDouble(value)
                : type == ColumnType.DECIMAL
                        ? Column.decimalBuilder(spec, like.scale())
                                .addDecimal(BigDecimal.valueOf(value).setScale(like.scale(), RoundingMode.HALF_UP))
                        : Column.builder(new ColumnSpec(spec.name(), type, spec.unit(), spec.label()))
                                .addLong(Math.round(value));
        return r.format().exact(one.build(), 0);
    }

    /** What the pointer and a screen reader learn of a place. */
    Datum datum(Place p, ChartRequest r) {
        List<Datum.Entry> entries = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Column c = measures.get(i);
            entries.add(new Datum.Entry(Labels.of(c, r.metrics()), exact(c, p.values()[i], r)));
        }
        if (p.rows() > 1) {
            entries.add(new Datum.Entry(TEXTS.get("places.rows"), Figure.count(r, p.rows())));
        }
        return new Datum(title(p), entries, x == null || p.row() < 0 ? Map.of() : Labels.members(x, p.row()));
    }

    /** As the data says it, with the country's usual name where that is another. */
    private static String title(Place p) {
        if (p.regions().size() != 1) {
            return p.name();
        }
        String usual = p.regions().get(0).name();
        String said = PlaceNames.normal(p.name());
        boolean same =
                said.equals(PlaceNames.normal(usual)) || usual.contains(".") || said.length() > usual.length() + 4;
        return same ? p.name() : p.name() + " (" + usual + ")";
    }

    /** What a click selects, or null where the place has no member. */
    @Nullable
    Gesture select(Place p) {
        return x == null || p.row() < 0 ? null : Marks.select(x.name(), Labels.members(x, p.row()));
    }
}
