package org.clientele.plugins.executive.revenue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.revenue.PriceVolumeMix.Effect;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;

/** The change of net revenue as a bridge: volume, mix, price, new and lost products, charges, returns. */
public final class RevenueBridge implements Analysis<RevenueBridge.Parameters> {
    static final String ID = RevenuePage.NAMESPACE + "revenue-bridge";
    static final String BEFORE = "Before";
    static final String NOW = "Now";

    /** @param against what the change is measured against */
    public record Parameters(
            @Parameter(label = "Compared with") Against against) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Revenue bridge";
    }

    @Override
    public String description() {
        return "What changed net revenue: volume (all products alike, at old prices), mix (dearer against cheaper products, at old"
                + " prices), price (at new quantities), products of one period only, charges and fees, returns and"
                + " adjustments. The steps add up exactly; none of them is a cause.";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Against.BEST);
    }

    private record Step(String name, long amount) {}

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Sheet sheet = new Sheet().text("step", "Step");
        Optional<ChangeOfRevenue> found = ChangeOfRevenue.of(context, p.against());
        if (found.isEmpty()) {
            return sheet.money("amount", "Net revenue", Unit.money()).frame();
        }
        ChangeOfRevenue change = found.get();
        sheet.money("amount", "Net revenue", change.money());
        List<Step> steps = Stream.concat(
                        Stream.of(Effect.values())
                                .filter(e -> change.effects().count(e) > 0)
                                .map(e -> new Step(e.label(), change.effects().total(e))),
                        Stream.of(
                                new Step("Charges and fees", change.charges()),
                                new Step("Returns and adjustments", change.returns())))
                .toList();
        sheet.row(BEFORE, change.before());
        steps.forEach(s -> sheet.row(s.name(), s.amount()));
        sheet.row(NOW, change.now());
        Step largest = steps.stream()
                .max(Comparator.comparingLong(s -> Math.abs(s.amount())))
                .orElseThrow();
        String sign = change.change() < 0 ? "" : "+";
        TwoPeriods days = change.days();
        Frame frame = sheet.frame()
                .withInsight(sign + Words.money(change.change(), change.money()) + " ("
                        + Words.percent(Amounts.share(change.change(), change.before())) + "), most of it by "
                        + largest.name().toLowerCase(java.util.Locale.ROOT) + ": "
                        + days.now().from() + " to "
                        + days.now().to() + " against " + days.before().from() + " to "
                        + days.before().to());
        return days.halves()
                ? frame.withCaveat(Caveat.of(
                        Caveat.Kind.NO_COMPARISON,
                        "The data does not reach back to a period before, so the second half of the period is compared with"
                                + " its first."))
                : frame;
    }
}
