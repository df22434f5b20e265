package org.clientele.sdk.extension;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.sdk.QualifiedId;

/**
 * How the columns of a known kind of file become columns of the customer model. As JSON it has the same names.
 *
 * @param id {@code vendor.plugin/name}
 * @param title for people: "UCI Online Retail"
 * @param entity the table of the customer model that rows go to
 * @param headers the headers, lower case, that a file must all have to be of this kind
 * @param columns model column to source header; a source column that is not mapped is kept as an attribute
 * @param constants model column to a value that every row gets, for example currency to "GBP"
 * @param adjustmentOrders regular expression of order ids whose lines are of kind adjustment, or ""
 * @param charges regular expression of product ids that are charges (postage, fees), or ""
 * @param schemaVersion of this form; 1
 */
public record ImportRecipe(
        QualifiedId id,
        String title,
        String entity,
        List<String> headers,
        Map<String, String> columns,
        Map<String, String> constants,
        String adjustmentOrders,
        String charges,
        int schemaVersion) {
    public ImportRecipe {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(entity, "entity");
        headers = List.copyOf(headers);
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        constants = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    }
}
