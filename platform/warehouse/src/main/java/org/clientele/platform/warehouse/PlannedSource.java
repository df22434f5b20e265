package org.clientele.platform.warehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.warehouse.mapping.ColumnReason;
import org.clientele.platform.warehouse.mapping.Role;
import org.clientele.platform.warehouse.source.JdbcRequest;
import org.clientele.platform.warehouse.source.SourceChoice;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * How one source would be imported.
 *
 * @param file where it is, or the name of the source if it is in a database
 * @param name what to call it: the file's name, with the sheet's or entry's behind it
 * @param database where it is if not in a file, or null
 * @param choice how it is read
 * @param head what its start says
 * @param recipe where its columns go
 * @param recognised whether it is of a known kind; else the recipe was made for it
 * @param role what it is among the sources of one import
 * @param reasons why its columns go where they go
 * @param doubts sentences about what was assumed
 */
public record PlannedSource(
        Path file,
        String name,
        @Nullable JdbcRequest database,
        SourceChoice choice,
        SourceHead head,
        ImportRecipe recipe,
        boolean recognised,
        Role role,
        List<ColumnReason> reasons,
        List<String> doubts) {
    private static final List<String> GOODS = List.of("product_id", "description", "quantity", "unit_price", "amount");

    public PlannedSource {
        reasons = List.copyOf(reasons);
        doubts = List.copyOf(doubts);
    }

    /** Whether all that its rows say is that an order came back. */
    boolean marks() {
        boolean returns = recipe.entity().equals(CustomerModel.ORDER_LINE)
                && "return".equals(recipe.constants().get("kind"))
                && recipe.columns().containsKey("order_id");
        return returns && GOODS.stream().noneMatch(c -> recipe.columns().containsKey(c));
    }

    /** The same with more doubts. */
    PlannedSource doubting(List<String> more) {
        List<String> all = new ArrayList<>(doubts);
        all.addAll(more);
        return new PlannedSource(file, name, database, choice, head, recipe, recognised, role, reasons, all);
    }

    /** The same by another recipe. */
    public PlannedSource by(ImportRecipe other) {
        return new PlannedSource(file, name, database, choice, head, other, recognised, role, reasons, doubts);
    }
}
