package org.clientele.platform.query.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What names mean to an expression over the rows of one table: its columns, those of the tables that each of its rows
 * leads to, and dimensions. Nothing else can be read.
 */
public final class Names {
    private static final Texts TEXTS = Texts.of(Names.class);

    private static final List<String> GROUPS =
            List.of("country", "currency", "product", "product-name", "category", "customer");

    /** What stands before the key of a customer set: {@code set.best_customers}. */
    public static final String SET = "set";

    /** What stands before the key of a published segmentation: {@code segment.rfm}. */
    public static final String SEGMENT = "segment";

    /** What stands before the key of a published score: {@code score.value}. */
    public static final String SCORE = "score";

    private final CustomerModel model;
    private final CustomerModel.Table table;
    private final boolean virtual;
    private final @Nullable Sets sets;

    private Names(CustomerModel model, String table, boolean virtual, @Nullable Sets sets) {
        this.model = model;
        this.table = model.table(table);
        this.virtual = virtual;
        this.sets = sets;
    }

    /** Finds customer sets and published segmentations. */
    public interface Sets {
        /** A set: its key, its name for people, and who is in it. */
        record Found(String key, String name, SetOrigin origin) {}

        /**
         * The set that answers to a key.
         *
         * @throws org.clientele.sdk.AnalyticsException DIMENSION_UNKNOWN if there is none
         */
        Found find(String key);

        /**
         * The segment that a row's customer was in when the row was written.
         *
         * @param time what places the row in time, or null where nothing does
         * @throws org.clientele.sdk.AnalyticsException DIMENSION_UNKNOWN if there is no such segmentation
         */
        Term.InSegment segment(String key, Term.Column customer, Term.@Nullable Column time);

        /**
         * The number that a score gave a row's customer, as it was known when the row was written.
         *
         * @param time what places the row in time, or null where nothing does
         * @throws org.clientele.sdk.AnalyticsException DIMENSION_UNKNOWN if there is no such score
         */
        Term.Score score(String key, Term.Column customer, Term.@Nullable Column time);

        /**
         * The present name of the segment that somebody means.
         *
         * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if there is no such segment
         */
        String member(String key, String text);
    }

    /** The names for rows of {@code table}. */
    public static Names of(CustomerModel model, String table) {
        return new Names(model, table, true, null);
    }

    /** The same without what is computed from other rows, for row filters, which those rows must pass themselves. */
    public Names storedOnly() {
        return new Names(model, table.name(), false, null);
    }

    /** The same with customer sets and segmentations, each a dimension {@code set.<key>} or {@code segment.<key>}. */
    public Names with(Sets known) {
        return new Names(model, table.name(), virtual, known);
    }

    /** What a name means, and what it counts. */
    record Meaning(Term term, Unit unit) {}

    /** The table whose rows are meant. */
    public CustomerModel.Table table() {
        return table;
    }

    /** Whether values may be derived from other rows than the one at hand. */
    boolean allowsVirtual() {
        return virtual;
    }

    /** The tables that can be read: this one, then those that a row leads to. */
    public List<String> tables() {
        return table.name().equals(CustomerModel.ORDER_LINE)
                ? List.of(CustomerModel.ORDER_LINE, CustomerModel.CUSTOMER, CustomerModel.PRODUCT)
                : List.of(table.name());
    }

    /** The names of all dimensions, of time first. */
    public static List<String> dimensions() {
        return Stream.concat(Arrays.stream(Grain.values()).map(g -> g.name().toLowerCase(Locale.ROOT)), GROUPS.stream())
                .toList();
    }

    /** The grain that a time dimension's name stands for. */
    public static Optional<Grain> grain(String dimension) {
        return Arrays.stream(Grain.values())
                .filter(g -> g.name().toLowerCase(Locale.ROOT).equals(dimension))
                .findFirst();
    }

    /** The term of a dimension, or of a column as one, if rows of this table have it. */
    public Optional<Term> dimension(String name) {
        Optional<Term> known = named(name);
        if (known.isPresent()) {
            return known;
        }
        int dot = name.indexOf('.');
        return dot < 0 ? own(name) : column(name.substring(0, dot), name.substring(dot + 1));
    }

    /** The column that leads from a row to its customer, if the table has one. */
    public Optional<Term.Column> customer() {
        return own("customer_id").map(Term.Column.class::cast);
    }

    /**
     * Whether a row's customer is in a set, if rows of this table have a customer and sets can be read here.
     *
     * @throws org.clientele.sdk.AnalyticsException DIMENSION_UNKNOWN if there is no such set
     */
    public Optional<Term> set(String key) {
        Sets known = sets;
        if (known == null) {
            return Optional.empty();
        }
        return customer().map(customer -> {
            Sets.Found found = known.find(key);
            return new Term.InSet(found.key(), found.name(), found.origin(), customer);
        });
    }

    /**
     * The segment of a row's customer, if rows of this table have a customer and segmentations can be read here.
     *
     * @throws org.clientele.sdk.AnalyticsException DIMENSION_UNKNOWN if there is no such segmentation
     */
    public Optional<Term> segment(String key) {
        Sets known = sets;
        if (known == null) {
            return Optional.empty();
        }
        Term.Column time = time().map(Term.Column.class::cast).orElse(null);
        return customer().map(customer -> known.segment(key, customer, time));
    }

    /**
     * The score of a row's customer, if rows of this table have a customer and scores can be read here.
     *
     * @throws org.clientele.sdk.AnalyticsException DIMENSION_UNKNOWN if there is no such score
     */
    public Optional<Term.Score> score(String key) {
        Sets known = sets;
        if (known == null) {
            return Optional.empty();
        }
        Term.Column time = time().map(Term.Column.class::cast).orElse(null);
        return customer().map(customer -> known.score(key, customer, time));
    }

    /** The present name of a segment that somebody means by a text. */
    public String member(Term.InSegment of, String text) {
        return sets == null ? text : sets.member(of.key(), text);
    }

    private Optional<Term> named(String name) {
        Optional<Grain> grain = grain(name);
        if (grain.isPresent()) {
            return time().map(t -> new Term.Step(grain.get(), t));
        }
        boolean lines = table.name().equals(CustomerModel.ORDER_LINE);
        return switch (name) {
            case "product" -> own("product_id");
            case "product-name" -> lines ? column(CustomerModel.PRODUCT, "name") : Optional.empty();
            case "customer" -> own("customer_id");
            case "currency" -> own("currency");
            case "category" -> (lines ? column(CustomerModel.PRODUCT, name) : own(name));
            case "country" -> lines ? lineCountry() : own(name);
            default -> Optional.empty();
        };
    }

    private Optional<Term> lineCountry() {
        return own("country")
                .flatMap(line -> column(CustomerModel.CUSTOMER, "country")
                        .map(home -> new Term.Function(ScalarFunction.COALESCE, List.of(line, home), ValueType.TEXT)));
    }

    /** The column that places a row in time, if the table has one. */
    public Optional<Term> time() {
        return table.time().isEmpty() ? Optional.empty() : own(table.time());
    }

    /** What a name in an expression means; a bare name is a dimension before it is a column. */
    Optional<Meaning> find(@Nullable String of, String name) {
        if (of == null) {
            Optional<Meaning> dimension = named(name.toLowerCase(Locale.ROOT)).map(t -> new Meaning(t, Unit.none()));
            return dimension.isPresent() ? dimension : stored(table.name(), name);
        }
        if (isFirstSale(of, name)) {
            return Optional.of(new Meaning(Term.FIRST_SALE, Unit.none()));
        }
        if (SET.equalsIgnoreCase(of)) {
            return set(name).map(t -> new Meaning(t, Unit.none()));
        }
        if (SEGMENT.equalsIgnoreCase(of)) {
            return segment(name).map(t -> new Meaning(t, Unit.none()));
        }
        if (SCORE.equalsIgnoreCase(of)) {
            return score(name).map(t -> new Meaning(t, t.unit()));
        }
        return tables().stream().filter(t -> t.equalsIgnoreCase(of)).findFirst().flatMap(t -> stored(t, name));
    }

    /** A column of one of the readable tables. */
    public Optional<Term> column(String of, String name) {
        if (isFirstSale(of, name)) {
            return Optional.of(Term.FIRST_SALE);
        }
        if (of.equals(SET)) {
            return set(name);
        }
        if (of.equals(SEGMENT)) {
            return segment(name);
        }
        if (of.equals(SCORE)) {
            return score(name).map(Term.class::cast);
        }
        return tables().contains(of) ? stored(of, name).map(Meaning::term) : Optional.empty();
    }

    private Optional<Term> own(String name) {
        return stored(table.name(), name).map(Meaning::term);
    }

    private boolean isFirstSale(String of, String name) {
        return virtual
                && tables().contains(CustomerModel.CUSTOMER)
                && Term.FIRST_SALE.table().equalsIgnoreCase(of)
                && Term.FIRST_SALE.name().equalsIgnoreCase(name);
    }

    private Optional<Meaning> stored(String of, String name) {
        List<ColumnSpec> columns = model.tables().stream()
                .filter(t -> t.name().equals(of))
                .flatMap(t -> t.columns().stream())
                .toList();
        List<ColumnSpec> alike =
                columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).toList();
        return alike.stream()
                .filter(c -> c.name().equals(name) || alike.size() == 1)
                .findFirst()
                .map(c -> new Meaning(new Term.Column(of, c.name(), ValueType.of(c)), c.unit()));
    }

    /** For messages: why a name means nothing here. */
    String unknown(@Nullable String of, String name) {
        if (of == null) {
            List<String> elsewhere = tables().stream()
                    .filter(t -> stored(t, name).isPresent())
                    .map(t -> t + "." + name)
                    .toList();
            if (!elsewhere.isEmpty()) {
                return TEXTS.get(
                        "names.write_with_table",
                        name,
                        table.name(),
                        elsewhere.stream()
                                .reduce((a, b) -> TEXTS.get("names.or", a, b))
                                .orElse(""));
            }
            return TEXTS.get("names.there_is_no_column_dimension", name, table.name(), listed(table.name()));
        }
        Optional<String> known =
                tables().stream().filter(t -> t.equalsIgnoreCase(of)).findFirst();
        return known.map(t -> TEXTS.get("names.there_is_no_column_in", name, t, listed(t)))
                .orElse(TEXTS.get("names.there_is_no_table_read", of, String.join(", ", tables())));
    }

    private String listed(String of) {
        List<String> names =
                model.table(of).columns().stream().map(ColumnSpec::name).toList();
        return names.size() > 20
                ? TEXTS.get("names.more", String.join(", ", names.subList(0, 20)), (names.size() - 20))
                : String.join(", ", names);
    }
}
