package org.clientele.plugins.executive.revenue;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.revenue.PriceVolumeMix.Effect;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Price, volume and mix of the products whose sales changed most. */
public final class ProductEffects implements Analysis<ProductEffects.Parameters> {
    private static final Texts TEXTS = Texts.of(ProductEffects.class);

    static final String ID = RevenuePage.NAMESPACE + "product-effects";

    /**
     * @param against what the change is measured against
     * @param products how many are shown
     */
    public record Parameters(
            @Parameter(label = "%against") Against against,

            @Parameter(label = "%product.effects.parameter.products", least = 1, most = 1000, step = 1)
            int products) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("product.effects.title");
    }

    @Override
    public String description() {
        return TEXTS.get("product.effects.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Against.BEST, 12);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .members("product", TEXTS.get("product.effects.column.product"))
                .text("name", TEXTS.get("product.effects.column.name"));
        Optional<ChangeOfRevenue> found = ChangeOfRevenue.of(context, p.against());
        if (found.isEmpty()) {
            return sheet.frame();
        }
        ChangeOfRevenue change = found.get();
        sheet.money("change", TEXTS.get("product.effects.column.change"), change.money())
                .money("price", TEXTS.get("product.effects.column.price"), change.money())
                .money("volume", TEXTS.get("product.effects.column.volume"), change.money())
                .money("mix", TEXTS.get("product.effects.column.mix"), change.money())
                .money("new_or_lost", TEXTS.get("product.effects.column.new_or_lost"), change.money())
                .money("before", TEXTS.get("product.effects.column.before"), change.money())
                .money("now", TEXTS.get("product.effects.column.now"), change.money());
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
                .withInsight(TEXTS.get(
                        "products.new.lost",
                        Words.counted(effects.count(Effect.NEW)),
                        Words.counted(effects.count(Effect.LOST))));
    }

    /** An effect that does not apply is nothing, not 0.00. */
    private static @Nullable Long some(long amount) {
        return amount == 0 ? null : (Long) amount;
    }
}
