package org.clientele.sdk.extension;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.sdk.QualifiedId;

/**
 * How a known kind of file becomes rows of the customer model. As JSON it has the same names. Built by {@link #builder}.
 *
 * @param id {@code vendor.plugin/name}
 * @param title for people: "UCI Online Retail"
 * @param entity the table of the customer model that rows go to
 * @param layout how a line parts into columns
 * @param headers the headers, lower case, that a file must all have to be of this kind; empty if it has none
 * @param linePattern regular expression that each of the first lines of a file without headers matches, or ""
 * @param names what to call the columns of a file without headers, in their order; else empty
 * @param columns model column to source header, or to a template such as <code>{customer}-{date}</code>, where <code>{#}
 *     </code> is the number of the record from 1; a source column that is not mapped is kept as an attribute
 * @param constants model column to a value that every row gets, for example currency to "GBP"
 * @param formats model column or attribute to how its values are written: dates as {@code dd.MM.yyyy HH:mm} (letters of
 *     {@link java.time.format.DateTimeFormatter}; any one separator stands for all), numbers by the example {@code
 *     1.234,56}; what is not named is found out over the whole file
 * @param leftOut headers, any case, of source columns that are not kept at all, not even as attributes
 * @param adjustmentOrders regular expression of order ids whose lines are of kind adjustment, or ""
 * @param charges regular expression of product ids that are charges (postage, fees), or ""
 * @param schemaVersion of this form; 2
 */
public record ImportRecipe(
        QualifiedId id,
        String title,
        String entity,
        Layout layout,
        List<String> headers,
        String linePattern,
        List<String> names,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, String> formats,
        List<String> leftOut,
        String adjustmentOrders,
        String charges,
        int schemaVersion) {
    /** The version of this form. */
    public static final int SCHEMA_VERSION = 2;

    /** How a line parts into columns. */
    public enum Layout {
        /** By a delimiter, with quotes; also sheets and query results, which are parted already. */
        DELIMITED,
        /** By any run of blanks. */
        WHITESPACE,
        /**
         * Each line is one basket: its items, as many as there are, between delimiters. It is read as rows of two columns,
         * {@code basket} (the line's number) and {@code item}.
         */
        BASKETS
    }

    public ImportRecipe {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(layout, "layout");
        headers = List.copyOf(headers);
        names = List.copyOf(names);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        leftOut = List.copyOf(leftOut);
        formats = Collections.unmodifiableMap(new LinkedHashMap<>(formats));
    }

    /** A recipe that maps nothing yet, of delimited files that are recognised by no header. */
    public static Builder builder(String id, String entity) {
        return new Builder(QualifiedId.of(id), entity);
    }

    /** A builder that starts from this recipe. */
    public Builder toBuilder() {
        return new Builder(id, entity)
                .title(title)
                .layout(layout)
                .headers(headers)
                .linePattern(linePattern)
                .names(names)
                .columns(columns)
                .constants(constants)
                .formats(formats)
                .leftOut(leftOut)
                .adjustmentOrders(adjustmentOrders)
                .charges(charges);
    }

    /** Makes a recipe; a component that a later SDK adds does not break who uses it. */
    public static final class Builder {
        private final QualifiedId id;
        private final String entity;
        private String title;
        private Layout layout = Layout.DELIMITED;
        private List<String> headers = List.of();
        private String linePattern = "";
        private List<String> names = List.of();
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final Map<String, String> constants = new LinkedHashMap<>();
        private final Map<String, String> formats = new LinkedHashMap<>();
        private List<String> leftOut = List.of();
        private String adjustmentOrders = "";
        private String charges = "";

        private Builder(QualifiedId id, String entity) {
            this.id = id;
            this.entity = entity;
            this.title = id.toString();
        }

        /** For people; the id if none is given. */
        public Builder title(String text) {
            title = text;
            return this;
        }

        /** How a line parts into columns. */
        public Builder layout(Layout parts) {
            layout = parts;
            return this;
        }

        /** The headers, lower case, by which a file is recognised. */
        public Builder headers(List<String> lowerCase) {
            headers = lowerCase;
            return this;
        }

        /** What the first lines of a file without headers look like. */
        public Builder linePattern(String regex) {
            linePattern = regex;
            return this;
        }

        /** The columns of a file without headers. */
        public Builder names(List<String> inOrder) {
            names = inOrder;
            return this;
        }

        /** Maps a model column to a source header or a template. */
        public Builder column(String column, String source) {
            columns.put(column, source);
            return this;
        }

        /** Maps several. */
        public Builder columns(Map<String, String> sources) {
            columns.putAll(sources);
            return this;
        }

        /** Gives every row a value. */
        public Builder constant(String column, String value) {
            constants.put(column, value);
            return this;
        }

        /** Gives every row several. */
        public Builder constants(Map<String, String> values) {
            constants.putAll(values);
            return this;
        }

        /** Says how the values of a column are written. */
        public Builder format(String column, String written) {
            formats.put(column, written);
            return this;
        }

        /** Says it of several. */
        public Builder formats(Map<String, String> written) {
            formats.putAll(written);
            return this;
        }

        /** Which source columns are not kept. */
        public Builder leftOut(List<String> sources) {
            leftOut = sources;
            return this;
        }

        /** Which orders are adjustments. */
        public Builder adjustmentOrders(String regex) {
            adjustmentOrders = regex;
            return this;
        }

        /** Which products are charges. */
        public Builder charges(String regex) {
            charges = regex;
            return this;
        }

        /** The recipe. */
        public ImportRecipe build() {
            return new ImportRecipe(
                    id,
                    title,
                    entity,
                    layout,
                    headers,
                    linePattern,
                    names,
                    columns,
                    constants,
                    formats,
                    leftOut,
                    adjustmentOrders,
                    charges,
                    SCHEMA_VERSION);
        }
    }
}
