package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.ExportNotes;
import org.clientele.platform.report.Report;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.records.RecordsView;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** A list of records as a file, like any other table that leaves the program: typed cells, guarded texts, and what it is of. */
public final class RecordsFile {
    private static final Texts TEXTS = Texts.of(RecordsFile.class);

    /** More need memory that a desktop may not have, and no spreadsheet takes them. */
    static final long MOST = 3_000_000;

    private static final int PIECE = 20_000;

    private RecordsFile() {}

    /**
     * Reads the rows that a list had when its reader was made. Blocks.
     *
     * @param columns those of the list that are written, in order
     * @throws AnalyticsException RESOURCE_EXHAUSTED if there are more than three million; DATA_VALUE_INVALID if the data changed
     *     meanwhile; CANCELLED
     */
    public static Export of(
            Session session,
            RecordsRequest request,
            RecordsView.Reader rows,
            List<String> columns,
            CancelSignal cancel) {
        Frame frame = frame(rows, columns, cancel);
        String title = TEXTS.get("records.file.records", request.title());
        TileSpec.Builder tile = TileSpec.builder(
                "records",
                title,
                MetricQuery.of("clientele.core/order-lines"),
                ChartSpec.of(ChartSpec.TABLE).encode(Channel.COLUMN, columns.toArray(String[]::new)));
        DashboardSpec sheet = DashboardSpec.builder("clientele.records/list", title)
                .description(TEXTS.get("records.file.records_behind_number"))
                .tile(tile)
                .build();
        Chapter chapter = new Chapter(sheet, Map.of("records", new TileContent.Ready(frame, null)), Map.of());
        TileCard cards =
                new TileCard(session.workspace().contributed().charts(), RobotoMeasure.get(), session.format());
        Report report = new Report(title, notes(session, rows), List.of(chapter), cards);
        return new Export(Export.Scope.LIST, report, () -> {
            throw new IllegalStateException("Records have no picture.");
        });
    }

    private static ExportNotes notes(Session session, RecordsView.Reader rows) {
        List<String> filters = new ArrayList<>(ExportSnapshot.byPolicy(session.policy()));
        rows.query().filters().forEach(f -> filters.add(FilterText.inFull(f, session.names())));
        var period = rows.query().period();
        String days = period.isAll() ? TEXTS.get("records.file.all_data") : PeriodText.of(period, null, null);
        return new ExportNotes(session.workspace().name(), days, filters, "");
    }

    /** All rows of a list, read in parts. */
    static Frame frame(RecordsView.Reader rows, List<String> columns, CancelSignal cancel) {
        if (rows.count() > MOST) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("records.file.too_many", rows.count(), MOST));
        }
        List<Column.Builder> builders = new ArrayList<>();
        long from = 0;
        do {
            cancel.throwIfCancelled();
            Frame piece = rows.read(from, PIECE, cancel);
            for (int i = 0; i < columns.size(); i++) {
                Column column = piece.column(columns.get(i));
                if (from == 0) {
                    builders.add(
                            column.type() == ColumnType.DECIMAL
                                    ? Column.decimalBuilder(column.spec(), column.scale())
                                    : Column.builder(column.spec()));
                }
                for (int row = 0; row < column.size(); row++) {
                    builders.get(i).add(column.valueAt(row));
                }
            }
            from += PIECE;
        } while (from < rows.count());
        return Frame.of(builders.stream().map(Column.Builder::build).toList());
    }
}
