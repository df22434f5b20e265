package org.clientele.platform.warehouse.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How the fields of a record are hoped to be written, and where those of the record in hand end. */
final class PlainFields {
    private final List<PlainType> types;
    private final boolean hoped;
    private final int[] ends;
    private final Queue<PlainRows> spare = new ConcurrentLinkedQueue<>();

    /** @param hoped the number of a column, from 0, to its type; of no column if nothing is hoped */
    PlainFields(int width, Map<Integer, PlainType> hoped) {
        List<PlainType> all = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            all.add(hoped.getOrDefault(c, PlainType.TEXT));
        }
        this.types = List.copyOf(all);
        this.hoped = !hoped.isEmpty();
        this.ends = new int[width];
    }

    /** Where the fields of the record in hand end; to be filled by who parts it. */
    int[] ends() {
        return ends;
    }

    boolean hoped() {
        return hoped;
    }

    /** Rows to be filled, used ones again if there are any: they are large. */
    PlainRows rows() {
        PlainRows used = spare.poll();
        if (used == null) {
            return new PlainRows(types, spare::add);
        }
        used.clear();
        return used;
    }
}
