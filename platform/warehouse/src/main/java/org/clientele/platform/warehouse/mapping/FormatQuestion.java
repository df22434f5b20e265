package org.clientele.platform.warehouse.mapping;

import java.util.List;
import org.clientele.sdk.data.ColumnSpec;
import org.jspecify.annotations.Nullable;

/**
 * A column whose way of writing is to be found.
 *
 * @param column the model column or the attribute that it fills
 * @param raw SQL of its text: {@code c3}, or what a template makes
 * @param spec what the model says of it, or null for an attribute, whose type is found too
 * @param format what a recipe says, or null if it says nothing; a recipe is not asked about
 * @param sample its first values
 */
public record FormatQuestion(
        String column,
        String raw,
        @Nullable ColumnSpec spec,
        @Nullable String format,
        List<String> sample) {
    public FormatQuestion {
        sample = List.copyOf(sample);
    }
}
