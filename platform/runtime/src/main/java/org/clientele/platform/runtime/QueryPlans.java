package org.clientele.platform.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.query.QueryContext;
import org.clientele.sdk.query.Policy;

/**
 * Keeps compiled questions, and what they depend on of the data: the same one is asked again at each refresh and by each session,
 * and compiling, or reading those facts, can take as long as answering.
 */
final class QueryPlans {
    private static final long MAX_PLANS = 500;
    private static final long MAX_FACTS = 20;

    private final Cache<Key, CompiledQuery> plans =
            Caffeine.newBuilder().maximumSize(MAX_PLANS).build();

    private final Cache<State, LineFacts> facts =
            Caffeine.newBuilder().maximumSize(MAX_FACTS).build();

    /** What facts depend on: a state of the data and the policy's fingerprint. */
    private record State(long version, String policy) {}

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

    /** The facts of one state of the data, as one policy shows it. Two who ask at once may both read them. */
    LineFacts facts(long version, Policy policy, Supplier<LineFacts> read) {
        State state = new State(version, policy.fingerprint());
        LineFacts known = facts.getIfPresent(state);
        if (known == null) {
            known = read.get();
            facts.put(state, known);
        }
        return known;
    }
}
