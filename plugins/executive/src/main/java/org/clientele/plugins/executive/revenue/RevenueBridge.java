package org.clientele.plugins.executive.revenue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.revenue.PriceVolumeMix.Effect;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;

/** The change of net revenue as a bridge: volume, mix, price, new and lost products, charges, returns. */
public final class RevenueBridge implements Analysis<RevenueBridge.Parameters> {
    private static final Texts TEXTS = Texts.of(RevenueBridge.class);

    static final String ID = RevenuePage.NAMESPACE + "revenue-bridge";
    static final String BEFORE = TEXTS.get("step.before");
    static final String NOW = TEXTS.get("step.now");

    /** @param against what the change is measured against */
    public record Parameters(@Parameter(label = "%against") Against against) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("revenue.bridge.title");
    }

    @Override
    public String description() {
        return TEXTS.get("revenue.bridge.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Against.BEST);
    }

    private record Step(String name, String within, long amount) {}

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows().text("step", TEXTS.get("revenue.bridge.column.step"));
        Optional<ChangeOfRevenue> found = ChangeOfRevenue.of(context, p.against());
        if (found.isEmpty()) {
            return sheet.money("amount", TEXTS.get("revenue.bridge.column.amount"), Unit.money())
                    .frame();
        }
        ChangeOfRevenue change = found.get();
        sheet.money("amount", TEXTS.get("revenue.bridge.column.amount"), change.money());
        List<Step> steps = Stream.concat(
                        Stream.of(Effect.values())
                                .filter(e -> change.effects().count(e) > 0)
                                .map(e -> new Step(
                                        e.label(), e.within(), change.effects().total(e))),
                        Stream.of(
                                new Step(TEXTS.get("step.charges"), TEXTS.get("within.charges"), change.charges()),
                                new Step(TEXTS.get("step.returns"), TEXTS.get("within.returns"), change.returns())))
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
                .withInsight(TEXTS.get(
                        "bridge.most",
                        sign + Words.money(change.change(), change.money()),
                        Words.percent(Amounts.share(change.change(), change.before())),
                        largest.within(),
                        String.valueOf(days.now().from()),
                        String.valueOf(days.now().to()),
                        String.valueOf(days.before().from()),
                        String.valueOf(days.before().to())));
        return days.halves()
                ? frame.withCaveat(
                        Caveat.of(Caveat.Kind.NO_COMPARISON, TEXTS.get("revenue.bridge.data_does_not_reach")))
                : frame;
    }
}
