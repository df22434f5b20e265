package org.clientele.platform.warehouse.source;

/** Pieces of SQL that are the same in every database. */
final class JdbcTexts {
    private JdbcTexts() {}

    /** A table's name, perhaps with its schema, as an identifier that cannot be anything else. */
    static String quoted(String table) {
        StringBuilder out = new StringBuilder();
        for (String part : table.split("\\.", -1)) {
            String bare = part.startsWith("\"") && part.endsWith("\"") && part.length() > 1
                    ? part.substring(1, part.length() - 1)
                    : part;
            out.append(out.length() == 0 ? "" : ".")
                    .append('"')
                    .append(bare.replace("\"", "\"\""))
                    .append('"');
        }
        return out.toString();
    }
}
