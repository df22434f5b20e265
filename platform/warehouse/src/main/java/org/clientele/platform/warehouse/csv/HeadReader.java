package org.clientele.platform.warehouse.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** Reads the start of a text: delimiter, headers, where the values begin, and the first of them. */
final class HeadReader {
    private static final Texts TEXTS = Texts.of(HeadReader.class);

    private static final int LOOKED_AT = 100;

    private final String name;
    private final byte[] buf;
    private final int limit;
    private final boolean whole;
    private final TextRows text;
    private final HeadChoice choice;

    /**
     * The head, and where the values begin.
     *
     * @param at in the buffer
     * @param line from 1
     */
    record Start(CsvHead head, int at, long line) {}

    HeadReader(String name, byte[] buf, int limit, boolean whole, HeadChoice choice) {
        this.name = name;
        this.buf = buf;
        this.limit = limit;
        this.whole = whole;
        this.text = new TextRows(buf, limit, whole);
        this.choice = choice;
    }

    /** @param sample how many rows to give */
    Start read(int sample) {
        int at = hasMark() ? 3 : 0;
        int line = 1;
        while (at < limit && (buf[at] == '\n' || buf[at] == '\r')) {
            line += buf[at++] == '\n' ? 1 : 0;
        }
        if (at >= limit) {
            throw refused(TEXTS.get("head.reader.empty", name));
        }
        int stop = text.lineEnd(at);
        if (stop == limit && !whole) {
            throw refused(TEXTS.get("head.reader.long_line", name));
        }
        Character delimiter = choice.delimiter();
        String first = new String(buf, at, text.textEnd(at, stop) - at, java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"", "");
        boolean valuesOnly = delimiter != null && Integer.valueOf(0).equals(choice.headerRow());
        if (!valuesOnly
                && first.length() == 5
                && first.toLowerCase(Locale.ROOT).startsWith("sep=")
                && first.charAt(4) < 128) {
            delimiter = delimiter == null ? first.charAt(4) : delimiter;
            at = Math.min(limit, stop + 1);
            line++;
        }
        char by = delimiter == null ? Delimiters.find(text, at) : delimiter;
        return table(at, line, by, sample);
    }

    private boolean hasMark() {
        return limit >= 3 && (buf[0] & 0xff) == 0xef && (buf[1] & 0xff) == 0xbb && (buf[2] & 0xff) == 0xbf;
    }

    private Start table(int at, int line, char delimiter, int sample) {
        List<TextRows.Row> rows = text.read(at, line, delimiter, 0, LOOKED_AT);
        List<List<String>> cells = rows.stream().map(TextRows.Row::cells).toList();
        HeaderFinder.Found found = choice.headerRow() == null
                ? HeaderFinder.find(cells, HeaderFinder.usualWidth(cells))
                : chosen(rows, choice.headerRow());
        List<String> doubts = new ArrayList<>();
        List<String> headers;
        int headerRow = 0;
        if (found.header() >= 0) {
            TextRows.Row row = rows.get(found.header());
            headerRow = row.line();
            headers = row.cells();
            if (headers.isEmpty()) {
                throw refused(unparsed(headerRow));
            }
            if (found.skipped() > 0) {
                doubts.add(TEXTS.get("head.reader.line_taken_header_what", String.valueOf(headerRow)));
            }
        } else {
            int width = HeaderFinder.usualWidth(cells.subList(Math.min(found.first(), cells.size()), cells.size()));
            headers = HeaderFinder.names(
                    choice.names(), Math.max(1, Math.max(width, choice.names().size())));
            if (choice.headerRow() == null && choice.names().isEmpty()) {
                doubts.add(TEXTS.get("head.reader.there_seems_no_header", String.valueOf(headers.size())));
            }
        }
        int from = found.first() == 0 ? at : rows.get(found.first() - 1).next();
        int fromLine = found.first() < rows.size()
                ? rows.get(found.first()).line()
                : line + newlines(at, from) + (from == limit && buf[limit - 1] != '\n' ? 1 : 0);
        int width = headers.size();
        List<List<String>> values = text.read(from, fromLine, delimiter, width, sample).stream()
                .map(TextRows.Row::cells)
                .filter(r -> r.size() == width && (width > 1 || HeaderFinder.filled(r) > 0))
                .toList();
        return new Start(new CsvHead(delimiter, headerRow, headers, values, doubts), from, fromLine);
    }

    private HeaderFinder.Found chosen(List<TextRows.Row> rows, int headerRow) {
        if (headerRow == 0) {
            return new HeaderFinder.Found(-1, 0, 0);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line() == headerRow) {
                return new HeaderFinder.Found(i, i + 1, 0);
            }
        }
        throw new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID,
                TEXTS.get(
                        "head.reader.line_cannot_header_no",
                        String.valueOf(headerRow),
                        name,
                        String.valueOf(rows.size())));
    }

    private int newlines(int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            n += buf[i] == '\n' ? 1 : 0;
        }
        return n;
    }

    private String unparsed(int line) {
        return TEXTS.get("head.reader.no_header", name, String.valueOf(line), TextRows.MOST_COLUMNS);
    }

    private static AnalyticsException refused(String sentence) {
        return new AnalyticsException(ErrorCode.FILE_UNRECOGNISED, sentence);
    }
}
