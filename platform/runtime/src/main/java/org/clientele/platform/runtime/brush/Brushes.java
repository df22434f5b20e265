package org.clientele.platform.runtime.brush;

import org.clientele.platform.query.cube.Brush;
import org.clientele.sdk.query.Filter;

/** Brushes as filters, for what must be asked. */
public final class Brushes {
    private Brushes() {}

    /** The filter that lets the picked members of a dimension through. */
    public static Filter filter(String dimension, Brush brush) {
        if (brush instanceof Brush.Range range) {
            return Filter.where(dimension + " between date '" + range.from() + "' and date '" + range.to() + "'");
        }
        return new Filter.Members(dimension, ((Brush.Members) brush).members(), false);
    }
}
