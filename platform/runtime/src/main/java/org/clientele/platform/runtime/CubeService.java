package org.clientele.platform.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.platform.query.CubeCompiler;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.query.QueryContext;
import org.clientele.platform.query.cube.Cells;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.platform.runtime.brush.CubeFilling;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.jspecify.annotations.Nullable;

/** Fills cubes for brushes, and keeps the last ones until the data or the settings change. Thread-safe. */
final class CubeService {
    private static final long MOST_KEPT = 16_000_000;

    private final Workspace workspace;
    private final QueryService queries;
    private final Workers workers;
    private final CubeFilling.Limits limits;
    private final Cache<Key, BrushCubes> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .<Key, BrushCubes>weigher(
                    (key, cubes) -> (int) (1000 + cubes.filling().numbers()))
            .build();

    private final JointWork<BrushCubes> joint = new JointWork<>();

    /** Everything that cubes depend on; the catalog itself, because a new one means new formulas. */
    private record Key(
            List<MetricQuery> questions,
            String dimension,
            MetricCatalog metrics,
            QueryContext context,
            long version,
            String settings) {}

    /** @param workers run statements beside each other */
    CubeService(Workspace workspace, QueryService queries, Workers workers, CubeFilling.Limits limits) {
        this.workspace = workspace;
        this.queries = queries;
        this.workers = workers;
        this.limits = limits;
    }

    /** The cubes of some questions, all of one state of the data. Blocks. */
    BrushCubes cubes(
            List<MetricQuery> questions, String dimension, Subject subject, Policy policy, CancelSignal cancel) {
        return settled(questions, dimension, subject, policy, queries.spare()::asked, cancel);
    }

    /** Fills them for whoever may want them, and gives up, as CANCELLED, as soon as somebody asks for anything else. Blocks. */
    BrushCubes ahead(
            List<MetricQuery> questions, String dimension, Subject subject, Policy policy, CancelSignal cancel) {
        return queries.spare().during(cancel, mine -> settled(questions, dimension, subject, policy, () -> {}, mine));
    }

    private BrushCubes settled(
            List<MetricQuery> questions,
            String dimension,
            Subject subject,
            Policy policy,
            Runnable beginning,
            CancelSignal cancel) {
        BrushCubes cubes;
        long before;
        do {
            before = workspace.warehouse().version();
            cubes = oneState(questions, dimension, subject, policy, beginning, cancel);
        } while (workspace.warehouse().version() != before);
        return cubes;
    }

    /** The version is read first, as for each question. */
    private BrushCubes oneState(
            List<MetricQuery> questions,
            String dimension,
            Subject subject,
            Policy policy,
            Runnable beginning,
            CancelSignal cancel) {
        cancel.throwIfCancelled();
        long version = workspace.warehouse().version();
        MetricCatalog metrics = workspace.metrics();
        WorkspaceSettings settings = workspace.settings().now();
        QueryContext context = queries.context(subject, policy, version, metrics, settings, cancel);
        Key key = new Key(questions, dimension, metrics, context, version, settings.fingerprint());
        return joint.once(key, cancel, () -> kept.getIfPresent(key), () -> {
            beginning.run();
            BrushCubes cubes = filled(key, policy, settings, cancel);
            kept.put(key, cubes);
            return cubes;
        });
    }

    private BrushCubes filled(Key key, Policy policy, WorkspaceSettings settings, CancelSignal cancel) {
        CubeFilling.Warehouse warehouse = new CubeFilling.Warehouse() {
            @Override
            public Frame ask(CompiledQuery query) {
                return queries.run(query, cancel);
            }

            @Override
            public Frame remembered(CompiledQuery query) {
                return queries.probed(query, key.version(), policy, settings, cancel);
            }

            @Override
            public CompletableFuture<@Nullable Cells> beside(Supplier<@Nullable Cells> work) {
                return workers.submit(work::get);
            }
        };
        return new CubeFilling(new CubeCompiler(key.metrics()), key.context(), warehouse, limits, cancel)
                .fill(key.questions(), key.dimension());
    }
}
