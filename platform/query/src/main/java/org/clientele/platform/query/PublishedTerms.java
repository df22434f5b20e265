package org.clientele.platform.query;

import java.util.List;
import java.util.Objects;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Published segmentations and scores as parts of terms, without customer sets: those may be rules, which read no more than who asks. */
record PublishedTerms(KnownSegments known) implements Names.Sets {
    private static final Texts TEXTS = Texts.of(PublishedTerms.class);

    @Override
    public Found find(String key) {
        throw new AnalyticsException(ErrorCode.FORMULA_INVALID, TEXTS.get("published.terms.no_set_in_metric", key));
    }

    @Override
    public Term.InSegment segment(String key, Term.Column customer, Term.@Nullable Column time) {
        KnownSegments.Known found = known.get(key);
        List<String> names =
                found.segments().stream().map(KnownSegments.Segment::name).toList();
        return new Term.InSegment(found.key(), found.name(), names, dated(found), customer, time);
    }

    @Override
    public Term.Score score(String key, Term.Column customer, Term.@Nullable Column time) {
        KnownSegments.Known found = known.score(key);
        return new Term.Score(
                found.key(), found.name(), Objects.requireNonNull(found.score()), dated(found), customer, time);
    }

    private static List<Term.Published.Dated> dated(KnownSegments.Known found) {
        return found.snapshots().stream()
                .map(s -> new Term.Published.Dated(s.dataset(), s.day().plusDays(1)))
                .toList();
    }

    @Override
    public String member(String key, String text) {
        return known.get(key).member(text);
    }
}
