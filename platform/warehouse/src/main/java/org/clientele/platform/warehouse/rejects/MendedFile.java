package org.clientele.platform.warehouse.rejects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Mends that a person made in a file: either the rejects file with its texts corrected ({@code line} and {@code text}), or
 * a table of {@code line} and the source's own columns. Lines that the file lacks, and texts that are as they were, stay
 * rejects.
 */
public final class MendedFile {
    private static final Texts TEXTS = Texts.of(MendedFile.class);

    private static final String LINE = "line";

    private MendedFile() {}

    /**
     * Reads mends.
     *
     * @throws AnalyticsException FILE_UNREADABLE; FILE_UNRECOGNISED if the columns are missing; ARGUMENT_INVALID if a line
     *     is not among the rejects, or its text has not as many columns as the header
     */
    public static List<Mend> read(Path file, RejectTable table, RejectOrigin origin) {
        try (CsvRecords records =
                new CsvRecords(Files.newBufferedReader(file, StandardCharsets.UTF_8), RejectFile.delimiter(file))) {
            List<String> header = records.next();
            int line = header == null ? -1 : RejectFile.column(header, LINE);
            if (header == null || line < 0) {
                throw unrecognised(file, table);
            }
            int[] sources = sources(header, table);
            int text = RejectFile.column(header, "text");
            if (text < 0 && sources == null) {
                throw unrecognised(file, table);
            }
            Map<Long, Integer> rows = new HashMap<>();
            table.rows().forEach(r -> rows.putIfAbsent(r.reject().line(), r.number()));
            List<Mend> mends = new ArrayList<>();
            for (List<String> record = records.next(); record != null; record = records.next()) {
                RejectTable.Row row = row(file, table, rows, RejectFile.at(record, line));
                Mend mend = sources == null
                        ? ofText(row, RejectFile.at(record, text), table, origin)
                        : ofCells(row, record, sources);
                if (mend != null) {
                    mends.add(mend);
                }
            }
            return mends;
        } catch (IOException e) {
            String why = e instanceof java.nio.file.NoSuchFileException
                    ? TEXTS.get("mended.file.there_no_such_file")
                    : e instanceof java.nio.charset.CharacterCodingException
                            ? TEXTS.get("mended.file.no_text_utf_8")
                            : String.valueOf(e.getMessage());
            throw new AnalyticsException(ErrorCode.FILE_UNREADABLE, TEXTS.get("mended.file.cannot_read", file, why), e);
        }
    }

    private static AnalyticsException unrecognised(Path file, RejectTable table) {
        return new AnalyticsException(
                ErrorCode.FILE_UNRECOGNISED,
                TEXTS.get("mended.file.holds_no_mended_rows", file, String.join(", ", table.headers())));
    }

    private static int @Nullable [] sources(List<String> header, RejectTable table) {
        int[] sources = new int[table.headers().size()];
        for (int i = 0; i < sources.length; i++) {
            // A source may have a column called line or text of its own; it stands behind ours.
            sources[i] = header.lastIndexOf(table.headers().get(i));
            if (sources[i] < 0) {
                return null;
            }
        }
        return sources.length == 0 ? null : sources;
    }

    private static RejectTable.Row row(Path file, RejectTable table, Map<Long, Integer> rows, String line) {
        Integer number = rows.get(RejectFile.number(line));
        if (number == null) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("mended.file.mends_line_which_not", file, Shown.quoted(line)));
        }
        return table.rows().get(number);
    }

    private static @Nullable Mend ofCells(RejectTable.Row row, List<String> record, int[] sources) {
        List<String> cells = new ArrayList<>();
        for (int source : sources) {
            cells.add(RejectFile.at(record, source));
        }
        return row.parted() && cells.equals(row.cells()) ? null : new Mend(row.number(), cells);
    }

    private static @Nullable Mend ofText(RejectTable.Row row, String escaped, RejectTable table, RejectOrigin origin) {
        String was = row.reject().escaped();
        if (escaped.equals(was) || escaped.isBlank()) {
            return null;
        }
        List<String> cells = Fields.part(RejectText.readable(RejectText.bytes(escaped)), origin.separator());
        if (cells.size() != table.headers().size()) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get(
                            "mended.file.mended_text_line_has",
                            String.valueOf(row.reject().line()),
                            Structure.columns(cells.size()),
                            String.valueOf(table.headers().size())));
        }
        return new Mend(row.number(), cells);
    }
}
