package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportProposal;
import org.clientele.platform.runtime.ImportedMapping;
import org.clientele.platform.runtime.ProposedColumn;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ImportRecipe;

/** Proposals as the runtime makes them. */
final class Proposals {
    private Proposals() {}

    /** A table of order lines, not of a known kind. */
    static ProposedTable lines(String file) {
        List<ProposedColumn> columns = new ArrayList<>();
        columns.add(new ProposedColumn("Bestellung", "order_id", 0.95, "The name means an order."));
        columns.add(new ProposedColumn("Datum", "ordered_at", 0.9, "Dates."));
        columns.add(new ProposedColumn("Menge", "quantity", 0.6, "Numbers, perhaps a quantity."));
        return table(
                file,
                false,
                List.of("Bestellung", "Datum", "Menge", "Bemerkung"),
                ImportRecipe.builder("clientele.core/by-name", "order_line")
                        .columns(Map.of("order_id", "Bestellung", "ordered_at", "Datum", "quantity", "Menge"))
                        .constant("currency", "EUR")
                        .format("quantity", "1.234,56")
                        .charges("POST")
                        .build(),
                columns);
    }

    /** A table of a known kind, about which nothing is doubtful. */
    static ProposedTable known(String file) {
        return table(
                file,
                true,
                List.of("InvoiceNo"),
                ImportRecipe.builder("clientele.core/online-retail", "order_line")
                        .column("order_id", "InvoiceNo")
                        .build(),
                List.of(new ProposedColumn("InvoiceNo", "order_id", 1, "")));
    }

    /** A table of which nothing was recognised. */
    static ProposedTable strange(String file) {
        return new ProposedTable(
                Path.of("/data", file),
                file,
                false,
                new ProposedTable.Reading(ProposedTable.Format.CSV, "UTF-8", ',', ImportRecipe.Layout.DELIMITED, 1),
                List.of("zug", "blip"),
                List.of(),
                ImportRecipe.builder("workspace.mapping/nothing", "").build(),
                false,
                ProposedTable.Role.UNRECOGNISED,
                List.of(),
                List.of());
    }

    /** A file of which nothing can be imported as it is. */
    static FileImport failed(Path file) {
        return new FileImport(
                file,
                String.valueOf(file.getFileName()),
                0,
                "",
                0,
                0,
                0,
                null,
                List.of(),
                ImportedMapping.NONE,
                List.of(),
                false,
                0,
                new FileImport.Failure(ErrorCode.FILE_UNRECOGNISED, "It fits nothing."));
    }

    private static ProposedTable table(
            String file, boolean recognised, List<String> headers, ImportRecipe recipe, List<ProposedColumn> columns) {
        return new ProposedTable(
                Path.of("/data", file),
                file,
                true,
                new ProposedTable.Reading(ProposedTable.Format.CSV, "UTF-8", ';', ImportRecipe.Layout.DELIMITED, 1),
                headers,
                List.of(),
                recipe,
                recognised,
                ProposedTable.Role.TABLE,
                columns,
                List.of());
    }

    static ImportProposal of(ProposedTable... tables) {
        return new ImportProposal(List.of(tables), List.of(), List.of(), ImportMode.APPEND);
    }
}
