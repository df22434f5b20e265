package org.clientele.platform.workbench.page;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.ExportRequest;
import org.clientele.sdk.chart.ViewState;
import org.eclipse.swt.widgets.Canvas;

/** A page as it is looked at now, for files. UI thread only. */
final class PageExport {
    /** A picture of a narrow window would be a long strip. */
    private static final int LEAST_WIDTH = 960;

    private PageExport() {}

    /** What can be exported of a page; empty while it is not open. */
    static Optional<Exportable> of(DashboardPage page, Canvas canvas) {
        DashboardView from = page.view();
        if (from == null) {
            return Optional.empty();
        }
        Map<String, ViewState> looks =
                page.board().all().stream().collect(Collectors.toMap(PageTile::id, PageTile::chartView));
        int width = Math.max(LEAST_WIDTH, canvas.getClientArea().width);
        ExportRequest request = new ExportRequest("", false, page.palette().theme(), width, 0, looks);
        return Optional.of(new Exportable(
                page.title(),
                Export.ofPages(),
                page.session(),
                cancel -> from.exports().of(request, cancel)));
    }
}
