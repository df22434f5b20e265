package org.clientele.plugins.segmentation.maps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.segmentation.profile.Described;
import org.clientele.plugins.segmentation.profile.Segments;
import org.clientele.plugins.segmentation.profile.Words;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/** How far campaigns get with each segment: contacted, opened, clicked, bought. Control groups are not contacted. */
final class Campaigns {
    private static final Texts TEXTS = Texts.of(Campaigns.class);
    private static final int PAGE = 500_000;
    private static final List<String> STAGES = List.of("contacted", "opened", "clicked", "bought");

    private Campaigns() {}

    /** A row a segment and stage. */
    static Frame of(Described s, AnalysisContext context) {
        Map<String, Integer> segment = Months.segments(s);
        long[][] reached = new long[s.count()][STAGES.size() + 1];
        long[] all = new long[2];
        RowQuery query = RowQuery.of(
                        CustomerModel.CAMPAIGN_CONTACT,
                        "customer_id",
                        "is_control",
                        "opened_at",
                        "clicked_at",
                        "converted_at",
                        "responded")
                .during(context.period());
        for (long skipped = 0; ; skipped += PAGE) {
            context.cancel().throwIfCancelled();
            Frame page = context.rows(query.page(skipped, PAGE));
            all[0] += page.rowCount();
            all[1] += count(page, segment, reached);
            if (page.rowCount() < PAGE) {
                break;
            }
        }
        if (all[0] == 0) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("funnel.none"));
        }
        // A file that says only who responded means those who bought.
        boolean told = all[1] > 0 || Arrays.stream(reached).anyMatch(r -> r[3] > 0);
        for (long[] r : reached) {
            r[3] = told ? r[3] : r[4];
        }
        FrameRows rows = new FrameRows()
                .column(Segments.column(s))
                .text("stage", TEXTS.get("column.stage"))
                .count("contacts", TEXTS.get("column.contacts"), "contacts")
                .share("share", TEXTS.get("column.share.contacted"));
        int best = 0;
        for (int g = 0; g < s.count(); g++) {
            for (int stage = 0; stage < STAGES.size(); stage++) {
                rows.row(
                        s.names().get(g),
                        TEXTS.get("stage." + STAGES.get(stage)),
                        reached[g][stage],
                        reached[g][0] == 0 ? Double.NaN : (double) reached[g][stage] / reached[g][0]);
            }
            best = rate(reached[g]) > rate(reached[best]) ? g : best;
        }
        Frame frame = Segments.told(s, rows.frame());
        if (all[1] > 0) {
            frame = frame.withCaveat(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("caveat.unclicked", all[1])));
        }
        return frame.withInsight(TEXTS.get("funnel.insight", s.names().get(best), Words.percent(rate(reached[best]))));
    }

    private static double rate(long[] stages) {
        return stages[0] == 0 ? 0 : (double) stages[STAGES.size() - 1] / stages[0];
    }

    /** Counts the stages; gives how many bought without having clicked, which no stage counts. */
    private static long count(Frame page, Map<String, Integer> segment, long[][] reached) {
        Column customer = page.column("customer_id");
        Column control = page.column("is_control");
        Column opened = page.column("opened_at");
        Column clicked = page.column("clicked_at");
        Column converted = page.column("converted_at");
        Column responded = page.column("responded");
        long unclicked = 0;
        for (int row = 0; row < page.rowCount(); row++) {
            String id = customer.textAt(row);
            Integer of = id == null ? null : segment.get(id);
            if (of != null && of >= 0 && !yes(control, row)) {
                boolean click = !clicked.isNull(row);
                reached[of][0]++;
                // Whoever clicked has seen it, though pictures were blocked and nobody noticed.
                reached[of][1] += click || !opened.isNull(row) ? 1 : 0;
                reached[of][2] += click ? 1 : 0;
                boolean bought = !converted.isNull(row);
                reached[of][3] += click && bought ? 1 : 0;
                reached[of][4] += click && yes(responded, row) ? 1 : 0;
                unclicked += bought && !click ? 1 : 0;
            }
        }
        return unclicked;
    }

    private static boolean yes(Column flag, int row) {
        return !flag.isNull(row) && flag.longAt(row) != 0;
    }
}
