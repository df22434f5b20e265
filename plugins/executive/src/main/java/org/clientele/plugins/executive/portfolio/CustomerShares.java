package org.clientele.plugins.executive.portfolio;

import java.util.Arrays;
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
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** What the largest customers bring, as a table. */
public final class CustomerShares implements Analysis<CustomerShares.Parameters> {
    private static final Texts TEXTS = Texts.of(CustomerShares.class);

    static final String ID = PortfolioHealth.NAMESPACE + "concentration";

    /** @param loss what share of the top tenth is thought away in the sentence about it */
    public record Parameters(
            @Parameter(label = "%customer.shares.parameter.loss", least = 0, most = 1, step = 0.01)
            double loss) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("customer.shares.title");
    }

    @Override
    public String description() {
        return TEXTS.get("customer.shares.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(0.1);
    }

    /** Sales by customer in the page's period; empty where there are none. */
    static Optional<Frame> sales(AnalysisContext context) {
        return Days.of(context)
                .map(days -> context.query(MetricQuery.of(Core.KNOWN_SALES)
                        .by("customer")
                        .where(Filter.where("customer_id is not null"))
                        .during(days.page())));
    }

    /** Their concentration, of those with sales. */
    static Optional<Concentration> concentration(AnalysisContext context) {
        return sales(context)
                .map(frame -> Amounts.of(frame.column("known-customer-sales")))
                .map(amounts -> Arrays.stream(amounts).filter(a -> a > 0).toArray())
                .filter(amounts -> amounts.length > 0)
                .map(Concentration::of);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .text("group", TEXTS.get("customer.shares.column.group"))
                .count("customers", TEXTS.get("customer.shares.column.customers"), "customers");
        Optional<Frame> sales = sales(context);
        Optional<Concentration> found = concentration(context);
        if (sales.isEmpty() || found.isEmpty()) {
            return sheet.frame();
        }
        Concentration concentration = found.get();
        Column column = sales.get().column("known-customer-sales");
        long[] amounts = Amounts.of(column);
        Arrays.sort(amounts);
        sheet.money("sales", TEXTS.get("customer.shares.column.sales"), column.unit())
                .share("share", TEXTS.get("customer.shares.column.share"));
        int n = concentration.customers();
        int[] groups = {1, (n + 99) / 100, (n + 19) / 20, concentration.topTenth(), (n + 4) / 5, (n + 1) / 2, n};
        String[] names = {
            TEXTS.get("customer.shares.largest"),
            TEXTS.get("customer.shares.top"),
            TEXTS.get("customer.shares.top_2"),
            TEXTS.get("customer.shares.top_3"),
            TEXTS.get("customer.shares.top_4"),
            TEXTS.get("customer.shares.top_half"),
            TEXTS.get("customer.shares.all")
        };
        for (int g = 0; g < groups.length; g++) {
            long sum = 0;
            for (int k = 0; k < groups[g]; k++) {
                sum = Math.addExact(sum, amounts[amounts.length - 1 - k]);
            }
            sheet.row(names[g], groups[g], sum, concentration.shareOfLargest(groups[g]));
        }
        double top = concentration.shareOfLargest(concentration.topTenth());
        return sheet.frame()
                .withInsight(TEXTS.get(
                        "customer.shares.losing_top_tenth_would",
                        Words.percent(p.loss()),
                        Words.percent(p.loss() * top)));
    }
}
