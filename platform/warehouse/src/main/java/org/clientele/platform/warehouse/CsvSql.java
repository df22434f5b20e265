package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.csv.PlainType;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.jspecify.annotations.Nullable;

/** SQL that reads staged chunks: strictly, nothing detected, every column under a name of ours. */
final class CsvSql {
    private CsvSql() {}

    /** The name of a source's column, from 0, in that SQL. */
    static String column(int i) {
        return "c" + i;
    }

    /** @param types the number of a column, from 0, to the type that it is read as; the others are text */
    static String read(List<StagedChunk> chunks, char delimiter, int width, Map<Integer, PlainType> types) {
        List<String> files = new ArrayList<>();
        for (StagedChunk chunk : chunks) {
            files.add(LockedInstance.literal(chunk.file().toString()));
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add("'" + column(i) + "': '" + sqlType(types.get(i)) + "'");
        }
        return "read_csv([" + String.join(", ", files) + "], columns = {" + String.join(", ", columns)
                + "}, header = false, auto_detect = false, delim = '" + delimiter
                + "', quote = '\"', escape = '\"', new_line = '\\n', comment = '', nullstr = '', strict_mode = true)";
    }

    private static String sqlType(@Nullable PlainType type) {
        if (type == null) {
            return "VARCHAR";
        }
        return switch (type.kind()) {
            case WHOLE -> "BIGINT";
            case DECIMAL -> "DECIMAL(" + (type.before() + type.after()) + "," + type.after() + ")";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }
}
