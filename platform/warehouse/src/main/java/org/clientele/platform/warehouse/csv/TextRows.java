package org.clientele.platform.warehouse.csv;

import java.util.ArrayList;
import java.util.List;

/** The first records of a text, parted for a look at them; the load parts them again, strictly. */
final class TextRows {
    /** Nobody looks at a table with more columns. */
    static final int MOST_COLUMNS = 10_000;

    private static final int MOST_LINES_OF_RECORD = 100;

    private final byte[] buf;
    private final int limit;
    private final boolean whole;

    /**
     * One record.
     *
     * @param line it starts on, from 1
     * @param next where the next starts
     * @param cells trimmed; none if it does not parse
     */
    record Row(int line, int next, List<String> cells) {}

    /** @param whole whether the text ends at {@code limit} */
    TextRows(byte[] buf, int limit, boolean whole) {
        this.buf = buf;
        this.limit = limit;
        this.whole = whole;
    }

    /** @param width of the records if it is known, else 0 */
    List<Row> read(int from, int firstLine, char delimiter, int width, int most) {
        LineParser parser = new LineParser((byte) delimiter);
        List<Row> rows = new ArrayList<>();
        int at = from;
        int line = firstLine;
        while (at < limit && rows.size() < most) {
            int stop = lineEnd(at);
            if (stop == limit && !whole && !rows.isEmpty()) {
                break;
            }
            int columns = parser.columns(buf, at, textEnd(at, stop));
            int last = columns == LineParser.OPEN ? lastOfSeveral(parser, at, stop, width) : stop;
            int next = Math.min(limit, last + 1);
            boolean parses = Utf8.isValid(buf, at, last) && parser.columns(buf, at, textEnd(at, last)) > 0;
            boolean readable = parses && parser.columns(buf, at, textEnd(at, last)) <= MOST_COLUMNS;
            rows.add(new Row(line, next, readable ? parser.fields(buf, at, textEnd(at, last)) : List.of()));
            line += newlines(at, next);
            at = next;
        }
        return rows;
    }

    private int lastOfSeveral(LineParser parser, int start, int firstStop, int width) {
        int from = firstStop + 1;
        for (int n = 0; n < MOST_LINES_OF_RECORD && from < limit; n++) {
            int stop = lineEnd(from);
            if (width > 0 && parser.columns(buf, from, textEnd(from, stop)) == width) {
                return firstStop;
            }
            int columns = parser.columns(buf, start, textEnd(start, stop));
            if (columns != LineParser.OPEN) {
                return columns > 0 ? stop : firstStop;
            }
            from = stop + 1;
        }
        return firstStop;
    }

    int lineEnd(int from) {
        int i = from;
        while (i < limit && buf[i] != '\n') {
            i++;
        }
        return i;
    }

    int textEnd(int from, int stop) {
        return stop > from && buf[stop - 1] == '\r' ? stop - 1 : stop;
    }

    private int newlines(int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            n += buf[i] == '\n' ? 1 : 0;
        }
        return n;
    }
}
