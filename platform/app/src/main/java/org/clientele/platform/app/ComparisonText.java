package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.platform.runtime.sets.Narrowed;
import org.clientele.platform.runtime.sets.SetComparison;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;

/** Two customer sets side by side, as text or as JSON. */
record ComparisonText(SetComparison comparison, Session session, PrintWriter out, CancelSignal cancel) {
    private static final Texts TEXTS = Texts.of(ComparisonText.class);
    private static final int ROWS = 15;

    void print(List<String> by, Narrowed to, boolean json) {
        Map<String, Frame> parts = new LinkedHashMap<>();
        parts.put("overlap", comparison.overlapFrame(cancel));
        parts.put("figures", comparison.figures(to, cancel));
        parts.put("index", comparison.indices(to, cancel));
        if (by.isEmpty()) {
            Map<String, String> dimensions = ComparisonBoard.compared(session.dimensions(cancel));
            parts.put("differences", comparison.differences(dimensions, ROWS, to, cancel));
        }
        by.forEach(dimension -> parts.put(dimension.strip(), comparison.shares(dimension.strip(), 0, to, cancel)));
        if (json) {
            ObjectNode all = Json.MAPPER.createObjectNode();
            SetComparison.Overlap overlap = comparison.overlap(cancel);
            all.put("first", comparison.firstName())
                    .put("second", comparison.secondName())
                    .put("jaccard", overlap.jaccard());
            parts.forEach((name, frame) -> all.set(name, Json.frame(frame)));
            Json.write(out, all);
            return;
        }
        parts.forEach((name, frame) -> {
            out.println(heading(name));
            FrameText.table(frame, session.format(), out);
            if (!frame.insight().isEmpty()) {
                out.println(frame.insight());
            }
            out.println();
        });
    }

    /** What a part is called; of a dimension its id. */
    private static String heading(String part) {
        return switch (part) {
            case "overlap", "figures", "index", "differences" -> TEXTS.get("comparison." + part);
            default -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
        };
    }
}
