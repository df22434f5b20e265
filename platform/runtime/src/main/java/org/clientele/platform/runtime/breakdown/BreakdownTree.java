package org.clientele.platform.runtime.breakdown;

import java.time.LocalDateTime;
import java.util.List;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.query.MetricDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A metric broken down.
 *
 * @param metric which
 * @param value name, type, unit and label of its values
 * @param base those of what it is compared with, or null
 * @param root the whole
 * @param stages the levels, the outermost first; each has the parts of the opened part before it
 * @param caveats what is to be borne in mind
 * @param dataAsOf the moment of the newest row of the data, or null without data
 */
public record BreakdownTree(
        MetricDefinition metric,
        ColumnSpec value,
        @Nullable ColumnSpec base,
        Branch root,
        List<Stage> stages,
        List<Caveat> caveats,
        @Nullable LocalDateTime dataAsOf) {
    public BreakdownTree {
        stages = List.copyOf(stages);
        caveats = List.copyOf(caveats);
    }
}
