package org.clientele.platform.charts;

import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Stroke;

/** Quiet blocks where the parts of a picture will be, so that it comes without a jump. */
final class Skeleton {
    private static final double ROW = 28;

    private Skeleton() {}

    static void draw(Drawing d, ChartSpec chart, Theme theme, double width, double height) {
        Fill block = Fill.of(Colors.mix(theme.surface(), theme.border(), 0.6));
        switch (chart.kind()) {
            case ChartSpec.KPI -> {
                d.rect(0, 6, Math.min(132, width * 0.6), 22, 4, block);
                double y = Math.min(42, Math.max(32, height - 20));
                d.rect(0, y, Math.min(72, width), Math.min(20, height), 10, block);
            }
            case ChartSpec.TABLE, ChartSpec.SENTENCES -> rows(d, block, width, height, false);
            case ChartSpec.BAR -> {
                if (chart.is("horizontal")) {
                    rows(d, block, width, height, true);
                } else {
                    columns(d, block, width, height);
                }
            }
            case ChartSpec.FUNNEL, ChartSpec.METER, ChartSpec.PROGRESS -> rows(d, block, width, height, true);
            case ChartSpec.HISTOGRAM, ChartSpec.BOX, ChartSpec.VIOLIN, ChartSpec.PARETO, ChartSpec.WATERFALL ->
                columns(d, block, width, height);
            case ChartSpec.GAUGE, ChartSpec.RADAR, ChartSpec.SUNBURST, ChartSpec.NETWORK, ChartSpec.TANK ->
                ring(d, block, width, height);
            case ChartSpec.HEAT, ChartSpec.COHORT, ChartSpec.CALENDAR, ChartSpec.TREEMAP, ChartSpec.MAP ->
                cells(d, block, width, height);
            default -> lines(d, block, width, height);
        }
    }

    private static void rows(Drawing d, Fill block, double width, double height, boolean bars) {
        double part = 0.62;
        for (double y = 4; y + 12 <= height; y += ROW) {
            d.rect(0, y, width * (bars ? 0.22 : 0.34), 10, 4, block);
            if (bars) {
                d.rect(width * 0.28, y - 2, width * part, 14, 3, block);
                part *= 0.78;
            } else {
                d.rect(width * 0.82, y, width * 0.18, 10, 4, block);
            }
        }
    }

    private static void columns(Drawing d, Fill block, double width, double height) {
        double[] parts = {0.45, 0.6, 0.5, 0.8, 0.66, 0.9, 0.74, 0.58};
        double bottom = Math.max(10, height - 24);
        double step = width / parts.length;
        for (int i = 0; i < parts.length; i++) {
            double high = bottom * parts[i];
            d.rect(i * step + step * 0.2, bottom - high, step * 0.6, high, 3, block);
        }
        d.line(0, bottom + 0.5, width, bottom + 0.5, Stroke.of(block.argb(), 1));
    }

    private static void ring(Drawing d, Fill block, double width, double height) {
        double radius = Math.max(4, Math.min(width, height) / 2 - 16);
        double thick = radius * 0.28;
        d.add(new Node.Circle(width / 2, height / 2, radius - thick / 2, null, Stroke.of(block.argb(), thick)));
    }

    private static void cells(Drawing d, Fill block, double width, double height) {
        int across = (int) Math.max(2, Math.min(14, width / 48));
        int down = (int) Math.max(2, Math.min(8, height / 32));
        double w = width / across;
        double h = height / down;
        for (int row = 0; row < down; row++) {
            for (int i = 0; i < across; i++) {
                d.rect(i * w, row * h, Math.max(1, w - 3), Math.max(1, h - 3), 3, block);
            }
        }
    }

    private static void lines(Drawing d, Fill block, double width, double height) {
        double bottom = Math.max(10, height - 36);
        for (int i = 0; i < 5; i++) {
            double y = Math.round(12 + (bottom - 12) * i / 4);
            d.rect(0, y - 4, 24, 8, 4, block);
            d.line(36, y + 0.5, width, y + 0.5, Stroke.of(block.argb(), 1));
        }
    }
}
