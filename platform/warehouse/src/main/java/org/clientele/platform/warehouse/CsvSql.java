package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.warehouse.csv.StagedChunk;

/** SQL that reads staged chunks: strictly, nothing detected, every column as text under a name of ours. */
final class CsvSql {
    /** From so many columns on, one thread reads: each holds some thousand values of each column at each step of its work. */
    private static final int WIDE = 500;

    private CsvSql() {}

    /** The name of a source's column, from 0, in that SQL. */
    static String column(int i) {
        return "c" + i;
    }

    static String read(List<StagedChunk> chunks, char delimiter, int width) {
        List<String> files = new ArrayList<>();
        for (StagedChunk chunk : chunks) {
            files.add(LockedInstance.literal(chunk.file().toString()));
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add("'" + column(i) + "': 'VARCHAR'");
        }
        return "read_csv([" + String.join(", ", files) + "], columns = {" + String.join(", ", columns)
                + "}, header = false, auto_detect = false, delim = '" + delimiter
                + "', quote = '\"', escape = '\"', new_line = '\\n', comment = '', nullstr = '', strict_mode = true"
                + (width > WIDE ? ", parallel = false)" : ")");
    }
}
