package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
import org.clientele.sdk.extension.ImportRecipe;

/**
 * How one table of a file would be imported.
 *
 * @param file where it is
 * @param name the file's name, with the sheet's or entry's behind it
 * @param included whether it is imported at all
 * @param reading how its text is read
 * @param headers names of its columns
 * @param sample its first rows, at most {@link #SAMPLE}, each as wide as the headers
 * @param recipe where its columns go, and how their values are written
 * @param recognised whether it is of a known kind; else the recipe was made from names and content
 * @param role what it is among the tables of the import
 * @param columns what was decided for each of its columns, and why
 * @param doubts sentences about what was assumed
 */
public record ProposedTable(
        Path file,
        String name,
        boolean included,
        Reading reading,
        List<String> headers,
        List<List<String>> sample,
        ImportRecipe recipe,
        boolean recognised,
        Role role,
        List<ProposedColumn> columns,
        List<String> doubts) {
    /** How many rows a sample has at most. */
    public static final int SAMPLE = 200;

    /** What a table is among those that are imported together. */
    public enum Role {
        /** Its rows are rows of the recipe's table. */
        TABLE,
        /** Orders without their lines: what it has goes to the lines of other tables. */
        ORDER_HEADER,
        /** Lines of orders whose date another table has. */
        LINES_WITHOUT_HEADER,
        /** Lines that take the price of the product. */
        LINES_WITHOUT_PRICE,
        /** Names of categories, which go to products. */
        PRODUCT_CATEGORY,
        /** Goods that came back. */
        RETURNS,
        /** Nothing of the model; it is left out. */
        UNRECOGNISED
    }

    /** What a file or a table is. */
    public enum Format {
        /** Fields with something between them. */
        CSV,
        /** Lines whose columns are apart by blanks. */
        TEXT,
        /** A basket a line. */
        BASKETS,
        /** A sheet of a workbook. */
        SHEET,
        /** A Parquet file. */
        PARQUET,
        /** A table of a DuckDB file. */
        DUCKDB_TABLE,
        /** A table of another database. */
        DATABASE_TABLE
    }

    /**
     * How text is read. What a person sets here is obeyed by {@link Session#reread}.
     *
     * @param format what the file or the table is
     * @param charset name of the encoding, or "" where the format has none
     * @param delimiter between fields
     * @param layout how lines part into columns
     * @param headerRow the row that holds the headers, from 1; 0 if there is none
     */
    public record Reading(Format format, String charset, char delimiter, ImportRecipe.Layout layout, int headerRow) {}

    public ProposedTable {
        headers = List.copyOf(headers);
        sample = List.copyOf(sample);
        columns = List.copyOf(columns);
        doubts = List.copyOf(doubts);
    }

    /** The same by another recipe. */
    public ProposedTable by(ImportRecipe other) {
        return new ProposedTable(
                file, name, included, reading, headers, sample, other, recognised, role, columns, doubts);
    }

    /** The same by another recipe, with what was decided for its columns. */
    public ProposedTable by(ImportRecipe other, List<ProposedColumn> decided) {
        return new ProposedTable(
                file, name, included, reading, headers, sample, other, recognised, role, decided, doubts);
    }

    /** The same, going where another one of the same columns goes. */
    public ProposedTable going(ProposedTable other) {
        return new ProposedTable(
                file,
                name,
                included,
                reading,
                headers,
                sample,
                other.recipe,
                recognised,
                other.role,
                other.columns,
                doubts);
    }

    /** The same without some of its doubts. */
    public ProposedTable doubting(List<String> left) {
        return new ProposedTable(
                file, name, included, reading, headers, sample, recipe, recognised, role, columns, left);
    }

    /** The same, imported or not. */
    public ProposedTable include(boolean yes) {
        return new ProposedTable(file, name, yes, reading, headers, sample, recipe, recognised, role, columns, doubts);
    }

    /** The same, to be read in another way. */
    public ProposedTable read(Reading other) {
        return new ProposedTable(
                file, name, included, other, headers, sample, recipe, recognised, role, columns, doubts);
    }
}
