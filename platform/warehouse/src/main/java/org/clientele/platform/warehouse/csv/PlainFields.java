package org.clientele.platform.warehouse.csv;

import java.util.Map;

/** Which columns are hoped to be plain, and whether the fields of a record are. */
final class PlainFields {
    private final int[] columns;
    private final PlainType[] types;
    private final int[] ends;

    /** @param hoped the number of a column, from 0, to its type */
    PlainFields(int width, Map<Integer, PlainType> hoped) {
        this.columns = hoped.keySet().stream().mapToInt(c -> c).sorted().toArray();
        this.types = new PlainType[columns.length];
        for (int i = 0; i < columns.length; i++) {
            types[i] = java.util.Objects.requireNonNull(hoped.get(columns[i]));
        }
        this.ends = new int[width];
    }

    /** Where the fields of the record in hand end; to be filled by who parts it. */
    int[] ends() {
        return ends;
    }

    /** Whether the record that starts there is plain in all of them. */
    boolean fit(byte[] buf, int start) {
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            PlainType type = types[i];
            if (!type.fits(buf, column == 0 ? start : ends[column - 1] + 1, ends[column])) {
                return false;
            }
        }
        return true;
    }
}
