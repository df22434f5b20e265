package org.clientele.platform.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.platform.runtime.gallery.GalleryBoard;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/** What an open dashboard shows, and where its tiles' data comes from. Immutable and thread-safe. */
interface DashboardSource {
    Texts TEXTS = Texts.of(DashboardSource.class);

    /**
     * The source of a dashboard.
     *
     * @param id its id or a suffix of it, or that of the gallery
     * @throws AnalyticsException DASHBOARD_UNKNOWN, or FORBIDDEN by the policy
     */
    static DashboardSource of(Session session, String id) {
        if (id.equals(GalleryBoard.ID)) {
            return new GallerySource(
                    new GalleryBoard(session.workspace().contributed().charts()));
        }
        if (ComparisonBoard.is(id)) {
            return ComparisonSource.of(session, id);
        }
        DashboardSpec own = own(session, id);
        Arrangement now = session.arrangements().current(own.id().toString());
        return new QuerySource(now.applied(own), Optional.of(now));
    }

    /**
     * A dashboard as its plugin has it.
     *
     * @param id its id or a suffix of it
     * @throws AnalyticsException DASHBOARD_UNKNOWN, or FORBIDDEN by the policy
     */
    static DashboardSpec own(Session session, String id) {
        DashboardSpec spec = session.workspace().contributed().dashboard(id);
        if (!session.policy().allowsDashboard(spec.id().toString())) {
            throw new AnalyticsException(
                    ErrorCode.FORBIDDEN,
                    TEXTS.get(
                            "dashboard.source.policy_does_not_allow_dashboard",
                            session.policy().name(),
                            spec.title()));
        }
        return spec;
    }

    /** Its tiles. */
    DashboardSpec spec();

    /** How its tiles are arranged; empty where nobody can arrange them. */
    default Optional<Arrangement> arrangement() {
        return Optional.empty();
    }

    /** Titles that stand above tiles, by the tile that comes first below. */
    Map<String, String> headings();

    /** The definition of each metric that the tiles show, by the name of its column. */
    Map<String, MetricDefinition> definitions(Session session);

    /** Whether its data is of all time, whatever period is chosen. */
    boolean ofAllTime();

    /** Whether its tiles are to be answered one after the other by one thread, because they share what is worked out. */
    boolean oneByOne();

    /**
     * Starts to answer all tiles. The function blocks; it throws CANCELLED if {@code cancel} says so, and nothing else.
     *
     * @param early hears of what a tile can show until its answer is there
     */
    Function<TileSpec, TileRun.Outcome> answers(
            Session session,
            Period period,
            Scope scope,
            BiConsumer<TileSpec, TileRun.Outcome> early,
            CancelSignal cancel);

    /** The tiles that answer while somebody brushes in another, each narrowed down as it is now. */
    List<BrushSession.Linked> linked(Session session, Period period, Scope scope);
}
