package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** What a tab shows. UI thread only. */
public interface Page {
    /** Stable: a dashboard's id, or a word of the window's own. */
    String id();

    /** For the tab. */
    String title();

    /** For the bar under the tabs, or "" where the page says it itself. */
    default String heading() {
        return title();
    }

    /** One sentence for the bar under the tabs, or "". */
    default String description() {
        return "";
    }

    /** The toolkit's control. */
    Control control();

    /** Changes the colours. */
    void palette(Palette palette);

    /** Places its parts anew, because something about that was chosen. */
    default void arrange() {
        control().redraw();
    }

    /** Reads its data again. */
    default void refresh() {}

    /** The period in force, or null where it has none or does not know it yet. */
    default @Nullable PeriodChoice period() {
        return null;
    }

    /** The days of the period, or "". */
    default String periodLabel() {
        return "";
    }

    /** Chooses another period. */
    default void period(PeriodChoice choice) {}

    /** What of it can leave the program as a file; empty where there is nothing yet, or never. */
    default Optional<Exportable> exportable() {
        return Optional.empty();
    }

    /** What it is narrowed down to, or null where it cannot be. */
    default @Nullable Scope narrowed() {
        return null;
    }

    /** The names of dimensions that people gave, for what it is narrowed down to. */
    default Map<String, String> names() {
        return Map.of();
    }

    /** What is worth choosing on it, with one click each. */
    default List<Suggestion> suggestions() {
        return List.of();
    }

    /** What it is narrowed down to because all dashboards are. */
    default List<Filter> everywhere() {
        return List.of();
    }

    /** Other filters hold on all dashboards from now on. */
    default void everywhere(List<Filter> filters) {}

    /** What was done on it last, and can be taken back; empty where nothing can. */
    default Optional<History> history() {
        return Optional.empty();
    }

    /** Whether everything it has to show was painted. */
    default boolean settled() {
        return true;
    }

    /** It will not be shown again. */
    void close();
}
