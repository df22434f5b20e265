package org.clientele.plugins.segmentation.features;

import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/** When customers were last in touch, how often, and to how many campaigns they answered, read from those tables in pages. */
final class InteractionSource implements FeatureSource {
    private static final Texts TEXTS = Texts.of(InteractionSource.class);
    private static final String RECENCY = "interaction-recency";
    private static final String COUNT = "interactions";
    private static final String ACCEPTED = "campaigns-accepted";
    private static final int PAGE = 500_000;
    private static final double MICROSECONDS_A_DAY = 86_400e6;

    private final AnalysisContext context;
    private final Span span;
    private final Roster roster;

    InteractionSource(AnalysisContext context, Span span, Roster roster) {
        this.context = context;
        this.span = span;
        this.roster = roster;
    }

    @Override
    public List<String> offers() {
        return List.of(RECENCY, COUNT, ACCEPTED);
    }

    /** What happened on a page of rows. */
    private interface Each {
        void row(Frame page, int row, int customer);
    }

    @Override
    public List<FeatureColumn> read(String token) {
        double[] values = roster.missing();
        boolean any;
        if (token.equals(ACCEPTED)) {
            any = pages(
                    CustomerModel.CAMPAIGN_CONTACT, List.of("customer_id", "contacted_at", "responded"), (p, r, c) -> {
                        Column responded = p.column("responded");
                        values[c] = (Double.isNaN(values[c]) ? 0 : values[c])
                                + (!responded.isNull(r) && responded.longAt(r) != 0 ? 1 : 0);
                    });
        } else {
            boolean recency = token.equals(RECENCY);
            any = pages(CustomerModel.INTERACTION, List.of("customer_id", "occurred_at"), (p, r, c) -> {
                double day = Math.floor(p.column("occurred_at").doubleAt(r) / MICROSECONDS_A_DAY);
                values[c] = recency
                        ? Double.isNaN(values[c]) ? day : Math.max(values[c], day)
                        : Double.isNaN(values[c]) ? 1 : values[c] + 1;
            });
            if (recency && span.asOf() != null) {
                double asOf = span.asOf().toEpochDay();
                java.util.Arrays.setAll(values, i -> asOf - values[i]);
            }
        }
        if (!any) {
            return List.of();
        }
        if (!token.equals(RECENCY)) {
            java.util.Arrays.setAll(values, i -> Double.isNaN(values[i]) ? 0 : values[i]);
        }
        Unit unit = Unit.of(token.equals(RECENCY) ? "days" : token.equals(COUNT) ? "interactions" : "campaigns");
        return List.of(new FeatureColumn(Feature.number(token, TEXTS.get("label." + token), unit), values));
    }

    private boolean pages(String table, List<String> columns, Each each) {
        boolean any = false;
        RowQuery query = RowQuery.of(table, columns.toArray(new String[0])).during(span.window());
        for (long skipped = 0; ; skipped += PAGE) {
            context.cancel().throwIfCancelled();
            Frame page = context.rows(query.page(skipped, PAGE));
            int[] rows = roster.places(page.column("customer_id"));
            for (int row = 0; row < rows.length; row++) {
                if (rows[row] >= 0) {
                    any = true;
                    each.row(page, row, rows[row]);
                }
            }
            if (page.rowCount() < PAGE) {
                return any;
            }
        }
    }
}
