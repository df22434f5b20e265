package org.clientele.platform.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricQuery;

/** Reports for tests. */
public final class Reports {
    /** What every export must say. */
    public static final ExportNotes NOTES = new ExportNotes(
            "Shop & Söhne",
            "Last full month, 1 Nov 2011 – 30 Nov 2011",
            List.of("country is France"),
            "9 Dec 2011, 12:50");

    private Reports() {}

    /** A report of one dashboard with a table for each frame, called as the key says. */
    public static Report of(Map<String, Frame> frames) {
        DashboardSpec.Builder spec = DashboardSpec.builder("clientele.test/one", "One dashboard");
        Map<String, TileContent> contents = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, Frame> e : frames.entrySet()) {
            String id = "tile-" + i++;
            ChartSpec chart = ChartSpec.of(ChartSpec.TABLE)
                    .encode(
                            Channel.COLUMN,
                            e.getValue().columns().stream().map(Column::name).toArray(String[]::new));
            spec.tile(
                    TileSpec.builder(id, e.getKey(), MetricQuery.of("y"), chart).size(12, 5));
            contents.put(id, new TileContent.Ready(e.getValue(), null));
        }
        Chapter chapter = new Chapter(spec.build(), contents, Map.of());
        return new Report("One dashboard", NOTES, List.of(chapter), cards());
    }

    /** A report of one table. */
    public static Report of(String title, Frame frame) {
        return of(Map.of(title, frame));
    }

    /** What draws tiles. */
    public static TileCard cards() {
        return new TileCard(ChartCatalog.builtIn(), RobotoMeasure.get(), LocaleFormat.of(Locale.UK));
    }

    /** A column of texts; null where missing. */
    public static Column texts(String name, List<String> values) {
        return column(ColumnSpec.of(name, ColumnType.TEXT), values);
    }

    /** A column of any type but DECIMAL. */
    public static Column column(ColumnSpec spec, List<?> values) {
        Column.Builder b = Column.builder(spec);
        values.forEach(b::add);
        return b.build();
    }

    /** A column with a unit. */
    public static ColumnSpec spec(String name, ColumnType type, Unit unit) {
        return new ColumnSpec(name, type, unit, name);
    }
}
