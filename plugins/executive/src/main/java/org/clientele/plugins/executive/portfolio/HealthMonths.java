package org.clientele.plugins.executive.portfolio;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.executive.page.Core;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/** The measures of the health score, month by month over the last full months. */
final class HealthMonths {
    private static final Texts TEXTS = Texts.of(HealthMonths.class);

    private static final String MARGIN = "clientele.executive/margin-rate";

    private static final List<String> KEYS =
            List.of("revenue", "margin_rate", "recent_buyers", "recent_buyers_kept", "order_value", "return_rate");

    private final YearMonth first;
    private final int months;

    private HealthMonths(YearMonth first, int months) {
        this.first = first;
        this.months = months;
    }

    /** The parts with their histories; empty where nothing was sold. */
    static Optional<List<HealthScore.Part>> of(AnalysisContext context, HealthParameters p) {
        return Purchases.of(context).map(purchases -> {
            YearMonth last = purchases.span().lastFullMonth();
            LocalDate start = purchases.span().first();
            YearMonth oldest = start.getDayOfMonth() == 1
                    ? YearMonth.from(start)
                    : YearMonth.from(start).plusMonths(1);
            int known = (int) Math.max(0, ChronoUnit.MONTHS.between(oldest, last) + 1);
            int months = Math.min(HealthScore.MONTHS, known);
            return new HealthMonths(last.minusMonths(months - 1L), months).parts(context, purchases, p);
        });
    }

    private List<HealthScore.Part> parts(AnalysisContext context, Purchases purchases, HealthParameters p) {
        double[] active = new double[months];
        double[] kept = new double[months];
        for (int m = 0; m < months; m++) {
            LocalDate end = first.plusMonths(m).atEndOfMonth();
            LocalDate before = first.plusMonths(m).atDay(1).minusDays(1);
            LocalDate known = purchases.span().first().plusDays(p.activeDays() - 1L);
            int[] ends = {Math.toIntExact(before.toEpochDay()), Math.toIntExact(end.toEpochDay())};
            GrowthAccount.Step step = GrowthAccount.of(purchases.days(), ends, p.activeDays())
                    .steps()
                    .get(0);
            active[m] = end.isBefore(known) ? Double.NaN : step.closing();
            kept[m] = before.isBefore(known) ? Double.NaN : step.kept();
        }
        List<HealthScore.Part> parts = new ArrayList<>();
        parts.add(part(context, "revenue", Core.REVENUE, p.revenue(), true));
        parts.add(part(context, "margin_rate", MARGIN, p.margin(), true));
        parts.add(own("recent_buyers", p.activeCustomers(), true, active));
        parts.add(own("recent_buyers_kept", p.keptCustomers(), true, kept));
        parts.add(part(context, "order_value", Core.ORDER_VALUE, p.orderValue(), true));
        parts.add(part(context, "return_rate", Core.RETURN_RATE, p.returnRate(), false));
        return parts;
    }

    private HealthScore.Part part(AnalysisContext context, String key, String metric, double weight, boolean upIsGood) {
        double[] history = new double[months];
        Arrays.fill(history, Double.NaN);
        if (months > 0) {
            Frame frame = context.query(MetricQuery.of(metric)
                    .by("month")
                    .during(new Period(
                            first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth())));
            Column month = frame.column("month");
            Column value = frame.columns().get(1);
            for (int row = 0; row < frame.rowCount(); row++) {
                if (!month.isNull(row)) {
                    long m = ChronoUnit.MONTHS.between(first.atDay(1), LocalDate.ofEpochDay(month.longAt(row)));
                    if (m >= 0 && m < months) {
                        history[(int) m] = value.doubleAt(row);
                    }
                }
            }
        }
        return own(key, weight, upIsGood, history);
    }

    private static HealthScore.Part own(String key, double weight, boolean upIsGood, double[] history) {
        return new HealthScore.Part(TEXTS.get("part." + key), weight, upIsGood, history);
    }

    /** What a part of this name is called within a sentence. */
    static String within(String name) {
        return KEYS.stream()
                .filter(key -> TEXTS.get("part." + key).equals(name))
                .findFirst()
                .map(key -> TEXTS.get("within." + key))
                .orElse(name);
    }
}
