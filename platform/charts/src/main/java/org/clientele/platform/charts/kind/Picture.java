package org.clientele.platform.charts.kind;

import java.util.List;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.jspecify.annotations.Nullable;

/** A picture with axes that stands alone or as one of small multiples. */
interface Picture {
    /**
     * What a panel has in common with its neighbours.
     *
     * @param low the lowest value of any panel
     * @param high the highest value of any panel
     * @param beside room for labels at the left of this panel
     * @param axis whether this panel names the places along the other axis
     */
    record Shared(double low, double high, double beside, boolean axis) {
        /** Whether this panel names the values. */
        boolean labelled() {
            return beside > 0;
        }
    }

    /** Whether there is nothing to draw. */
    boolean isEmpty();

    /** The lowest value drawn. */
    double low();

    /** The highest value drawn. */
    double high();

    /** How much it counts among others. */
    double weight();

    /** What the values count. */
    Unit unit();

    /** How the head calls the unit, or "". */
    String unitText();

    /** Whether values stand on a logarithmic axis. */
    default boolean isLog() {
        return false;
    }

    /** The legend. */
    List<Plot.Key> keys();

    /** What was left out or put together, in sentences. */
    List<String> notes();

    /** Lines of text below the plot. */
    int tiers();

    /** Room for labels at the left of a panel whose values run from {@code low} to {@code high}. */
    double gutter(double low, double high);

    /** Draws it in the request's size, alone or as a panel. */
    List<Node> draw(ChartRequest sized, @Nullable Shared shared);

    /** What it says, in a sentence or two. */
    String description();

    /** What it shows. */
    String title();
}
