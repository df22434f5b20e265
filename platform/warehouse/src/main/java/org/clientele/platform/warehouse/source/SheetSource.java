package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.HeaderFinder;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.RowStager;
import org.clientele.platform.warehouse.csv.SourceFile;
import org.clientele.platform.warehouse.rejects.Structure;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook, of which rows are pulled as they are needed. */
final class SheetSource implements TableSource {
    private static final Texts TEXTS = Texts.of(SheetSource.class);

    private static final int LOOKED_AT = SourceHead.SAMPLE + 60;
    private static final int ROWS_BETWEEN_REPORTS = 1 << 8;

    private final Workbook book;
    private final Workbook.Sheet sheet;
    private final SourceChoice choice;
    private final List<SheetRows.Row> start = new ArrayList<>();
    private @Nullable SheetRows rows;
    private @Nullable SourceHead head;
    private int left;
    private int firstValue;
    private boolean closed;

    SheetSource(Workbook book, Workbook.Sheet sheet, SourceChoice choice) {
        this.book = book.use();
        this.sheet = sheet;
        this.choice = choice;
    }

    @Override
    public String name() {
        return book.name() + "/" + sheet.name();
    }

    /** Whether no cell of it is filled. */
    boolean isEmpty() {
        return !readStart(1);
    }

    private boolean readStart(int most) {
        try {
            if (rows == null) {
                rows = new SheetRows(book, sheet.part());
            }
            while (start.size() < most) {
                SheetRows.Row row = rows.next();
                if (row == null) {
                    break;
                }
                start.add(row);
            }
            return !start.isEmpty();
        } catch (IOException e) {
            throw SourceFile.unreadable(name(), e);
        }
    }

    @Override
    public List<SourceRow> firstRows(int most) {
        readStart(most);
        return start.stream()
                .limit(most)
                .filter(row -> firstFilled(row.cells()) < row.cells().size())
                .map(row -> new SourceRow(row.number(), row.cells()))
                .toList();
    }

    @Override
    public SourceHead head() {
        SourceHead known = head;
        if (known == null) {
            if (!readStart(LOOKED_AT)) {
                throw new AnalyticsException(
                        ErrorCode.FILE_UNRECOGNISED, TEXTS.get("sheet.source.empty_header_row_rows", name()));
            }
            known = find();
            head = known;
        }
        return known;
    }

    private SourceHead find() {
        left = start.stream().mapToInt(r -> firstFilled(r.cells())).min().orElse(0);
        int widest = start.stream().mapToInt(r -> r.cells().size()).max().orElse(1) - left;
        List<List<String>> cells = new ArrayList<>();
        List<SheetRows.Row> of = new ArrayList<>();
        for (SheetRows.Row row : start) {
            if (!of.isEmpty() && row.number() > of.get(of.size() - 1).number() + 1) {
                cells.add(Collections.nCopies(widest, ""));
                of.add(new SheetRows.Row(row.number() - 1, List.of()));
            }
            cells.add(cut(row.cells(), widest));
            of.add(row);
        }
        List<Integer> filled = cells.stream()
                .map(HeaderFinder::filled)
                .filter(n -> n > 0)
                .sorted()
                .toList();
        HeaderFinder.Found found = choice.headerRow() == null
                ? HeaderFinder.find(cells, filled.get(filled.size() * 3 / 4))
                : chosen(of, choice.headerRow());
        List<List<String>> values = cells.subList(Math.min(found.first(), cells.size()), cells.size()).stream()
                .filter(r -> HeaderFinder.filled(r) > 0)
                .toList();
        List<String> doubts = new ArrayList<>();
        int headerRow = found.header() < 0 ? 0 : of.get(found.header()).number();
        int width = Math.max(
                choice.names().size(), width(found.header() < 0 ? List.of() : cells.get(found.header()), values));
        List<String> headers = found.header() < 0
                ? HeaderFinder.names(choice.names(), width)
                : cells.get(found.header()).subList(0, width).stream()
                        .map(String::strip)
                        .toList();
        firstValue = found.first() < of.size() ? of.get(found.first()).number() : Integer.MAX_VALUE;
        if (headerRow > 0 && found.first() >= of.size()) {
            firstValue = headerRow + 1;
        }
        doubts(doubts, found, headerRow, headers.size());
        List<List<String>> sample = values.stream()
                .limit(SourceHead.SAMPLE)
                .map(r -> r.subList(0, Math.min(width, r.size())))
                .filter(r -> r.size() == width)
                .toList();
        return new SourceHead(
                SourceFormat.SHEET, "", RowStager.DELIMITER, Layout.DELIMITED, headerRow, headers, sample, doubts);
    }

    private void doubts(List<String> doubts, HeaderFinder.Found found, int headerRow, int width) {
        if (sheet.hidden()) {
            doubts.add(TEXTS.get("sheet.source.sheet_hidden_excel", sheet.name()));
        }
        if (found.skipped() > 0) {
            doubts.add(TEXTS.get("sheet.source.row_taken_header_what", String.valueOf(headerRow)));
        }
        if (headerRow == 0 && choice.headerRow() == null && choice.names().isEmpty()) {
            doubts.add(TEXTS.get("sheet.source.there_seems_no_header", String.valueOf(width)));
        }
        if (rows != null && rows.formulasWithoutValue() > 0) {
            doubts.add(TEXTS.get("sheet.source.some_formulas_have_no"));
        }
    }

    private HeaderFinder.Found chosen(List<SheetRows.Row> of, int headerRow) {
        if (headerRow == 0) {
            return new HeaderFinder.Found(-1, 0, 0);
        }
        for (int i = 0; i < of.size(); i++) {
            if (of.get(i).number() == headerRow && !of.get(i).cells().isEmpty()) {
                return new HeaderFinder.Found(i, i + 1, 0);
            }
        }
        throw new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID,
                TEXTS.get("sheet.source.row_cannot_header_empty", String.valueOf(headerRow), name()));
    }

    /** Up to the last header, and on while most values have something without a header. */
    private static int width(List<String> header, List<List<String>> values) {
        int width = header.size();
        while (width > 0 && header.get(width - 1).isBlank()) {
            width--;
        }
        while (true) {
            int at = width;
            long filled = values.stream()
                    .filter(r -> at < r.size() && !r.get(at).isBlank())
                    .count();
            boolean more = values.stream().anyMatch(r -> at < r.size());
            if (!more || !header.isEmpty() && filled * 2 < values.size()) {
                return Math.max(1, width);
            }
            width++;
        }
    }

    private static int firstFilled(List<String> cells) {
        int i = 0;
        while (i < cells.size() && cells.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    private List<String> cut(List<String> cells, int width) {
        List<String> row = new ArrayList<>(cells.subList(Math.min(left, cells.size()), cells.size()));
        while (row.size() < width) {
            row.add("");
        }
        return row;
    }

    @Override
    public CsvStager.Result stage(
            Path folder, CsvStager.ChunkSink sink, RejectSpool rejects, Progress progress, CancelSignal cancel) {
        SourceHead known = head();
        SheetRows pulled = java.util.Objects.requireNonNull(rows);
        try (RowStager stager = new RowStager(known.headers(), folder, sink, rejects)) {
            for (SheetRows.Row row : start) {
                take(row, stager);
            }
            start.clear();
            int n = 0;
            for (SheetRows.Row row = pulled.next(); row != null; row = pulled.next()) {
                if (n++ % ROWS_BETWEEN_REPORTS == 0) {
                    cancel.throwIfCancelled();
                    progress.report(pulled.fraction(), TEXTS.get("jdbc.source.rows_read", stager.rows()));
                }
                take(row, stager);
            }
            return stager.finish();
        } catch (IOException e) {
            throw SourceFile.unreadable(name(), e);
        }
    }

    private void take(SheetRows.Row row, RowStager stager) {
        if (row.number() >= firstValue) {
            if (firstFilled(row.cells()) < left) {
                stager.reject(
                        row.cells(),
                        row.number(),
                        Structure.leftOfTable(
                                row.cells().get(firstFilled(row.cells())),
                                head().headers().get(0)));
            } else {
                stager.add(row.cells().subList(left, row.cells().size()), row.number());
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (book) {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException e) {
            throw SourceFile.unreadable(name(), e);
        }
    }
}
