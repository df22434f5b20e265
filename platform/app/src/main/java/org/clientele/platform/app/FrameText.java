package org.clientele.platform.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;

/** Frames as text: CSV for programs, an aligned table for people. */
final class FrameText {
    private static final Texts TEXTS = Texts.of(FrameText.class);

    private FrameText() {}

    /** RFC 4180, exact values, missing ones empty. */
    static void csv(Frame frame, PrintWriter out) {
        List<String> names = frame.columns().stream().map(c -> quoted(c.name())).toList();
        out.print(String.join(",", names) + "\n");
        for (int row = 0; row < frame.rowCount(); row++) {
            List<String> cells = new ArrayList<>();
            for (Column c : frame.columns()) {
                Object value = Json.plain(c.valueAt(row));
                cells.add(value == null ? "" : quoted(value.toString()));
            }
            out.print(String.join(",", cells) + "\n");
        }
    }

    private static String quoted(String s) {
        boolean needed = s.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || s.startsWith(" ")
                || s.endsWith(" ");
        return needed ? "\"" + s.replace("\"", "\"\"") + "\"" : s;
    }

    /** Aligned columns with formatted values, then the caveats and how old the data is. */
    static void table(Frame frame, ValueFormat format, PrintWriter out) {
        List<List<String>> columns = new ArrayList<>();
        for (Column c : frame.columns()) {
            List<String> cells = new ArrayList<>();
            cells.add(c.spec().label());
            for (int row = 0; row < frame.rowCount(); row++) {
                cells.add(format.exact(c, row));
            }
            columns.add(cells);
        }
        List<String> formats = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int width = columns.get(i).stream().mapToInt(String::length).max().orElse(1);
            String sign = frame.columns().get(i).type().isNumeric() ? "" : "-";
            formats.add("%" + sign + Math.max(1, width) + "s");
        }
        for (int line = 0; line <= frame.rowCount(); line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                text.append(i == 0 ? "" : "  ")
                        .append(String.format(
                                Locale.ROOT, formats.get(i), columns.get(i).get(line)));
            }
            out.println(text.toString().stripTrailing());
        }
        if (!frame.insight().isEmpty()) {
            out.println(frame.insight());
        }
        for (Caveat caveat : frame.caveats()) {
            out.println("! " + caveat.message());
        }
        frame.dataAsOf()
                .ifPresent(t ->
                        out.println(TEXTS.get("frame.data_as", Json.moment(t).replace('T', ' '))));
    }
}
