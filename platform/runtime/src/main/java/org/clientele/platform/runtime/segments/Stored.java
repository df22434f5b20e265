package org.clientele.platform.runtime.segments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.platform.catalog.StoredSegmentation;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.ScopeJson;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** Segmentations from what the catalog keeps of them. */
public final class Stored {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Stored() {}

    /** A publication. */
    public static PublishedSegmentation read(StoredSegmentation s) {
        return new PublishedSegmentation(
                s.id(),
                s.key(),
                s.name(),
                s.description(),
                s.inForce(),
                s.versions().stream().map(Stored::version).toList(),
                s.deletedAt());
    }

    private static PublishedSegmentation.Version version(StoredSegmentation.Version v) {
        return new PublishedSegmentation.Version(
                v.id(),
                v.number(),
                v.analysis(),
                v.pluginVersion(),
                parameters(v),
                filters(v),
                period(v),
                v.fittedOn(),
                v.dataAsOf(),
                v.publisher(),
                v.madeUnder(),
                v.doubts().lines().toList(),
                score(v.score()),
                v.madeAt(),
                v.segments().stream()
                        .map(g -> new PublishedSegmentation.Segment(
                                g.key(), g.name(), g.former(), g.description(), g.action()))
                        .toList(),
                v.snapshots().stream()
                        .map(d -> new PublishedSegmentation.Snapshot(d.asOf(), d.sizes(), d.madeAt()))
                        .toList());
    }

    /** What the numbers of a score count. */
    public static Unit unit(StoredSegmentation.Score score) {
        return new Unit(score.numerator(), score.denominator());
    }

    private static PublishedSegmentation.@Nullable Score score(StoredSegmentation.@Nullable Score score) {
        return score == null
                ? null
                : new PublishedSegmentation.Score(unit(score), Scoring.Meaning.valueOf(score.meaning()));
    }

    static Period period(StoredSegmentation.Version v) {
        Period days = ScopeJson.read(v.fittedUnder()).days();
        return days == null ? new Period(null, v.fittedOn()) : days;
    }

    static List<Filter> filters(StoredSegmentation.Version v) {
        return ScopeJson.read(v.fittedUnder()).filters();
    }

    private static Map<String, String> parameters(StoredSegmentation.Version v) {
        try {
            return new TreeMap<>(JSON.readValue(v.parameters(), new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("They are no parameters: " + e.getOriginalMessage(), e);
        }
    }

    static String written(Map<String, String> parameters) {
        return JSON.valueToTree(new TreeMap<>(parameters)).toString();
    }

    static String written(Period period, List<Filter> filters) {
        return ScopeJson.write(new Scope(null, period, null, filters, Map.of()));
    }
}
