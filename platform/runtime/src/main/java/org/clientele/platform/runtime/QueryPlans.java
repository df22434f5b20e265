package org.clientele.platform.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.query.QueryContext;

/** Keeps compiled questions: the same one is asked again at each refresh, and compiling can take as long as answering. */
final class QueryPlans {
    private static final long MAX_PLANS = 500;

    private final Cache<Key, CompiledQuery> plans =
            Caffeine.newBuilder().maximumSize(MAX_PLANS).build();

    /**
     * Everything that a plan depends on.
     *
     * @param metrics the catalog itself: a new one means new plans
     * @param question a metric or row query
     * @param context who asks, under which policy, of which data
     */
    private record Key(MetricCatalog metrics, Object question, QueryContext context) {}

    <Q> CompiledQuery get(MetricCatalog metrics, Q question, QueryContext context, Function<Q, CompiledQuery> compile) {
        return plans.get(new Key(metrics, question, context), key -> compile.apply(question));
    }
}
