package org.clientele.platform.runtime.arrange;

import org.clientele.sdk.dashboard.TileSpec;

/**
 * Where a tile stands among the others.
 *
 * @param tile its id
 * @param span columns of the 12-column grid, 1 to 12
 * @param rows height in grid rows of {@value TileSpec#ROW_HEIGHT} px, 1 to 24
 * @param hidden whether it is not shown
 */
public record Placement(String tile, int span, int rows, boolean hidden) {
    /** The most columns of the grid. */
    public static final int WIDEST = 12;

    /** The most rows that a tile may be high. */
    public static final int HIGHEST = 24;

    /** @throws IllegalArgumentException if the grid has no such place */
    public Placement {
        if (tile.isBlank() || span < 1 || span > WIDEST || rows < 1 || rows > HIGHEST) {
            throw new IllegalArgumentException("Tile \"" + tile + "\" cannot span " + span + " columns and " + rows
                    + " rows; 1 to " + WIDEST + " and 1 to " + HIGHEST + " are possible.");
        }
    }

    static Placement of(TileSpec tile) {
        return new Placement(tile.id(), tile.span(), tile.rows(), false);
    }

    Placement shown(boolean yes) {
        return new Placement(tile, span, rows, !yes);
    }

    Placement sized(int columns, int high) {
        return new Placement(
                tile, Math.max(1, Math.min(WIDEST, columns)), Math.max(1, Math.min(HIGHEST, high)), hidden);
    }

    TileSpec applied(TileSpec spec) {
        return new TileSpec(
                spec.id(),
                spec.title(),
                spec.subtitle(),
                span,
                rows,
                spec.question(),
                spec.trend(),
                spec.chart(),
                spec.detail());
    }
}
