package org.clientele.platform.warehouse.csv;

/** Finds the delimiter on the first lines of a file. */
final class Delimiters {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 50;

    private Delimiters() {}

    /** The candidate with the most columns in the header that most of the next lines have too; comma in doubt. */
    static char find(byte[] buf, int from, int limit, boolean whole) {
        char best = ',';
        double bestScore = 0;
        for (char c : CANDIDATES) {
            double score = score(new LineParser((byte) c), buf, from, limit, whole);
            if (score > bestScore) {
                best = c;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(LineParser parser, byte[] buf, int from, int limit, boolean whole) {
        int header = 0;
        int lines = 0;
        int agreeing = 0;
        int start = from;
        while (start < limit && lines < LINES) {
            int stop = start;
            while (stop < limit && buf[stop] != '\n') {
                stop++;
            }
            if (stop == limit && !whole && lines > 0) {
                break;
            }
            int columns = parser.columns(buf, start, stop > start && buf[stop - 1] == '\r' ? stop - 1 : stop);
            if (lines++ == 0) {
                header = columns;
            } else if (columns == header) {
                agreeing++;
            }
            start = stop + 1;
        }
        return header < 2 ? 0 : header * (lines == 1 ? 1 : (0.1 + agreeing) / (lines - 0.9));
    }
}
