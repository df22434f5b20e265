package org.clientele.platform.warehouse.csv;

import java.util.Arrays;

/** From record numbers to line numbers, kept as the places where the distance between the two changes. */
public final class LineMap {
    private long[] records = new long[4];
    private long[] lines = new long[4];
    private int size;

    /** Says that record {@code record} started on {@code line}. Records come in ascending order. */
    void add(long record, long line) {
        if (size > 0 && line - record == lines[size - 1] - records[size - 1]) {
            return;
        }
        if (size == records.length) {
            records = Arrays.copyOf(records, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        records[size] = record;
        lines[size++] = line;
    }

    /** The line that the record started on. */
    public long lineOf(long record) {
        int at = Arrays.binarySearch(records, 0, size, record);
        int i = at >= 0 ? at : -at - 2;
        return lines[i] + record - records[i];
    }
}
