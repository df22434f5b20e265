package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.ImportView;

/** What an undo takes and what it brings back, said before it is done. */
final class UndoWords {
    private static final String BACK = " What it had replaced comes back. The files themselves are not touched.";

    private UndoWords() {}

    static String sentence(ImportReply reply, Words words) {
        List<String> parts = new ArrayList<>();
        for (FileImport f : reply.files()) {
            if (f.failure() == null && !f.duplicate()) {
                parts.add(words.rows(f.rowsLoaded()) + " of " + f.source());
            }
        }
        return String.join(", ", parts) + " go, with the customers and products that only they named." + BACK;
    }

    static String sentence(ImportView one, Words words) {
        return words.rows(one.rowsLoaded()) + " of " + one.file()
                + " go, with the customers and products that only they named, and with every other table that came in the"
                + " same import."
                + BACK;
    }
}
