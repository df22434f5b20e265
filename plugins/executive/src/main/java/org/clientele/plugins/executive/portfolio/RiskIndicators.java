package org.clientele.plugins.executive.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Core;
import org.clientele.plugins.executive.page.Days;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What could hurt, as shares, each with what it means. */
public final class RiskIndicators implements Analysis<PortfolioParameters> {
    private static final Texts TEXTS = Texts.of(RiskIndicators.class);

    static final String ID = PortfolioHealth.NAMESPACE + "risk-indicators";

    private static final Filter NO_CHARGE = Filter.where("is_charge is null or is_charge = false");

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("risk.indicators.title");
    }

    @Override
    public String description() {
        return TEXTS.get("risk.indicators.description");
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .text("indicator", TEXTS.get("risk.indicators.column.indicator"))
                .share("now", TEXTS.get("risk.indicators.column.now"))
                .share("year_before", TEXTS.get("risk.indicators.column.year_before"))
                .text("reading", TEXTS.get("risk.indicators.column.reading"));
        Optional<Purchases> found = Purchases.of(context);
        if (found.isEmpty()) {
            return sheet.frame();
        }
        Purchases purchases = found.get();
        PurchaseRhythm rhythm = purchases.rhythm(p);
        long all = purchases.allValue();
        long atRisk = purchases.value(rhythm, CustomerState.AT_RISK);
        sheet.row(
                TEXTS.get("risk.indicators.revenue_at_risk"),
                Amounts.share(atRisk, all),
                null,
                TEXTS.get("risk.indicators.came_from_customers_now", Words.money(atRisk, purchases.money())));
        int lapsed = rhythm.counts()[CustomerState.LAPSED.ordinal()];
        sheet.row(
                TEXTS.get("risk.indicators.lapsed_customers"),
                (double) lapsed / purchases.customers(),
                lapsedBefore(purchases, p),
                TEXTS.get("risk.indicators.text", Words.counted(lapsed), Words.customers(purchases.customers())));
        Days days = purchases.span();
        Period now = days.year();
        Period before = new Period(days.year().from().minusYears(1), days.to().minusYears(1));
        boolean comparable = !days.first().isAfter(before.from());
        largest(
                sheet,
                context,
                TEXTS.get("risk.indicators.largest_customer"),
                "customer",
                Core.KNOWN_SALES,
                now,
                comparable ? before : null);
        largest(
                sheet,
                context,
                TEXTS.get("risk.indicators.largest_country"),
                "country",
                Core.REVENUE,
                now,
                comparable ? before : null);
        largest(
                sheet,
                context,
                TEXTS.get("risk.indicators.largest_product"),
                "product",
                Core.REVENUE,
                now,
                comparable ? before : null);
        @Nullable Double returns = single(context, Core.RETURN_RATE, now);
        @Nullable Double returnsBefore = comparable ? single(context, Core.RETURN_RATE, before) : null;
        sheet.row(
                TEXTS.get("risk.indicators.return_rate"),
                returns,
                returnsBefore,
                changed(returns, returnsBefore, "returned"));
        @Nullable Double unknown = unknown(context, now);
        @Nullable Double unknownBefore = comparable ? unknown(context, before) : null;
        sheet.row(
                TEXTS.get("risk.indicators.unknown_customers"),
                unknown,
                unknownBefore,
                changed(unknown, unknownBefore, "unknown"));
        return sheet.frame()
                .withInsight(TEXTS.get(
                        "risk.indicators.known_customers_revenue_is", Words.percent(Amounts.share(atRisk, all))));
    }

    private static @Nullable Double lapsedBefore(Purchases purchases, PortfolioParameters p) {
        LocalDate then = purchases.span().to().minusYears(1);
        PurchaseRhythm rhythm = PurchaseRhythm.of(
                purchases.days(), Math.toIntExact(then.toEpochDay()), p.riskQuantile(), p.lapsedQuantile());
        boolean known = rhythm.hasRhythm()
                && then.minusYears(1).isAfter(purchases.span().first().minusDays(2));
        return known ? (double) rhythm.counts()[CustomerState.LAPSED.ordinal()] / rhythm.known() : null;
    }

    /** The largest member's share of what all members bring. */
    private static void largest(
            FrameRows sheet,
            AnalysisContext context,
            String name,
            String dimension,
            String metric,
            Period now,
            @Nullable Period before) {
        context.cancel().throwIfCancelled();
        MetricQuery query = dimension.equals("product")
                ? MetricQuery.of(metric).by(dimension).where(NO_CHARGE)
                : MetricQuery.of(metric).by(dimension);
        Frame frame = context.query(query.during(now));
        Column member = frame.column(dimension);
        Column amount = frame.columns().get(1);
        int top = top(member, amount);
        if (top < 0) {
            sheet.row(name, null, null, TEXTS.get("not.known"));
            return;
        }
        double share = share(member, amount, top);
        @Nullable Double old = null;
        if (before != null) {
            Frame then = context.query(query.during(before));
            int row = top(then.column(dimension), then.columns().get(1));
            old = row < 0
                    ? null
                    : (Double) share(then.column(dimension), then.columns().get(1), row);
        }
        sheet.row(
                name,
                share,
                old,
                TEXTS.get(
                        "risk.indicators.brings",
                        named(context, dimension, String.valueOf(member.textAt(top)), now),
                        Words.percent(share)));
    }

    /** A product by its name; anything else as it is. */
    private static String named(AnalysisContext context, String dimension, String member, Period days) {
        if (!dimension.equals("product")) {
            return member;
        }
        Frame frame = context.query(MetricQuery.of(Core.REVENUE)
                .by("product-name")
                .where(Filter.in("product", member))
                .top(1)
                .during(days));
        String name =
                frame.rowCount() == 0 ? null : frame.column("product-name").textAt(0);
        return name == null ? member : name;
    }

    private static int top(Column member, Column amount) {
        int top = -1;
        for (int row = 0; row < member.size(); row++) {
            if (!member.isNull(row) && (top < 0 || Amounts.at(amount, row) > Amounts.at(amount, top))) {
                top = row;
            }
        }
        return top;
    }

    private static double share(Column member, Column amount, int top) {
        long sum = 0;
        for (int row = 0; row < member.size(); row++) {
            sum += Amounts.at(amount, row);
        }
        return Amounts.share(Amounts.at(amount, top), sum);
    }

    private static @Nullable Double single(AnalysisContext context, String metric, Period days) {
        Frame frame = context.query(MetricQuery.of(metric).during(days));
        return frame.rowCount() == 0 || frame.columns().get(0).isNull(0)
                ? null
                : (Double) frame.columns().get(0).doubleAt(0);
    }

    private static @Nullable Double unknown(AnalysisContext context, Period days) {
        Frame frame = context.query(MetricQuery.of(Core.SALES, Core.KNOWN_SALES).during(days));
        if (frame.rowCount() == 0 || Amounts.at(frame.column("sales"), 0) == 0) {
            return null;
        }
        return 1
                - Amounts.share(
                        Amounts.at(frame.column("known-customer-sales"), 0), Amounts.at(frame.column("sales"), 0));
    }

    private static String changed(@Nullable Double now, @Nullable Double before, String what) {
        if (now == null) {
            return TEXTS.get("not.known");
        }
        String change = before == null ? "" : now > before ? ".rising" : ".falling";
        return TEXTS.get("risk.of_sales." + what + change, Words.percent(now));
    }
}
