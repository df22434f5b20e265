package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.CellFault;
import org.clientele.platform.runtime.MendedRow;
import org.clientele.platform.runtime.RejectedRows;
import org.clientele.sdk.text.Texts;

/** Rejected rows while a person corrects them. Needs no display. Not thread-safe. */
final class MendModel {
    private static final Texts TEXTS = Texts.of(MendModel.class);
    private static final int BEFORE = 2;

    private final RejectedRows rejected;
    private final Map<Integer, List<String>> mended = new LinkedHashMap<>();
    private final Map<Integer, List<CellFault>> faults = new LinkedHashMap<>();

    MendModel(RejectedRows rejected) {
        this.rejected = rejected;
    }

    /** Names of the columns that are shown: line and reason, then those of the file. */
    List<String> headers() {
        List<String> all = new ArrayList<>(List.of(TEXTS.get("line"), TEXTS.get("what.is.wrong")));
        all.addAll(rejected.headers().isEmpty() ? List.of(TEXTS.get("mend.line")) : rejected.headers());
        return all;
    }

    /** What is shown of each row. */
    List<List<String>> rows() {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < rejected.rows().size(); i++) {
            RejectedRows.Row r = rejected.rows().get(i);
            List<String> row = new ArrayList<>(List.of(String.valueOf(r.line()), sentence(i)));
            row.addAll(rejected.headers().isEmpty() ? List.of(r.text()) : cells(i));
            all.add(row);
        }
        return all;
    }

    /** Whether a shown column can be changed. */
    boolean editable(int column) {
        return column >= BEFORE && !rejected.headers().isEmpty();
    }

    /** The values of a row as they are now, one a column of the file. */
    List<String> cells(int row) {
        List<String> now = mended.get(row);
        if (now != null) {
            return now;
        }
        List<String> cells = new ArrayList<>(rejected.rows().get(row).cells());
        while (cells.size() < rejected.headers().size()) {
            cells.add("");
        }
        return cells.subList(0, rejected.headers().size());
    }

    /** The value of a shown column. */
    String value(int row, int column) {
        return cells(row).get(column - BEFORE);
    }

    /** Puts a value into a shown column; gives the row's values, to be judged. */
    List<String> put(int row, int column, String value) {
        List<String> cells = new ArrayList<>(cells(row));
        cells.set(column - BEFORE, value);
        mended.put(row, List.copyOf(cells));
        faults.remove(row);
        return cells;
    }

    /** What keeps a row out still; forgotten if the row was changed again since. */
    void judged(int row, List<String> cells, List<CellFault> found) {
        if (cells.equals(mended.get(row))) {
            faults.put(row, List.copyOf(found));
        }
    }

    /** Whether a shown column is at fault. */
    boolean bad(int row, int column) {
        if (mended.containsKey(row)) {
            return faults.getOrDefault(row, List.of()).stream().anyMatch(f -> f.cell() == column - BEFORE);
        }
        return rejected.rows().get(row).bad() == column - BEFORE;
    }

    /** The shown column that is at fault in a row, or -1 where none is. */
    int fault(int row) {
        for (int column = BEFORE; column < headers().size(); column++) {
            if (bad(row, column)) {
                return column;
            }
        }
        return -1;
    }

    /** Whether a person changed a row so that nothing seems to keep it out. */
    boolean fits(int row) {
        return mended.containsKey(row)
                && faults.containsKey(row)
                && faults.getOrDefault(row, List.of()).isEmpty();
    }

    /** The rows that were changed and that nothing seems to keep out. */
    List<MendedRow> ready() {
        return mended.entrySet().stream()
                .filter(e -> fits(e.getKey()))
                .map(e -> new MendedRow(rejected.rows().get(e.getKey()).number(), e.getValue()))
                .toList();
    }

    /** The sentence about a row. */
    String sentence(int row) {
        if (!mended.containsKey(row)) {
            return rejected.rows().get(row).reason();
        }
        if (!faults.containsKey(row)) {
            return TEXTS.get("mend.checking");
        }
        List<CellFault> now = faults.getOrDefault(row, List.of());
        return now.isEmpty() ? TEXTS.get("mend.mended") : now.get(0).reason();
    }

    RejectedRows rejected() {
        return rejected;
    }
}
