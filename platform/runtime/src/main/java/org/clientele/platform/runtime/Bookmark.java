package org.clientele.platform.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.platform.runtime.arrange.Arrangement;
import org.clientele.sdk.chart.ViewState;

/**
 * A dashboard as somebody looked at it.
 *
 * @param title for people; unique in a workspace
 * @param dashboard the dashboard's id
 * @param scope what it is narrowed down to
 * @param views how each tile is looked at, where it is not as at first, by the tile's id
 * @param arrangement how its tiles are arranged; empty where that is left as it is, as of dashboards that cannot be arranged
 * @param filling the id of the tile that fills the page, or "" where all are on show
 */
public record Bookmark(
        String title,
        String dashboard,
        Scope scope,
        Map<String, ViewState> views,
        Optional<Arrangement> arrangement,
        String filling) {
    public Bookmark {
        views = java.util.Collections.unmodifiableMap(new TreeMap<>(views));
    }
}
