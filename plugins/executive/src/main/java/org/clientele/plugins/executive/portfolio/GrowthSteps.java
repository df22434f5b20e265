package org.clientele.plugins.executive.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** The growth account of customers, month by month. */
public final class GrowthSteps implements Analysis<PortfolioParameters> {
    private static final Texts TEXTS = Texts.of(GrowthSteps.class);

    static final String ID = PortfolioHealth.NAMESPACE + "growth-account";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("growth.steps.title");
    }

    @Override
    public String description() {
        return TEXTS.get("growth.steps.description");
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    /**
     * The account over the months of the page that begin late enough after the data does for everybody who was active then to
     * be known; at most the last 24.
     */
    static Optional<GrowthAccount> account(Purchases purchases, PortfolioParameters p) {
        LocalDate known = purchases.span().first().plusDays(p.activeDays());
        LocalDate from = purchases.span().from();
        List<LocalDate> ends = purchases.span().monthEnds(from.isBefore(known) ? known : from).stream()
                .filter(end -> !end.isBefore(known.minusDays(1)))
                .toList();
        List<LocalDate> shown = ends.subList(Math.max(0, ends.size() - HealthScore.MONTHS - 1), ends.size());
        return shown.size() < 2
                ? Optional.empty()
                : Optional.of(GrowthAccount.of(
                        purchases.days(),
                        shown.stream()
                                .mapToInt(end -> Math.toIntExact(end.toEpochDay()))
                                .toArray(),
                        p.activeDays()));
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .date("month", TEXTS.get("growth.steps.column.month"))
                .count("opening", TEXTS.get("growth.steps.column.opening"), "customers")
                .count("new", TEXTS.get("growth.steps.column.new"), "customers")
                .count("reactivated", TEXTS.get("growth.steps.column.reactivated"), "customers")
                .count("lost", TEXTS.get("growth.steps.column.lost"), "customers")
                .count("closing", TEXTS.get("growth.steps.column.closing"), "customers");
        Optional<Purchases> purchases = Purchases.of(context);
        Optional<GrowthAccount> account = purchases.flatMap(b -> account(b, p));
        if (purchases.isEmpty() || account.isEmpty()) {
            return sheet.frame();
        }
        List<GrowthAccount.Step> steps = account.get().steps();
        for (GrowthAccount.Step s : steps) {
            // Lost customers are below zero, so that the columns add up in a row and in a picture.
            sheet.row(
                    Purchases.date(s.from() + 1).withDayOfMonth(1),
                    s.opening(),
                    s.fresh(),
                    s.reactivated(),
                    -s.lost(),
                    s.closing());
        }
        GrowthAccount.Step last = steps.get(steps.size() - 1);
        Frame frame = sheet.frame().withInsight(told(steps));
        LocalDate end = Purchases.date(last.to());
        if (end.getDayOfMonth() != end.lengthOfMonth()) {
            frame = frame.withCaveat(
                    Caveat.of(Caveat.Kind.PERIOD_INCOMPLETE, TEXTS.get("growth.steps.last_month_ends_on", end)));
        }
        return frame.withCaveat(Caveat.of(
                Caveat.Kind.CUSTOMERS_UNKNOWN,
                TEXTS.get(
                        "growth.steps.customers_from_before_count",
                        purchases.get().span().first())));
    }

    private static String told(List<GrowthAccount.Step> steps) {
        GrowthAccount.Step last = steps.get(steps.size() - 1);
        int came = steps.stream().mapToInt(s -> s.fresh() + s.reactivated()).sum();
        int lost = steps.stream().mapToInt(GrowthAccount.Step::lost).sum();
        return TEXTS.get(
                "growth.steps.came",
                Words.counted(came),
                Words.counted(lost),
                Words.counted(steps.get(0).opening()),
                Words.counted(last.closing()));
    }
}
