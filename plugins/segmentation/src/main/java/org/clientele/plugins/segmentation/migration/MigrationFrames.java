package org.clientele.plugins.segmentation.migration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.learn.quality.Matching;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** Moves as frames. */
final class MigrationFrames {
    private static final Texts TEXTS = Texts.of(MigrationFrames.class);

    private MigrationFrames() {}

    /**
     * A row for each way between the first day and the last that somebody went: from and to with their months, customers, and
     * what these brought between the two days. With days between them the names of a dozen segments would lie on their flows,
     * and where nobody of a segment brought money before, it would stand among those of the first day.
     */
    static Frame flows(MigrationParameters p, AnalysisContext context) {
        Migration m = Migration.of(p, context);
        FrameRows rows = new FrameRows()
                .date("before", TEXTS.get("column.before"))
                .date("after", TEXTS.get("column.after"))
                .text("from", TEXTS.get("column.from"))
                .text("to", TEXTS.get("column.to"))
                .count("customers", TEXTS.get("column.customers"), "customers")
                .money("revenue", TEXTS.get("column.revenue"), Migration.money(context));
        int last = m.course().steps();
        Moves customers = Moves.of(m.course(), 0, last);
        Moves money = Moves.of(m.course(), 0, last, m.earned(0, last, context));
        for (int a = 0; a <= m.names().size(); a++) {
            for (int b = 0; b <= m.names().size(); b++) {
                boolean never = a == m.names().size() && b == a;
                if (customers.counts()[a][b] > 0 && !never) {
                    rows.row(
                            m.course().days().get(0),
                            m.course().days().get(last),
                            staged(m, a, 0),
                            staged(m, b, last),
                            customers.counts()[a][b],
                            money.counts()[a][b]);
                }
            }
        }
        return rows.frame().withCaveats(m.caveats()).withInsight(moved(m));
    }

    private static String moved(Migration m) {
        Moves all = Moves.of(m.course(), 0, m.course().steps());
        long were = IntStream.range(0, m.names().size()).mapToLong(all::from).sum();
        long stayed = IntStream.range(0, m.names().size())
                .mapToLong(s -> all.counts()[s][s])
                .sum();
        return were == 0
                ? ""
                : TEXTS.get(
                        "insight.moved",
                        were,
                        month(m.course().days().get(0)),
                        Math.round(100.0 * stayed / were),
                        month(m.course().days().get(m.course().steps())));
    }

    private static String staged(Migration m, int segment, int day) {
        return TEXTS.get("stage", m.name(segment), month(m.course().days().get(day)));
    }

    private static String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM yyyy", Texts.locale()).format(YearMonth.from(day));
    }

    /** A row for each pair of segments between the first day and the last: customers, and their share of those who were in the first. */
    static Frame transitions(MigrationParameters p, AnalysisContext context) {
        Migration m = Migration.of(p, context);
        FrameRows rows = new FrameRows()
                .text("before", TEXTS.get("column.before"))
                .text("after", TEXTS.get("column.after"))
                .count("customers", TEXTS.get("column.customers"), "customers")
                .share("share", TEXTS.get("column.share"));
        Moves moves = Moves.of(m.course(), 0, m.course().steps());
        for (int a = 0; a <= m.names().size(); a++) {
            long all = moves.from(a);
            for (int b = 0; b <= m.names().size() && all > 0; b++) {
                if (a < m.names().size() || b < a) {
                    rows.row(
                            m.name(a),
                            m.name(b),
                            moves.counts()[a][b],
                            (double) moves.counts()[a][b]
                                    / (all - (a == m.names().size() ? moves.counts()[a][a] : 0)));
                }
            }
        }
        return rows.frame().withCaveats(m.caveats());
    }

    /** A row for each month and segment: how many of those who were in it on the first day are in it now, and of those of the month before. */
    static Frame retention(MigrationParameters p, AnalysisContext context) {
        Migration m = Migration.of(p, context);
        FrameRows rows = new FrameRows()
                .date("month", TEXTS.get("column.month"))
                .text("segment", TEXTS.get("column.segment"))
                .share("stayed", TEXTS.get("column.stayed"))
                .share("stayed_month", TEXTS.get("column.stayed.month"));
        for (int day = 1; day <= m.course().steps(); day++) {
            Moves first = Moves.of(m.course(), 0, day);
            Moves step = Moves.of(m.course(), day - 1, day);
            for (int s = 0; s < m.names().size(); s++) {
                if (first.from(s) > 0) {
                    rows.row(firstOfMonth(m, day), m.name(s), first.stayed(s), step.stayed(s));
                }
            }
        }
        return rows.frame().withCaveats(m.caveats());
    }

    /** A row for each month and segment: its customers. */
    static Frame sizes(MigrationParameters p, AnalysisContext context) {
        Migration m = Migration.of(p, context);
        FrameRows rows = new FrameRows()
                .date("month", TEXTS.get("column.month"))
                .text("segment", TEXTS.get("column.segment"))
                .count("customers", TEXTS.get("column.customers"), "customers");
        for (int day = 0; day <= m.course().steps(); day++) {
            long[] sizes = m.course().sizes(day);
            for (int s = 0; s < m.names().size(); s++) {
                rows.row(firstOfMonth(m, day), m.name(s), sizes[s]);
            }
        }
        return rows.frame().withCaveats(m.caveats());
    }

    private static LocalDate firstOfMonth(Migration m, int day) {
        return m.course().days().get(day).withDayOfMonth(1);
    }

    /** A row for each reason why customers are called something else on the last day, where the model is found anew on it. */
    static Frame reasons(MigrationParameters p, AnalysisContext context) {
        Migration m = Migration.of(p, context);
        int last = m.course().steps();
        Segmented anew = p.choice().segment(AsOf.of(context, m.course().days().get(last)));
        int[] frozen = m.course().places().get(last);
        int[] refitted = alike(m.course().placed(anew.members()), frozen);
        Reasons why = Reasons.of(m.course().places().get(0), frozen, refitted);
        List<Long> counts = List.of(why.stayed(), why.behaviour(), why.boundary(), why.both(), why.arrived());
        FrameRows rows = new FrameRows()
                .text("reason", TEXTS.get("column.reason"))
                .count("customers", TEXTS.get("column.customers"), "customers")
                .share("share", TEXTS.get("column.share"));
        List<String> names = List.of("stayed", "behaviour", "boundary", "both", "arrived");
        for (int i = 0; i < names.size(); i++) {
            rows.row(TEXTS.get("reason." + names.get(i)), counts.get(i), (double) counts.get(i) / why.total());
        }
        return rows.frame().withCaveats(m.caveats());
    }

    /** Segments that were found anew, called as those that they share most customers with. */
    static int[] alike(int[] refitted, int[] frozen) {
        int[] named = Matching.rename(refitted, frozen);
        return Arrays.equals(named, refitted) ? refitted : named;
    }
}
