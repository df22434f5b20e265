package org.clientele.plugins.segmentation.features;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/** What published scores say of customers, each under its dimension: {@code score.value}. */
final class ScoreSource implements FeatureSource {
    private static final Texts TEXTS = Texts.of(ScoreSource.class);
    private static final int PAGE = 500_000;

    private final AnalysisContext context;
    private final Span span;
    private final Roster roster;
    private final List<Caveat> caveats = new ArrayList<>();

    ScoreSource(AnalysisContext context, Span span, Roster roster) {
        this.context = context;
        this.span = span;
        this.roster = roster;
    }

    @Override
    public List<String> offers() {
        return context.scores().stream().map(PublishedScore::dimension).toList();
    }

    /** What is to be said of the scores that were read. */
    List<Caveat> caveats() {
        return caveats;
    }

    @Override
    public List<FeatureColumn> read(String token) {
        PublishedScore score = context.scores().stream()
                .filter(s -> s.dimension().equals(token))
                .findFirst()
                .orElseThrow();
        double[] values = roster.missing();
        boolean any = false;
        Unit unit = score.unit();
        RowQuery query = RowQuery.of(CustomerModel.CUSTOMER, "customer_id", token);
        for (long skipped = 0, rows = PAGE; rows == PAGE; skipped += PAGE) {
            context.cancel().throwIfCancelled();
            Frame page = context.rows(query.page(skipped, PAGE));
            Column numbers = page.column(token);
            int[] places = roster.places(page.column("customer_id"));
            for (int row = 0; row < places.length; row++) {
                if (places[row] >= 0 && !numbers.isNull(row)) {
                    values[places[row]] = numbers.doubleAt(row);
                    any = true;
                }
            }
            unit = numbers.spec().unit();
            rows = page.rowCount();
        }
        if (span.asOf() != null && score.day().isAfter(span.asOf())) {
            caveats.add(Caveat.of(
                    Caveat.Kind.LOOK_AHEAD, TEXTS.get("score.later", score.name(), score.day(), span.asOf())));
        }
        return any ? List.of(new FeatureColumn(Feature.number(token, score.name(), unit), values)) : List.of();
    }
}
