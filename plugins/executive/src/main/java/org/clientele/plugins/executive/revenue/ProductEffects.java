package org.clientele.plugins.executive.revenue;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.revenue.PriceVolumeMix.Effect;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.jspecify.annotations.Nullable;

/** Price, volume and mix of the products whose sales changed most. */
public final class ProductEffects implements Analysis<ProductEffects.Parameters> {
    static final String ID = RevenuePage.NAMESPACE + "product-effects";

    /**
     * @param against what the change is measured against
     * @param products how many are shown
     */
    public record Parameters(
            @Parameter(label = "Compared with") Against against,

            @Parameter(label = "Products", least = 1, most = 1000, step = 1)
            int products) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Products that changed most";
    }

    @Override
    public String description() {
        return "Sales of each product before and now, before returns, and what of the change is price, volume and mix, a new or a"
                + " lost product.";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Against.BEST, 12);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Sheet sheet = new Sheet().members("product", "Product").text("name", "Name");
        Optional<ChangeOfRevenue> found = ChangeOfRevenue.of(context, p.against());
        if (found.isEmpty()) {
            return sheet.frame();
        }
        ChangeOfRevenue change = found.get();
        sheet.money("change", "Change", change.money())
                .money("price", "Price", change.money())
                .money("volume", "Volume", change.money())
                .money("mix", "Mix", change.money())
                .money("new_or_lost", "New or lost", change.money())
                .money("before", "Before", change.money())
                .money("now", "Now", change.money());
        PriceVolumeMix effects = change.effects();
        ProductPeriods products = change.products();
        Comparator<Integer> byChange =
                Comparator.comparingLong(i -> -Math.abs(products.sales(1, i) - products.sales(0, i)));
        IntStream.range(0, effects.products())
                .boxed()
                .sorted(byChange.thenComparing(products::id))
                .limit(p.products())
                .forEach(i -> sheet.row(
                        products.id(i),
                        products.name(i).isEmpty() ? null : products.name(i),
                        products.sales(1, i) - products.sales(0, i),
                        some(effects.of(Effect.PRICE, i)),
                        some(effects.of(Effect.VOLUME, i)),
                        some(effects.of(Effect.MIX, i)),
                        some(effects.of(Effect.NEW, i) + effects.of(Effect.LOST, i) + effects.of(Effect.OTHER, i)),
                        some(products.sales(0, i)),
                        some(products.sales(1, i))));
        return sheet.frame()
                .withInsight(Words.count(effects.count(Effect.NEW)) + " products are new, "
                        + Words.count(effects.count(Effect.LOST)) + " are no longer sold; sales before returns");
    }

    /** An effect that does not apply is nothing, not 0.00. */
    private static @Nullable Long some(long amount) {
        return amount == 0 ? null : (Long) amount;
    }
}
