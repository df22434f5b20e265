package org.clientele.platform.runtime.gallery;

import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.text.Texts;

/** What a picture of the gallery is good for; the gallery's cards stand under these titles, in this order. */
enum GalleryFamily {
    FIGURES("family.figures"),
    TIME("family.time"),
    COMPARISON("family.comparison"),
    PARTS("family.parts"),
    DISTRIBUTION("family.distribution"),
    FLOW("family.flow"),
    RELATION("family.relation"),
    HIERARCHY("family.hierarchy"),
    MAP("family.map"),
    /** Kinds that nobody has put anywhere yet. */
    MORE("family.more");
    private static final Texts TEXTS = Texts.of(GalleryFamily.class);

    private final String key;

    GalleryFamily(String key) {
        this.key = key;
    }

    /** For people. */
    String title() {
        return TEXTS.get(key);
    }

    /** The family of a picture: that of its kind, but for the pictures in which a kind does what another family is for. */
    static GalleryFamily of(GalleryEntry entry) {
        return switch (entry.name()) {
            case "line-share", "line-stacked", "bar-stacked" -> PARTS;
            default -> of(entry.chart().kind());
        };
    }

    private static GalleryFamily of(String kind) {
        return switch (kind) {
            case ChartSpec.KPI,
                    ChartSpec.SENTENCES,
                    ChartSpec.GAUGE,
                    ChartSpec.METER,
                    ChartSpec.THERMOMETER,
                    ChartSpec.TANK,
                    ChartSpec.PROGRESS -> FIGURES;
            case ChartSpec.LINE, ChartSpec.CALENDAR, ChartSpec.COHORT -> TIME;
            case ChartSpec.BAR, ChartSpec.TABLE, ChartSpec.RADAR, ChartSpec.SLOPE -> COMPARISON;
            case ChartSpec.PARETO, ChartSpec.WATERFALL -> PARTS;
            case ChartSpec.HISTOGRAM, ChartSpec.BOX, ChartSpec.VIOLIN, ChartSpec.HEAT -> DISTRIBUTION;
            case ChartSpec.FUNNEL, ChartSpec.SANKEY, ChartSpec.LINEAGE -> FLOW;
            case ChartSpec.POINT, ChartSpec.PARALLEL, ChartSpec.NETWORK, ChartSpec.SCATTER_3D, ChartSpec.BUBBLES ->
                RELATION;
            case ChartSpec.TREEMAP, ChartSpec.SUNBURST, ChartSpec.DECOMPOSITION, ChartSpec.DENDROGRAM -> HIERARCHY;
            case ChartSpec.MAP -> MAP;
            default -> MORE;
        };
    }
}
