package org.clientele.platform.runtime;

import java.util.Map;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;

/**
 * A wish for what is on show as files.
 *
 * @param tile the tile's id, or "" for the whole dashboard
 * @param asTable whether the picture of the tile is of its table
 * @param theme colours of pictures
 * @param width of pictures in pixels at 100 %; of a tile 0 for as wide as on a dashboard of {@link RenderRequest#DEFAULT_WIDTH}
 * @param height in pixels at 100 %: of a dashboard with its foot, of a tile's card without; 0 for as high as the content, and never less than its cards need
 * @param views how a person looks at each tile, by its id; those that are missing are as nobody touched them
 */
public record ExportRequest(
        String tile, boolean asTable, Theme theme, double width, double height, Map<String, ViewState> views) {
    public ExportRequest {
        views = Map.copyOf(views);
    }

    /** A whole dashboard as nobody touched it. */
    public static ExportRequest page(Theme theme, double width) {
        return new ExportRequest("", false, theme, width, 0, Map.of());
    }
}
