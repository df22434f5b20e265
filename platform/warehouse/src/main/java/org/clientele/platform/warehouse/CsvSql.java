package org.clientele.platform.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;

/** SQL that reads staged chunks: strictly, nothing detected, every column as text under a name of ours. */
final class CsvSql {
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
                + "', quote = '\"', escape = '\"', new_line = '\\n', comment = '', nullstr = '', strict_mode = true)";
    }

    /**
     * A SELECT of one row that says for each attribute and candidate type, in that order, whether all values fit, then
     * whether there are any.
     */
    static String fits(String from, List<String> columns) {
        List<String> tests = new ArrayList<>();
        for (String c : columns) {
            patterns()
                    .forEach((type, pattern) -> tests.add("coalesce(bool_and(" + c + " IS NULL OR (regexp_full_match("
                            + c + ", '" + pattern + "') AND "
                            + RowSql.cast(c, ColumnSpec.of(c, type)) + " IS NOT NULL)), true)"));
            tests.add("count(" + c + ") > 0");
        }
        return "SELECT " + String.join(", ", tests) + " FROM " + from;
    }

    /** Candidates, the narrowest first. Numbers with leading zeros are codes, and codes are text. */
    static Map<ColumnType, String> patterns() {
        Map<ColumnType, String> all = new LinkedHashMap<>();
        all.put(ColumnType.INTEGER, "-?(0|[1-9]\\d{0,17})");
        all.put(ColumnType.DOUBLE, "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
        all.put(ColumnType.DATE, "\\d{4}-\\d{2}-\\d{2}");
        all.put(ColumnType.TIMESTAMP, "\\d{4}-\\d{2}-\\d{2}([ T].*)?");
        all.put(ColumnType.BOOLEAN, "(?i)true|false");
        return all;
    }
}
