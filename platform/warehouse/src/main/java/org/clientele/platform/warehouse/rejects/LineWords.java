package org.clientele.platform.warehouse.rejects;

import java.util.List;
import org.clientele.platform.warehouse.rejects.Structure.Layout;
import org.jspecify.annotations.Nullable;

/** Lines that are no rows at all: headers again, totals, messages of programs. */
final class LineWords {
    private LineWords() {}

    static @Nullable Finding explain(String line, Layout layout) {
        String text = line.strip();
        List<String> fields = Fields.part(text, layout.delimiter());
        if (fields.stream().allMatch(String::isBlank)) {
            return LineTrouble.LINE_ONLY_DELIMITERS.with();
        }
        if (isHeader(fields, layout.headers())) {
            return LineTrouble.LINE_HEADER_AGAIN.with();
        }
        if (Patterns.fits("\"?sep=.{1,3}", text)) {
            return LineTrouble.LINE_SEPARATOR_HINT.with();
        }
        if (Patterns.fits("[-+=_|* \t;,]{3,}", text)) {
            return LineTrouble.LINE_RULE.with();
        }
        if (Patterns.fits(
                "\\(?\\d[\\d,.]* (rows?|records?|zeilen|datens\u00e4tze|results?)\\b.*|\\(?(rows?|records?|zeilen)\\b[^,;]{0,20}:? ?\\d+\\)?",
                text)) {
            return LineTrouble.LINE_ROW_COUNT.with();
        }
        String first =
                fields.stream().filter(f -> !f.isBlank()).findFirst().orElse("").strip();
        if (Patterns.fits(
                        "(sub|grand )?totals?\\b.*|(zwischen|gesamt)?summe\\b.*|gesamt\\b.*|sum:?|average:?|mittelwert:?",
                        first)
                && Patterns.matcher("\\d|:", text).find()) {
            return LineTrouble.LINE_TOTALS.with(Shown.quoted(first));
        }
        if (Patterns.fits(
                "(\\[?(error|warning|notice|fatal|warnung|fehler)\\]?\\s*[:\\s(].*|ora-\\d+.*|.*\\b\\w*(exception|traceback)\\b.*|killed|.*connection (lost|reset|refused).*|timeout.*)",
                text)) {
            return LineTrouble.LINE_ERROR_MESSAGE.with(Shown.quoted(text));
        }
        if (Patterns.fits(
                "<(!doctype|/?(html|head|body|table|tr|td|p|div|br|script|pre|b|font|!--)).*|.*</(html|body|table|tr|div)>",
                text)) {
            return LineTrouble.LINE_WEB_PAGE.with();
        }
        if (Patterns.fits("[\\[{]\\s*\".*[:,\\]}].*|[\\]}],?", text)) {
            return LineTrouble.LINE_JSON.with();
        }
        if (Patterns.fits(
                "(insert\\s+into|create\\s+table|update\\s+\\w+\\s+set|select\\s.+\\sfrom|drop\\s+table|commit;|begin;).*",
                text)) {
            return LineTrouble.LINE_SQL.with();
        }
        return Patterns.fits("(#|//|--|/\\*|%|rem\\s).*", text) ? LineTrouble.LINE_COMMENT.with() : null;
    }

    private static boolean isHeader(List<String> fields, List<String> headers) {
        int same = 0;
        int named = 0;
        for (int i = 0; i < fields.size() && i < headers.size(); i++) {
            if (!fields.get(i).isBlank()) {
                named++;
                same += fields.get(i).strip().equalsIgnoreCase(headers.get(i)) ? 1 : 0;
            }
        }
        return same >= 2 && same * 4 >= named * 3;
    }
}
