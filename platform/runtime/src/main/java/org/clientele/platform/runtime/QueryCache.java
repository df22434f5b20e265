package org.clientele.platform.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Policy;
import org.jspecify.annotations.Nullable;

/** Keeps answers until the data changes or memory is needed for newer ones. Thread-safe. */
final class QueryCache {
    private static final long MAX_BYTES = 64L << 20;

    private final Cache<Object, Frame> frames = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .<Object, Frame>weigher((key, frame) -> bytes(frame))
            .build();

    private final JointWork<Frame> joint = new JointWork<>();

    /**
     * What makes two answers the same. Metrics of equal formulas have one statement, and other names.
     *
     * @param sql the statement, in which the policy is applied
     * @param binds its values
     * @param columns their names, units and labels
     * @param caveats what is known of it before it runs
     * @param dataVersion of the warehouse
     * @param policy the policy's fingerprint
     * @param settings the settings' fingerprint
     */
    record Key(
            String sql,
            List<Object> binds,
            List<CompiledQuery.OutputColumn> columns,
            List<Caveat> caveats,
            long dataVersion,
            String policy,
            String settings) {
        static Key of(CompiledQuery query, long dataVersion, Policy policy, WorkspaceSettings settings) {
            return new Key(
                    query.sql(),
                    query.binds(),
                    query.columns(),
                    query.caveats(),
                    dataVersion,
                    policy.fingerprint(),
                    settings.fingerprint());
        }
    }

    @Nullable
    Frame get(Object key) {
        return frames.getIfPresent(key);
    }

    void put(Object key, Frame frame) {
        frames.put(key, frame);
    }

    /** What is kept, or what {@code work} gives, which is then kept; as {@link JointWork#once}. */
    Frame once(Object key, CancelSignal cancel, Supplier<Frame> work) {
        return joint.once(key, cancel, () -> get(key), () -> {
            Frame done = work.get();
            put(key, done);
            return done;
        });
    }

    static int bytes(Frame frame) {
        long bytes = 200;
        for (Column c : frame.columns()) {
            bytes += 8L * c.size();
            if (c.type() == ColumnType.TEXT) {
                for (String s : c.dictionary()) {
                    bytes += 56 + s.length();
                }
            }
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
