package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.clientele.sdk.dashboard.TileSpec;

/**
 * Tiles on the 12-column grid: they flow in order, left to right, then down. Where the window is too narrow for the spans
 * that the author chose, runs of equal tiles get wider, evenly, and rows are filled to the edge.
 */
public final class DashboardLayout {
    /** Between tiles, in pixels. */
    public static final double GUTTER = 16;
    /** Height of a title above tiles, in pixels. */
    public static final double HEADING = 40;

    private static final int COLUMNS = 12;
    private static final int[] SPANS = {2, 3, 4, 6, 12};

    /** A tile with its place in pixels at 100 %. */
    public record Placed(TileSpec tile, double x, double y, double width, double height) {
        /** The lower edge. */
        public double bottom() {
            return y + height;
        }
    }

    private record Spanned(TileSpec tile, int span) {}

    /** Around the tiles: wider pages get more. */
    public double margin(double width) {
        return width >= 1200 ? 24 : 16;
    }

    /**
     * Places the tiles from y = margin.
     *
     * @param width of the whole page, margins included
     * @param minWidth the narrowest card for a tile: {@link TileCard#minWidth}
     */
    public List<Placed> place(List<TileSpec> tiles, double width, ToDoubleFunction<TileSpec> minWidth) {
        return place(tiles, width, minWidth, Set.of());
    }

    /**
     * The same in sections.
     *
     * @param titled ids of tiles that start a section: each begins a row, with room for a {@link #HEADING} above it
     */
    public List<Placed> place(
            List<TileSpec> tiles, double width, ToDoubleFunction<TileSpec> minWidth, Set<String> titled) {
        List<Placed> placed = new ArrayList<>();
        double y = margin(width);
        int from = 0;
        while (from < tiles.size()) {
            int to = from + 1;
            while (to < tiles.size() && !titled.contains(tiles.get(to).id())) {
                to++;
            }
            y += titled.contains(tiles.get(from).id()) ? HEADING : 0;
            section(tiles.subList(from, to), y, width, minWidth, placed);
            y = placed.stream().mapToDouble(Placed::bottom).max().orElse(y) + GUTTER;
            from = to;
        }
        return placed;
    }

    private void section(
            List<TileSpec> tiles, double top, double width, ToDoubleFunction<TileSpec> minWidth, List<Placed> placed) {
        double margin = margin(width);
        double column = Math.max(1, (width - 2 * margin - (COLUMNS - 1) * GUTTER) / COLUMNS);
        List<Spanned> spanned = spans(tiles, column, minWidth);
        boolean widened = spanned.stream().anyMatch(s -> s.span() != s.tile().span());
        double y = top;
        int i = 0;
        while (i < spanned.size()) {
            int end = rowEnd(spanned, i);
            int[] spans =
                    spanned.subList(i, end).stream().mapToInt(Spanned::span).toArray();
            if (widened) {
                stretch(spans);
            }
            double tallest = spanned.subList(i, end).stream()
                    .mapToDouble(s -> height(s.tile()))
                    .max()
                    .orElse(0);
            int from = 0;
            for (int k = i; k < end; k++) {
                TileSpec tile = spanned.get(k).tile();
                double left = Math.round(margin + from * (column + GUTTER));
                from += spans[k - i];
                double right = Math.round(margin + from * (column + GUTTER) - GUTTER);
                // Tiles that the author did not put side by side leave no hole under the lower one.
                placed.add(new Placed(tile, left, y, right - left, widened ? tallest : height(tile)));
            }
            y += tallest + GUTTER;
            i = end;
        }
    }

    /** Height of the page that holds these tiles, margins included. */
    public double height(List<Placed> placed, double width) {
        return placed.stream().mapToDouble(Placed::bottom).max().orElse(margin(width)) + margin(width);
    }

    private static double height(TileSpec tile) {
        return tile.rows() * (double) TileSpec.ROW_HEIGHT - GUTTER;
    }

    private static int rowEnd(List<Spanned> tiles, int start) {
        int sum = 0;
        int end = start;
        while (end < tiles.size() && sum + tiles.get(end).span() <= COLUMNS) {
            sum += tiles.get(end).span();
            end++;
        }
        return end;
    }

    private static List<Spanned> spans(List<TileSpec> tiles, double column, ToDoubleFunction<TileSpec> minWidth) {
        List<Spanned> out = new ArrayList<>();
        int i = 0;
        while (i < tiles.size()) {
            TileSpec first = tiles.get(i);
            int end = i;
            double least = 0;
            while (end < tiles.size()
                    && tiles.get(end).span() == first.span()
                    && tiles.get(end).rows() == first.rows()) {
                least = Math.max(least, minWidth.applyAsDouble(tiles.get(end)));
                end++;
            }
            int span = span(first.span(), end - i, column, least);
            for (; i < end; i++) {
                out.add(new Spanned(tiles.get(i), span));
            }
        }
        return out;
    }

    /** The span of a run of {@code n} tiles: wide enough, and such that its rows hold equally many where that is possible. */
    private static int span(int own, int n, double column, double least) {
        if (wide(own, column) >= least) {
            return own;
        }
        int smallest = COLUMNS;
        for (int s : SPANS) {
            if (s >= own && wide(s, column) >= least) {
                smallest = s;
                break;
            }
        }
        int perRow = COLUMNS / smallest;
        int rows = (n + perRow - 1) / perRow;
        int even = (n + rows - 1) / rows;
        return n < perRow ? smallest : Math.max(smallest, COLUMNS / even);
    }

    private static double wide(int span, double column) {
        return span * column + (span - 1) * GUTTER;
    }

    /** Fills a row to the edge, by the tiles' own proportions. */
    private static void stretch(int[] spans) {
        int sum = 0;
        for (int s : spans) {
            sum += s;
        }
        int used = 0;
        int given = 0;
        for (int k = 0; k < spans.length; k++) {
            used += spans[k];
            int until = Math.round(used * (float) COLUMNS / sum);
            spans[k] = until - given;
            given = until;
        }
    }
}
