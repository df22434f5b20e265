package org.clientele.platform.report;

import java.util.List;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;

/**
 * What stands behind a picture, as rows and columns.
 *
 * @param chapter the dashboard that it is of
 * @param tile that shows it
 * @param title of the tile, or what else is shown there: "Revenue, trend"
 * @param frame the rows
 */
public record ReportTable(Chapter chapter, TileSpec tile, String title, Frame frame) {
    /** What to bear in mind with it, each doubt once. */
    public List<String> doubts() {
        return frame.caveats().stream().map(Caveat::message).distinct().toList();
    }
}
