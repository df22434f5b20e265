package org.clientele.platform.workbench.records;

import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** The keyboard on a table of records, beside what tables do by themselves. */
final class RecordsKeys {
    private final RecordsTable table;
    private final Deeds deeds;

    /** What keys do: with the row or column that the keyboard is on. */
    record Deeds(LongConsumer open, IntConsumer filter, Sorting sort, Runnable copy, Runnable leave) {}

    /** Sorts by a column. */
    interface Sorting {
        void by(int column, boolean also);
    }

    private RecordsKeys(RecordsTable table, Deeds deeds) {
        this.table = table;
        this.deeds = deeds;
    }

    static void install(RecordsTable table, Deeds deeds) {
        RecordsKeys keys = new RecordsKeys(table, deeds);
        table.control().addListener(SWT.KeyDown, keys::key);
    }

    private void key(Event e) {
        int[] at = table.anchor();
        int column = Math.max(0, at[0]);
        boolean command = (e.stateMask & SWT.MOD1) != 0;
        boolean shift = (e.stateMask & SWT.MOD2) != 0;
        if (command && e.keyCode == 'c') {
            deeds.copy().run();
        } else if (command || (e.stateMask & SWT.ALT) != 0) {
            return;
        } else if (e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR) {
            if (at[1] >= 0) {
                deeds.open().accept(at[1]);
            }
        } else if (e.keyCode == SWT.ESC) {
            deeds.leave().run();
        } else if (e.character == '/') {
            deeds.filter().accept(column);
        } else if (e.keyCode == 's') {
            deeds.sort().by(column, shift);
        }
    }
}
