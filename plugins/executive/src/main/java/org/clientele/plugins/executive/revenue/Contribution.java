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
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;

/** What each member of a dimension brings, and what it adds to the change. */
public final class Contribution implements Analysis<Contribution.Parameters> {
    static final String ID = RevenuePage.NAMESPACE + "contribution";
    private static final String UNKNOWN = "Unknown";
    private static final String OTHERS = "Others";

    /**
     * @param dimension by what revenue is split
     * @param against what the change is measured against
     * @param members how many are shown; the others are one
     */
    public record Parameters(
            @Parameter(label = "By") String dimension,
            @Parameter(label = "Compared with") Against against,

            @Parameter(label = "Members", least = 1, most = 1000, step = 1)
            int members) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Contribution";
    }

    @Override
    public String description() {
        return "Net revenue by member before and now; the changes of all members add up to the change of the whole.";
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
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, "Name a dimension to split revenue by: country.");
        }
        Optional<Days> span = Days.of(context);
        String label =
                p.dimension().substring(p.dimension().lastIndexOf('.') + 1).replace('_', ' ');
        Sheet sheet = new Sheet().members(p.dimension(), Character.toUpperCase(label.charAt(0)) + label.substring(1));
        if (span.isEmpty()) {
            return sheet.frame();
        }
        TwoPeriods days = TwoPeriods.of(span.get(), p.against());
        Map<String, long[]> amounts = new HashMap<>();
        ask(context, p.dimension(), days.before(), amounts, 0);
        Unit money = ask(context, p.dimension(), days.now(), amounts, 1);
        if (!amounts.isEmpty() && amounts.keySet().stream().allMatch(UNKNOWN::equals)) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING, "No order line in this period has a " + p.dimension() + ".");
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
        sheet.money("now", "Net revenue", money)
                .money("before", "Before", money)
                .money("change", "Change", money)
                .share("share", "Share of revenue");
        for (Member m : few(members, p.members())) {
            sheet.row(
                    m.name().equals(UNKNOWN) ? null : m.name(),
                    m.now(),
                    m.before(),
                    m.change(),
                    Amounts.share(m.now(), now));
        }
        Member most = members.stream()
                .filter(m -> !m.name().equals(UNKNOWN))
                .max(Comparator.comparingLong(m -> Math.abs(m.change())))
                .orElseThrow();
        return sheet.frame()
                .withInsight(most.name() + " moved most: " + (most.change() < 0 ? "" : "+")
                        + Words.money(most.change(), money) + " of " + (now < before ? "" : "+")
                        + Words.money(now - before, money));
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
        Frame frame = context.query(MetricQuery.of(Core.REVENUE).by(dimension).during(days));
        Column member = frame.columns().get(0);
        Column revenue = frame.column("revenue");
        for (int row = 0; row < frame.rowCount(); row++) {
            Object value = member.valueAt(row);
            String name = value == null ? UNKNOWN : value.toString();
            amounts.computeIfAbsent(name, n -> new long[2])[period] += Amounts.at(revenue, row);
        }
        return revenue.unit();
    }
}
