package org.clientele.sdk.dashboard;

import java.util.Objects;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Question;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One card of a dashboard. New components come with builder methods, so older plugins go on working.
 *
 * @param id unique in its dashboard, lower case with hyphens
 * @param title says the measure
 * @param subtitle what it says in a sentence, or ""
 * @param span columns of the 12-column grid that it would like, 1 to 12; a narrow window gives more
 * @param rows height in grid rows of {@value #ROW_HEIGHT} px, gutters included
 * @param question its data; the dashboard's period is put into a metric query that has none
 * @param trend more data, by time, for a KPI's spark line, or null
 * @param chart how it is drawn
 * @param detail where a click on a figure goes: the id of a dashboard that explains it, "acme.shop/revenue", or one of its tiles,
 *     "acme.shop/revenue#by-country"; or ""
 */
public record TileSpec(
        String id,
        String title,
        String subtitle,
        int span,
        int rows,
        Question question,
        @Nullable MetricQuery trend,
        ChartSpec chart,
        String detail) {
    private static final Texts TEXTS = Texts.of(TileSpec.class);

    /** Height of one grid row in pixels at 100 %. */
    public static final int ROW_HEIGHT = 64;

    public TileSpec {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        if (span < 1 || span > 12 || rows < 1 || rows > 24) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN, TEXTS.get("tile.spec.tile_spans_columns_and", id, span, rows));
        }
    }

    /** Starts a tile; span defaults to 6, rows to 5. */
    public static Builder builder(String id, String title, Question question, ChartSpec chart) {
        return new Builder(id, title, question, chart);
    }

    /** Fills in a tile. */
    public static final class Builder {
        private final String id;
        private final String title;
        private final Question question;
        private final ChartSpec chart;
        private String subtitle = "";
        private int span = 6;
        private int rows = 5;
        private @Nullable MetricQuery trend;
        private String detail = "";

        private Builder(String id, String title, Question question, ChartSpec chart) {
            this.id = id;
            this.title = title;
            this.question = question;
            this.chart = chart;
        }

        /** What it says in a sentence. */
        public Builder subtitle(String text) {
            subtitle = text;
            return this;
        }

        /** Width in columns and height in rows of the grid. */
        public Builder size(int columns, int gridRows) {
            span = columns;
            rows = gridRows;
            return this;
        }

        /** The data of the spark line. */
        public Builder trend(MetricQuery q) {
            trend = q;
            return this;
        }

        /** Where a click on a figure goes: a dashboard's id, and behind a # one of its tiles. */
        public Builder detail(String dashboardOrTile) {
            detail = dashboardOrTile;
            return this;
        }

        /** The tile. */
        public TileSpec build() {
            return new TileSpec(id, title, subtitle, span, rows, question, trend, chart, detail);
        }
    }
}
