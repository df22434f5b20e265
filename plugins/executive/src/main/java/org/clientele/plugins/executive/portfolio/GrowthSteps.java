package org.clientele.plugins.executive.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** The growth account of customers, month by month. */
public final class GrowthSteps implements Analysis<PortfolioParameters> {
    static final String ID = PortfolioHealth.NAMESPACE + "growth-account";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Growth account";
    }

    @Override
    public String description() {
        return "Active customers at the beginning of each month, plus new, plus reactivated, less lost, are those at its end."
                + " A purchase keeps a customer active for the days that the parameter says.";
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
        Sheet sheet = new Sheet()
                .date("month", "Month")
                .count("opening", "At the beginning", "customers")
                .count("new", "New", "customers")
                .count("reactivated", "Reactivated", "customers")
                .count("lost", "Lost", "customers")
                .count("closing", "At the end", "customers");
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
                    Caveat.of(Caveat.Kind.PERIOD_INCOMPLETE, "The last month ends on " + end + ", before it is over."));
        }
        return frame.withCaveat(Caveat.of(
                Caveat.Kind.CUSTOMERS_UNKNOWN,
                "Customers from before " + purchases.get().span().first()
                        + " count as new when they first come back: the data begins there."));
    }

    private static String told(List<GrowthAccount.Step> steps) {
        GrowthAccount.Step last = steps.get(steps.size() - 1);
        int came = steps.stream().mapToInt(s -> s.fresh() + s.reactivated()).sum();
        int lost = steps.stream().mapToInt(GrowthAccount.Step::lost).sum();
        return Words.count(came) + " came or came back, " + Words.count(lost) + " were lost: from "
                + Words.count(steps.get(0).opening()) + " to " + Words.count(last.closing()) + " recent buyers";
    }
}
