package org.clientele.platform.query.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table with what they lead to. The only place that names a table in a FROM, and so the only place
 * where row filters must hold: no read goes around it.
 */
final class RowReader {
    private static final Texts TEXTS = Texts.of(RowReader.class);

    private static final String LINES = CustomerModel.ORDER_LINE;
    private static final String CUSTOMERS = CustomerModel.CUSTOMER;
    private static final String PRODUCTS = CustomerModel.PRODUCT;
    private static final String FIRST_SALE = "first_sale";

    private final Dialect dialect;
    private final AppliedPolicy policy;
    private final Map<Term.Column, List<String>> numbered;

    RowReader(Dialect dialect, AppliedPolicy policy) {
        this(dialect, policy, Map.of());
    }

    /** @param numbered texts that {@link #number} is to give as their numbers among some */
    RowReader(Dialect dialect, AppliedPolicy policy, Map<Term.Column, List<String>> numbered) {
        this.dialect = dialect;
        this.policy = policy;
        this.numbered = numbered;
    }

    /** The number of a text; that of a table which lines lead to is looked up once a row of it, not once a line. */
    Field<?> number(Term.Column column) {
        return column.table().equals(LINES)
                ? dialect.number(stored(column), Objects.requireNonNull(numbered.get(column)))
                : field(column.table(), numberOf(column));
    }

    private static String numberOf(Term.Column column) {
        return "number of " + column.name();
    }

    private Table<?> target(String table) {
        List<Field<?>> numbers = new ArrayList<>();
        numbered.forEach((column, among) -> {
            if (column.table().equals(table)) {
                numbers.add(dialect.number(stored(column), among).as(DSL.name(numberOf(column))));
            }
        });
        Table<?> plain = DSL.table(DSL.name(table));
        return numbers.isEmpty()
                ? plain
                : DSL.select(DSL.asterisk()).select(numbers).from(plain).asTable(DSL.name(table));
    }

    /**
     * Rows to read.
     *
     * @param from the tables, joined
     * @param visible which rows the policy lets through
     */
    record Rows(Table<?> from, Condition visible) {}

    private static String joined(Term.InSet set) {
        return "set " + set.key();
    }

    /** The customer of a row if she is in a set, else null. */
    static Field<Object> member(Term.InSet set) {
        return field(joined(set), CustomersStatement.CUSTOMER);
    }

    /** A stored or joined column as it is. */
    static Field<?> stored(Term.Column column) {
        return column.equals(Term.FIRST_SALE) ? field(FIRST_SALE, column.name()) : field(column.table(), column.name());
    }

    static Field<Object> field(String table, String column) {
        return DSL.field(DSL.name(table, column), SQLDataType.OTHER);
    }

    /** The rows of {@code table} with all that {@code terms} read. */
    Rows read(String table, List<Term> terms) {
        return read(table, terms, null);
    }

    /** The same; order lines come with their rates, if {@code conversion} asks for them. */
    Rows read(String table, List<Term> terms, @Nullable Conversion conversion) {
        List<Term> all = new ArrayList<>(terms);
        List<Term> filters = new ArrayList<>(policy.rowFilters(table));
        all.addAll(filters);
        Set<String> needed = new LinkedHashSet<>();
        Set<Term.InSet> sets = new LinkedHashSet<>();
        Set<Term.Published> published = new LinkedHashSet<>();
        all.forEach(term -> term.walk(t -> {
            if (t instanceof Term.InSet s) {
                sets.add(s);
            }
            if (t instanceof Term.Published p) {
                published.add(p);
            }
            if (t instanceof Term.Column c) {
                needed.add(c.equals(Term.FIRST_SALE) ? FIRST_SALE : c.table());
            }
        }));
        Table<?> from = DSL.table(DSL.name(table));
        if (table.equals(LINES)) {
            if (conversion != null) {
                Select<?> rates = conversion.rates(dialect, DSL.table(DSL.name(CustomerModel.EXCHANGE_RATE)));
                from = DSL.table(
                        dialect.newest(),
                        from,
                        rates,
                        DSL.name(Conversion.RATE.table()),
                        Conversion.same(),
                        Conversion.notLater());
            }
            from = follow(from, CUSTOMERS, "customer_id", needed, filters);
            from = follow(from, PRODUCTS, "product_id", needed, filters);
        }
        if (needed.contains(FIRST_SALE)) {
            from = from.leftJoin(firstSales().asTable(DSL.name(FIRST_SALE)))
                    .on(field(FIRST_SALE, "customer_id").eq(field(table, "customer_id")));
        }
        for (Term.InSet set : sets) {
            Select<?> customers = CustomersStatement.customers(set.origin(), dialect, policy);
            from = from.leftJoin(customers.asTable(DSL.name(joined(set))))
                    .on(member(set).eq(stored(set.customer()).coerce(SQLDataType.OTHER)));
        }
        for (Term.Published one : published) {
            PublishedJoin join = new PublishedJoin(one, dialect);
            from = from.leftJoin(join.members()).on(join.same());
        }
        SqlTerms sql = new SqlTerms(dialect, new Stored());
        return new Rows(from, DSL.and(filters.stream().map(sql::condition).toList()));
    }

    // A row filter on customers or products also hides their lines: whoever may not see a customer may not count
    // what they bought. Lines of unknown customers are then hidden too.
    private Table<?> follow(Table<?> from, String table, String key, Set<String> needed, List<Term> filters) {
        List<Term> own = policy.rowFilters(table);
        if (own.isEmpty() && !needed.contains(table)) {
            return from;
        }
        filters.addAll(own);
        Table<?> target = target(table);
        Condition same = field(table, key).eq(field(LINES, key));
        return own.isEmpty()
                ? from.leftJoin(target).on(same)
                : from.join(target).on(same);
    }

    private Select<?> firstSales() {
        Field<Object> customer = field(LINES, "customer_id");
        Field<Object> zero = DSL.inline(0).coerce(SQLDataType.OTHER);
        Rows rows = read(LINES, List.of());
        return DSL.select(
                        customer.as(DSL.name("customer_id")),
                        DSL.min(field(LINES, "ordered_at")).as(DSL.name(Term.FIRST_SALE.name())))
                .from(rows.from())
                .where(rows.visible())
                .and(field(LINES, "quantity").gt(zero))
                .and(DSL.or(
                        field(LINES, "unit_price").gt(zero),
                        field(LINES, "unit_price").isNull()))
                .and(customer.isNotNull())
                .groupBy(customer);
    }

    /** Row filters read what is stored, whatever a comparison shifts. */
    private static final class Stored implements SqlTerms.Place {
        @Override
        public Field<?> column(Term.Column column) {
            return stored(column);
        }

        @Override
        public Condition inPeriod(Term.InPeriod term) {
            throw misplaced();
        }

        @Override
        public Field<?> aggregate(Term.Aggregate aggregate) {
            throw misplaced();
        }

        private static AnalyticsException misplaced() {
            return new AnalyticsException(ErrorCode.INTERNAL, TEXTS.get("row.reader.row_filter_holds_what_only"));
        }
    }
}
