package org.clientele.plugins.executive.revenue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Core;
import org.clientele.plugins.executive.page.Days;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/** What each member of a dimension brings, and what it adds to the change. */
public final class Contribution implements Analysis<Contribution.Parameters> {
    private static final Texts TEXTS = Texts.of(Contribution.class);

    static final String ID = RevenuePage.NAMESPACE + "contribution";
    private static final String UNKNOWN = "";
    private static final String OTHERS = TEXTS.get("contribution.others");

    /**
     * @param dimension by what revenue is split: a dimension, or "segment" for the segments that customers are members of
     * @param against what the change is measured against
     * @param members how many are shown; the others are one
     */
    public record Parameters(
            @Parameter(label = "%contribution.parameter.dimension")
            String dimension,

            @Parameter(label = "%against") Against against,

            @Parameter(label = "%contribution.parameter.members", least = 1, most = 1000, step = 1)
            int members) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("contribution.title");
    }

    @Override
    public String description() {
        return TEXTS.get("contribution.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters("country", Against.BEST, 8);
    }

    private record Member(String name, long before, long now) {
        long change() {
            return now - before;
        }
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        if (p.dimension().isEmpty()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("contribution.name_dimension_to_split"));
        }
        Optional<Days> span = Days.of(context);
        String label =
                p.dimension().substring(p.dimension().lastIndexOf('.') + 1).replace('_', ' ');
        FrameRows sheet =
                new FrameRows().members(p.dimension(), Character.toUpperCase(label.charAt(0)) + label.substring(1));
        if (span.isEmpty()) {
            return sheet.frame();
        }
        TwoPeriods days = TwoPeriods.of(span.get(), p.against());
        // Who brings how much can be said of the whole period where nothing before it is known; halves would show a
        // half.
        boolean alone = days.halves() && p.against() == Against.BEST;
        Map<String, long[]> amounts = new HashMap<>();
        if (!alone) {
            ask(context, p.dimension(), days.before(), amounts, 0);
        }
        Unit money = ask(context, p.dimension(), alone ? span.get().page() : days.now(), amounts, 1);
        if (!amounts.isEmpty() && amounts.keySet().stream().allMatch(UNKNOWN::equals)) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING, TEXTS.get("contribution.no_order_line_in", p.dimension()));
        }
        if (amounts.isEmpty()) {
            return sheet.frame();
        }
        List<Member> members = new ArrayList<>();
        amounts.forEach((name, a) -> members.add(new Member(name, a[0], a[1])));
        members.sort(Comparator.comparing((Member m) -> m.name().equals(UNKNOWN))
                .thenComparingLong(m -> -m.now())
                .thenComparing(Member::name));
        long before = members.stream().mapToLong(Member::before).sum();
        long now = members.stream().mapToLong(Member::now).sum();
        sheet.money("now", TEXTS.get("contribution.column.now"), money)
                .money("before", TEXTS.get("contribution.column.before"), money)
                .money("change", TEXTS.get("contribution.column.change"), money)
                .share("share", TEXTS.get("contribution.column.share"));
        for (Member m : few(members, p.members())) {
            sheet.row(
                    m.name().equals(UNKNOWN) ? null : m.name(),
                    m.now(),
                    alone ? null : m.before(),
                    alone ? null : m.change(),
                    Amounts.share(m.now(), now));
        }
        if (alone) {
            return sheet.frame()
                    .withCaveat(Caveat.of(Caveat.Kind.NO_COMPARISON, TEXTS.get("contribution.nothing_before")));
        }
        Member most = members.stream()
                .filter(m -> !m.name().equals(UNKNOWN))
                .max(Comparator.comparingLong(m -> Math.abs(m.change())))
                .orElseThrow();
        return sheet.frame()
                .withInsight(TEXTS.get(
                        "contribution.most", most.name(), signed(most.change(), money), signed(now - before, money)));
    }

    private static String signed(long change, Unit money) {
        return (change < 0 ? "" : "+") + Words.money(change, money);
    }

    private static List<Member> few(List<Member> members, int most) {
        if (members.size() <= most + 1) {
            return members;
        }
        List<Member> few = new ArrayList<>(members.subList(0, most));
        List<Member> rest = members.subList(most, members.size());
        few.add(new Member(
                OTHERS,
                rest.stream().mapToLong(Member::before).sum(),
                rest.stream().mapToLong(Member::now).sum()));
        return few;
    }

    private static Unit ask(
            AnalysisContext context, String dimension, Period days, Map<String, long[]> amounts, int period) {
        boolean segments = dimension.equals(Segments.DIMENSION);
        Frame frame = context.query(MetricQuery.of(Core.REVENUE)
                .by(segments ? "customer" : dimension)
                .during(days));
        Map<String, String> of = segments ? Segments.of(context) : Map.of();
        Column member = frame.columns().get(0);
        Column revenue = frame.column("revenue");
        for (int row = 0; row < frame.rowCount(); row++) {
            Object value = member.valueAt(row);
            String own = value == null ? UNKNOWN : value.toString();
            String name = segments ? of.getOrDefault(own, UNKNOWN) : own;
            amounts.computeIfAbsent(name, n -> new long[2])[period] += Amounts.at(revenue, row);
        }
        return revenue.unit();
    }
}
