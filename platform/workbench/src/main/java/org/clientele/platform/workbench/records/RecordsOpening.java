package org.clientele.platform.workbench.records;

import java.util.List;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.records.RecordsView;
import org.clientele.platform.workbench.paint.Palette;
import org.eclipse.swt.widgets.Composite;

/**
 * How the rows of a page are opened and shown.
 *
 * @param pane that the table is made in
 * @param changed hears from any thread that rows came
 */
record RecordsOpening(
        Session session, RecordsRequest request, RecordsModel model, Composite pane, Palette palette, Runnable changed)
        implements RecordsGrid.Opening {
    @Override
    public RecordsView view(List<String> columns) {
        return session.records().open(request.select(columns), changed);
    }

    @Override
    public RecordsTable table(RecordsGrid grid, RecordsView view) {
        return new RecordsTable(pane, palette, new TableSource(session.format(), model, view), grid);
    }
}
