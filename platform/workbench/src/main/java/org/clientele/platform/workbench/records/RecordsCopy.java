package org.clientele.platform.workbench.records;

import java.util.List;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.records.RecordCell;
import org.clientele.platform.runtime.records.RecordsView;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;

/** Copies chosen cells as text that spreadsheets take: tabs between cells, heads first, exact values, ISO days. */
final class RecordsCopy {
    private static final Texts TEXTS = Texts.of(RecordsCopy.class);

    private static final int MOST = 20_000;
    private static final int PIECE = 5_000;

    private RecordsCopy() {}

    static void copy(
            RecordsTable table,
            RecordsModel model,
            RecordsView view,
            Background background,
            PageHost host,
            Session session) {
        List<long[]> rows = table.chosenRows();
        List<String> columns =
                table.chosenColumns().stream().map(i -> model.names().get(i)).toList();
        long count = rows.stream().mapToLong(r -> r[1] - r[0]).sum();
        if (count == 0) {
            return;
        }
        Figures figures = new Figures(session.format());
        if (count > MOST) {
            host.failed(
                    TEXTS.get("copy.much"), TEXTS.get("copy.much.why", figures.counted(count), figures.counted(MOST)));
            return;
        }
        RecordsView.Reader reader = view.reader();
        session.background(TEXTS.get("copy.job"), (progress, cancel) -> tsv(reader, columns, rows, cancel))
                .whenComplete((text, failure) -> background.ui(() -> {
                    if (text != null) {
                        put(text, table);
                        host.done(TEXTS.get("copy.done", figures.counted(count)));
                    } else if (failure != null && !Background.cancelled(failure)) {
                        host.failed(TEXTS.get("copy.failed"), Background.sentence(failure));
                    }
                }));
    }

    private static void put(String text, RecordsTable table) {
        if (!table.control().isDisposed()) {
            Clipboard clipboard = new Clipboard(table.control().getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    static String tsv(RecordsView.Reader reader, List<String> columns, List<long[]> rows, CancelSignal cancel) {
        StringBuilder s = new StringBuilder();
        for (long[] range : rows) {
            for (long from = range[0]; from < range[1]; from += PIECE) {
                Frame piece = reader.read(from, (int) Math.min(PIECE, range[1] - from), cancel);
                List<Column> written = columns.stream().map(piece::column).toList();
                if (s.isEmpty()) {
                    line(s, written, -1);
                }
                for (int row = 0; row < piece.rowCount(); row++) {
                    line(s, written, row);
                }
            }
        }
        return s.toString();
    }

    private static void line(StringBuilder s, List<Column> columns, int row) {
        String between = "";
        for (Column c : columns) {
            boolean text = row < 0 || c.type() == ColumnType.TEXT;
            String cell = row < 0 ? c.spec().label() : RecordCell.text(c, row);
            s.append(between).append(text ? RecordCell.guarded(cell).replaceAll("[\\t\\r\\n]", " ") : cell);
            between = "\t";
        }
        s.append('\n');
    }
}
