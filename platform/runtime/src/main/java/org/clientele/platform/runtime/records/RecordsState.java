package org.clientele.platform.runtime.records;

import java.util.List;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/**
 * How a list of records stands.
 *
 * @param query what is listed: columns, filters and order of the rows that can be had now
 * @param count how many rows, or -1 while nobody knows
 * @param summary what is reckoned from them, or null while it is not known
 * @param loading whether other rows are on their way
 * @param failure why the last rows that were asked for cannot be had, or ""
 * @param moved whether the data changed while the list was open, so that its rows are others than at first
 */
public record RecordsState(
        RowQuery query, long count, @Nullable Summary summary, boolean loading, String failure, boolean moved) {
    /**
     * What is reckoned from all rows of a list, not only those that were read.
     *
     * @param customers how many known customers they are of, or -1 where that is not known
     * @param figure the number behind which they are, NaN where there is none
     * @param unit of the figure
     * @param caveats what is to be borne in mind with it
     */
    public record Summary(long customers, double figure, Unit unit, List<Caveat> caveats) {
        public Summary {
            caveats = List.copyOf(caveats);
        }
    }
}
