package org.clientele.platform.warehouse.rejects;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one record. Parting is lenient, since it is done to records that a strict reader refused: an open quote
 * takes the rest of the record, and what stands behind a closing quote belongs to its field.
 */
public final class Fields {
    private Fields() {}

    /** The fields of a record, without their quotes, not trimmed. At least one. */
    public static List<String> part(String record, char delimiter) {
        List<String> fields = new ArrayList<>();
        int i = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            int quote = i;
            while (quote < record.length() && record.charAt(quote) == ' ' && delimiter != ' ') {
                quote++;
            }
            if (quote < record.length() && record.charAt(quote) == '"') {
                i = quoted(record, quote + 1, field);
            }
            while (i < record.length() && record.charAt(i) != delimiter) {
                field.append(record.charAt(i++));
            }
            fields.add(field.toString());
            if (i >= record.length()) {
                return fields;
            }
            i++;
        }
    }

    private static int quoted(String record, int from, StringBuilder field) {
        int i = from;
        while (i < record.length()) {
            char c = record.charAt(i++);
            if (c != '"') {
                field.append(c);
            } else if (i < record.length() && record.charAt(i) == '"') {
                field.append('"');
                i++;
            } else {
                int next = i;
                while (next < record.length() && record.charAt(next) == ' ') {
                    next++;
                }
                return next == record.length() ? next : i;
            }
        }
        return i;
    }

    /** A record of these fields that a strict reader takes; {@link #part} gives them back. */
    public static String join(List<String> fields, char delimiter) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.append(delimiter);
            }
            String field = fields.get(i);
            boolean plain = field.indexOf(delimiter) < 0
                    && field.indexOf('"') < 0
                    && field.indexOf('\n') < 0
                    && field.indexOf('\r') < 0
                    && !field.startsWith(" ")
                    && !field.endsWith(" ");
            // A record of one empty field would be an empty line, which is no record.
            out.append(
                    plain && !(field.isEmpty() && fields.size() == 1)
                            ? field
                            : "\"" + field.replace("\"", "\"\"") + "\"");
        }
        return out.toString();
    }
}
