package org.clientele.sdk.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * A chart as immutable data: what kind, which frame columns feed which channels, and options.
 *
 * <pre>{@code
 * ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "month").encode(Channel.Y, "revenue")
 * }</pre>
 *
 * <p>Option "members." and the name of a column, "France|Germany|Spain", lists members that take the theme's colours in that
 * order wherever the column colours marks. Option "rows" says what a row of raw values is, "orders".
 *
 * @param kind one of the built-in kinds, named by the constants here, or the id of a {@code ChartType}
 * @param encodings frame columns by channel
 * @param options by name; what a kind does not know it ignores
 */
public record ChartSpec(String kind, Map<Channel, List<String>> encodings, Map<String, String> options) {
    private static final Texts TEXTS = Texts.of(ChartSpec.class);

    /**
     * Value, status, change and spark line. Y, BASE, TARGET, TREND. Options "warning" and "bad": shares of the target from which
     * on it counts as reached, and below which as missed by far; those of the metric without them, turned round where less is
     * better. A second BASE is a second change. Of a tile that asks for a metric the workbench answers also the columns {@code
     * <metric>_previous}, {@code <metric>_year_before} and {@code <metric>_target} that are encoded here: the target for the days
     * on show, from the goals of the workspace or the metric itself, with how it comes about in {@code <metric>_target_rule}.
     */
    public static final String KPI = "kpi";
    /**
     * Lines over time or an ordered axis. X, Y (several, or one split by COLOR), BASE, LOW and HIGH (a band), FACET. Options
     * "area": "true", "stack": "total" or "share", "scale": "log"; "right": a column of Y with an axis of its own at the right;
     * "reference.1": "500000|Target" (or "goal|Target" for the first value of the column goal), "range.1": "100..200|Usual" and "annotation.1": "2011-11-01|Christmas", and so on with
     * other numbers, which every kind with axes knows.
     */
    public static final String LINE = "line";
    /**
     * Bars by category. X, Y (several, or one split by COLOR), BASE, TARGET, LOW and HIGH (error bars), LABEL, FACET. Options
     * "horizontal": "true", "stack": "total" or "share", "mark": "lollipop" or "bullet", "scale": "log"; for bullets "ranges":
     * ends of the grounds as parts of the target, "0.6,0.85,1.1".
     */
    public static final String BAR = "bar";
    /**
     * A table. COLUMN. Option "bars": a numeric column that is also drawn as bars. Option "sparks" (or TREND): a text column
     * of numbers apart by commas, or a numeric column of the trend frame keyed by the first COLUMN, drawn as spark lines. Option
     * "chooses": parameters of analyses that a click on a row chooses, and the columns with their values, "k=groups,scaling=way".
     */
    public static final String TABLE = "table";
    /**
     * Sentences one below the other. LABEL (the sentence); Y (a relative change, whose direction it shows), COLUMN (what its
     * tooltip says more). Option "open": the column of the queries that the sentences rest on, written as {@code QueryText} does;
     * a click asks them. Option "good": a column that is 1 where the change is good, and -1 where it is bad.
     */
    public static final String SENTENCES = "sentences";
    /**
     * Points of two measures, bubbles with a third. X, Y, SIZE, COLOR (groups or numbers), LABEL, LOW and HIGH, FACET. Options
     * "scale" (of Y) and "scale.x": "log".
     */
    public static final String POINT = "point";
    /**
     * How often values occur. X (raw values, or where counted ranges begin, with their counts as Y), COLOR, FACET. Option
     * "bins": how many.
     */
    public static final String HISTOGRAM = "histogram";
    /** Quartiles, whiskers and outliers of raw values. X (category), Y, FACET. Options "horizontal", "scale": "log". */
    public static final String BOX = "box";
    /** The density of raw values. X (category), Y, FACET. Options "horizontal", "scale": "log". */
    public static final String VIOLIN = "violin";
    /**
     * A grid of coloured cells. X, ROW, Y, LABEL (what a cell is called). Rows of one cell, and lines that are put together for
     * want of room, are added where their unit allows it; option "together": "mean" where numbers of no unit, such as
     * correlations, must not be.
     */
    public static final String HEAT = "heat";
    /** A measure by age of each cohort. ROW (cohort), X (age), Y, SIZE (members). */
    public static final String COHORT = "cohort";
    /** A measure by day, weeks side by side. X (day), Y. */
    public static final String CALENDAR = "calendar";
    /**
     * A value on an arc against its target. Y, TARGET. Options "from", "to", "warning", "bad": numbers, or columns whose first
     * value counts; "less-is-better": "true", or a column whose first value is 1, where no metric tells.
     */
    public static final String GAUGE = "gauge";
    /** A value on a straight scale against its target. Y, TARGET. Options as for GAUGE. */
    public static final String METER = "meter";
    /** A value as the column of a thermometer. Y, TARGET. Options as for GAUGE. */
    public static final String THERMOMETER = "thermometer";
    /** A value as the level of a tank. Y, TARGET. Options as for GAUGE. */
    public static final String TANK = "tank";
    /** How far a value is on its way. Y, TARGET, and milestones: X (name), LOW (their value). Options as for GAUGE. */
    public static final String PROGRESS = "progress";
    /** How steps add up from a start to an end. X, Y. Option "total": members that are sums, between commas. */
    public static final String WATERFALL = "waterfall";
    /** Bars from the largest with their running share. X, Y, LABEL. */
    public static final String PARETO = "pareto";
    /** What is left after each stage. X (stage), Y, COLOR (segment), FACET. */
    public static final String FUNNEL = "funnel";
    /** Flows between stages. FROM, TO, Y. */
    public static final String SANKEY = "sankey";
    /** Values on spokes. X (spoke), Y, COLOR. Option "scale": "own" gives each spoke its own scale. */
    public static final String RADAR = "radar";
    /** Rows as lines across axes. COLUMN (axes), COLOR, LABEL. Option "log": columns on a log scale, between commas. */
    public static final String PARALLEL = "parallel";
    /** Two moments and what changed between them. LABEL, BASE, Y. Option "scale": "log". */
    public static final String SLOPE = "slope";
    /** Nested rectangles. LEVEL, Y, BASE (change as colour). */
    public static final String TREEMAP = "treemap";
    /** Nested rings. LEVEL, Y. */
    public static final String SUNBURST = "sunburst";
    /** Nodes and links. FROM, TO, Y (weight), COLOR (group of FROM). */
    public static final String NETWORK = "network";
    /**
     * Merges of clusters by distance. FROM and TO (leaves by name, earlier merges as "#1"), Y (height), TARGET (the height of the
     * cut). Options "chooses": the parameter of analyses that the cut writes when it is let go, by how many clusters it leaves;
     * "chooses.most": the most of them; "chooses.instead": another parameter that is set to 0 with it.
     */
    public static final String DENDROGRAM = "dendrogram";
    /**
     * A measure broken down level by level. LEVEL, Y, BASE. Or a tree as it is given, of which nothing is summed, a row a node:
     * TO (itself) and FROM (what it is a part of, missing for the whole), LABEL, LEVEL (what its whole was split by), Y, BASE, SIZE
     * (its share, missing where parts do not add up), STEP (whether it is opened).
     */
    public static final String DECOMPOSITION = "decomposition";
    /** What comes from what, in layers. FROM, TO, LABEL (the kind of FROM, and a second column: the kind of TO). */
    public static final String LINEAGE = "lineage";
    /**
     * Points in space that turn. X, Y (up), Z, COLOR, SIZE, LABEL. Options "scale.x", "scale.y", "scale.z": "log",
     * "projection": "orthographic".
     */
    public static final String SCATTER_3D = "scatter3d";
    /**
     * Bubbles that move from step to step. STEP, X, Y, SIZE, COLOR, LABEL (who is who). Options "scale.x", "scale.y": "log",
     * "trail": names parted by "|" whose way is drawn.
     */
    public static final String BUBBLES = "bubbles";
    /**
     * Regions coloured by a measure, or bubbles on them. X (country or state: name or code), Y, SIZE; or LONGITUDE and
     * LATITUDE. Options "map": "world" or "us"; "mark": "bubble" for bubbles by Y; "scale": "log"; "colors": "sequential" or
     * "diverging"; "fit": "data", or places parted by commas.
     */
    public static final String MAP = "map";

    public ChartSpec {
        Map<Channel, List<String>> copy = new EnumMap<>(Channel.class);
        encodings.forEach((channel, columns) -> copy.put(channel, List.copyOf(columns)));
        encodings = java.util.Collections.unmodifiableMap(copy);
        options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** A chart of a kind, without encodings. */
    public static ChartSpec of(String kind) {
        return new ChartSpec(kind, Map.of(), Map.of());
    }

    /** The same with columns added to a channel. */
    public ChartSpec encode(Channel channel, String... columns) {
        Map<Channel, List<String>> more = new EnumMap<>(Channel.class);
        more.putAll(encodings);
        List<String> all = new ArrayList<>(columns(channel));
        all.addAll(List.of(columns));
        more.put(channel, all);
        return new ChartSpec(kind, more, options);
    }

    /** The same with an option. */
    public ChartSpec option(String name, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(name, value);
        return new ChartSpec(kind, encodings, more);
    }

    /** The columns of a channel; empty if it has none. */
    public List<String> columns(Channel channel) {
        return encodings.getOrDefault(channel, List.of());
    }

    /**
     * The first column of a channel.
     *
     * @throws AnalyticsException CONTRACT_BROKEN if it has none
     */
    public String column(Channel channel) {
        List<String> all = columns(channel);
        if (all.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN, TEXTS.get("chart.spec.chart_kind_needs_column", kind, channel));
        }
        return all.get(0);
    }

    /** Whether an option is "true". */
    public boolean is(String option) {
        return "true".equals(options.get(option));
    }
}
