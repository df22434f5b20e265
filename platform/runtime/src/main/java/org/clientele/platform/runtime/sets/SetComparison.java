package org.clientele.platform.runtime.sets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A customer set beside another, or beside all other known customers: how far they overlap, and how they differ. Thread-safe; all
 * methods that take a cancel signal block.
 */
public final class SetComparison {
    private static final Texts TEXTS = Texts.of(SetComparison.class);

    /** Below so many customers a share says little. */
    public static final int FEW = 30;

    private static final Unit CUSTOMERS = Unit.of("customers");
    private static final String IN_DATA = "clientele.core/customers-in-data";
    private static final List<String> FIGURES = List.of(
            "clientele.core/customers",
            "clientele.core/revenue",
            "clientele.core/orders",
            "clientele.core/average-order-value",
            "clientele.core/units",
            "clientele.core/return-rate");

    private final SetSource source;
    private final CustomerSet first;
    private final @Nullable CustomerSet second;

    SetComparison(SetSource source, CustomerSet first, @Nullable CustomerSet second) {
        this.source = source;
        this.first = first;
        this.second = second;
    }

    /** The name of the first, for people. */
    public String firstName() {
        return first.name();
    }

    /** The name of the second, for people. */
    public String secondName() {
        return second == null ? TEXTS.get("set.comparison.other_customers") : second.name();
    }

    /** Whether the first is compared with all other customers. */
    boolean secondIsOthers() {
        return second == null;
    }

    private Filter inFirst() {
        return Filter.in(first.dimension(), CustomerSet.IN);
    }

    private Filter inSecond() {
        return second == null
                ? Filter.in(first.dimension(), CustomerSet.NOT_IN)
                : Filter.in(second.dimension(), CustomerSet.IN);
    }

    /**
     * How many customers two sets share.
     *
     * @param first customers of the first
     * @param second customers of the second
     * @param both customers who are in both
     */
    public record Overlap(long first, long second, long both) {
        /** Those who are in either. */
        public long either() {
            return first + second - both;
        }

        /** Those who are in both as a share of those who are in either (Jaccard 1901); 0 where nobody is. */
        public double jaccard() {
            return either() == 0 ? 0 : (double) both / either();
        }
    }

    /** How far they overlap, over all customers in the data whom the policy shows, whatever the days. */
    public Overlap overlap(CancelSignal cancel) {
        RowQuery customers = RowQuery.of(CustomerModel.CUSTOMER, "customer_id");
        long a = source.count(customers.where(inFirst()), cancel);
        long b = source.count(customers.where(inSecond()), cancel);
        return new Overlap(
                a,
                b,
                second == null ? 0 : source.count(customers.where(inFirst()).where(inSecond()), cancel));
    }

    /** The overlap as a frame: {@code part} (only the first, both, only the second), {@code customers}, {@code share} of either. */
    public Frame overlapFrame(CancelSignal cancel) {
        Overlap o = overlap(cancel);
        Map<String, Long> parts = new LinkedHashMap<>();
        if (second == null) {
            parts.put(firstName(), o.first());
            parts.put(secondName(), o.second());
        } else {
            parts.put(TEXTS.get("set.comparison.only", firstName()), o.first() - o.both());
            parts.put(TEXTS.get("set.comparison.both"), o.both());
            parts.put(TEXTS.get("set.comparison.only", secondName()), o.second() - o.both());
        }
        Column.Builder part = text("part", TEXTS.get("set.comparison.part"));
        Column.Builder customers = whole("customers", TEXTS.get("common.customers"));
        Column.Builder share = ratio("share", TEXTS.get("set.comparison.share"));
        parts.forEach((name, n) -> {
            part.addText(name);
            customers.addLong(n);
            share.addDouble(o.either() == 0 ? 0 : (double) n / o.either());
        });
        Frame frame = Frame.of(part.build(), customers.build(), share.build()).asOf(source.dataAsOf(cancel));
        return frame.withInsight(second == null ? sizes(o) : shared(o));
    }

    private String sizes(Overlap o) {
        return TEXTS.get("set.comparison.of_all", o.first(), o.either(), firstName());
    }

    private String shared(Overlap o) {
        return o.both() == 0
                ? TEXTS.get("set.comparison.nobody_is_in_both")
                : TEXTS.get(
                        "set.comparison.in_both",
                        o.both(),
                        String.format(Locale.ENGLISH, "%.1f", 100.0 * o.both() / o.first()),
                        firstName(),
                        String.format(Locale.ENGLISH, "%.1f", 100.0 * o.both() / o.second()),
                        secondName(),
                        String.format(Locale.ENGLISH, "%.3f", o.jaccard()));
    }

    /** The main metrics of each, and of all lines: {@code set}, then a column a metric, then {@code revenue-per-customer}. */
    public Frame figures(Narrowed to, CancelSignal cancel) {
        Frame a = ask(FIGURES, List.of(), to, inFirst(), cancel);
        Frame b = ask(FIGURES, List.of(), to, inSecond(), cancel);
        Frame all = ask(FIGURES, List.of(), to, null, cancel);
        List<Column> columns = new ArrayList<>();
        columns.add(text("set", TEXTS.get("set.comparison.set"))
                .addText(firstName())
                .addText(secondName())
                .addText(TEXTS.get("set.comparison.all_order_lines"))
                .build());
        for (Column c : a.columns()) {
            Column.Builder values = c.type() == ColumnType.DECIMAL
                    ? Column.decimalBuilder(c.spec(), c.scale())
                    : Column.builder(c.spec());
            for (Frame answer : List.of(a, b, all)) {
                values.add(answer.column(c.name()).valueAt(0));
            }
            columns.add(values.build());
        }
        Column revenue = a.column("revenue");
        Column.Builder each = Column.builder(new ColumnSpec(
                "revenue-per-customer",
                ColumnType.DOUBLE,
                revenue.unit().per(CUSTOMERS),
                TEXTS.get("set.comparison.revenue_per_customer")));
        for (Frame answer : List.of(a, b)) {
            add(each, ratio(answer, "revenue", "customers"));
        }
        each.addNull();
        columns.add(each.build());
        return doubted(Frame.of(columns), List.of(a, b), to, cancel);
    }

    /** What the first has as a share of what the second has: {@code figure}, {@code index} (1 where they are alike). */
    public Frame indices(Narrowed to, CancelSignal cancel) {
        Frame a = ask(FIGURES, List.of(), to, inFirst(), cancel);
        Frame b = ask(FIGURES, List.of(), to, inSecond(), cancel);
        Column.Builder figure = text("figure", TEXTS.get("set.comparison.figure"));
        Column.Builder index = ratio("index", TEXTS.get("set.comparison.share_2", firstName(), secondName()));
        Map<String, double[]> all = new LinkedHashMap<>();
        all.put(TEXTS.get("set.comparison.revenue_per_customer"), pair(a, b, "revenue", "customers"));
        all.put(TEXTS.get("set.comparison.orders_per_customer"), pair(a, b, "orders", "customers"));
        all.put(TEXTS.get("set.comparison.average_order_value"), pair(a, b, "average-order-value", ""));
        all.put(TEXTS.get("set.comparison.units_per_order"), pair(a, b, "units", "orders"));
        all.put(TEXTS.get("set.comparison.return_rate"), pair(a, b, "return-rate", ""));
        all.forEach((name, values) -> {
            figure.addText(name);
            add(index, values[0] / values[1]);
        });
        return doubted(Frame.of(figure.build(), index.build()), List.of(a, b), to, cancel);
    }

    private static double[] pair(Frame a, Frame b, String over, String under) {
        return new double[] {ratio(a, over, under), ratio(b, over, under)};
    }

    private static double ratio(Frame answer, String over, String under) {
        Column top = answer.column(over);
        double value = top.isNull(0) ? Double.NaN : top.doubleAt(0);
        if (under.isEmpty()) {
            return value;
        }
        Column bottom = answer.column(under);
        return bottom.isNull(0) || bottom.doubleAt(0) == 0 ? Double.NaN : value / bottom.doubleAt(0);
    }

    private static void add(Column.Builder column, double value) {
        if (Double.isFinite(value)) {
            column.addDouble(value);
        } else {
            column.addNull();
        }
    }

    /**
     * The shares of customers by a dimension, the largest of both together first: {@code member}, {@code customers_a}, {@code
     * share_a}, {@code customers_b}, {@code share_b}, {@code index} (share_a / share_b) and {@code few} (whether it rests on
     * fewer than {@value #FEW} customers of either). A customer counts for each member that she has lines of.
     *
     * @param dimension of order lines or of their customers
     * @param most how many members, or 0 for all
     */
    public Frame shares(String dimension, int most, Narrowed to, CancelSignal cancel) {
        Shares shares = read(dimension, to, cancel);
        Column.Builder member = text("member", TEXTS.get("set.comparison.member"));
        ShareColumns columns = new ShareColumns(firstName(), secondName());
        shares.rows().stream().limit(most == 0 ? Long.MAX_VALUE : most).forEach(row -> {
            if (row.member() == null) {
                member.addNull();
            } else {
                member.addText(Objects.requireNonNull(row.member()));
            }
            columns.add(row);
        });
        List<Column> all = new ArrayList<>(List.of(member.build()));
        all.addAll(columns.build());
        return doubted(Frame.of(all), shares.answers(), to, cancel);
    }

    private Shares read(String dimension, Narrowed to, CancelSignal cancel) {
        Frame a = ask(List.of(IN_DATA), List.of(dimension), to, inFirst(), cancel);
        Frame b = ask(List.of(IN_DATA), List.of(dimension), to, inSecond(), cancel);
        long allA = one(ask(List.of(IN_DATA), List.of(), to, inFirst(), cancel));
        long allB = one(ask(List.of(IN_DATA), List.of(), to, inSecond(), cancel));
        return Shares.of(a, allA, b, allB);
    }

    private static long one(Frame frame) {
        return frame.columns().get(0).isNull(0) ? 0 : frame.columns().get(0).longAt(0);
    }

    /**
     * Where they differ most, over several dimensions: {@code dimension} (for people) and the columns of {@link #shares}, the
     * largest differences first, those of few customers last.
     *
     * @param dimensions names, by labels for people
     * @param most how many rows
     */
    public Frame differences(Map<String, String> dimensions, int most, Narrowed to, CancelSignal cancel) {
        List<Found> all = new ArrayList<>();
        List<Frame> answers = new ArrayList<>();
        dimensions.forEach((label, name) -> {
            Shares shares = read(name, to, cancel);
            answers.addAll(shares.answers());
            if (shares.rows().size() <= 200) {
                shares.rows().forEach(row -> all.add(new Found(label, row)));
            }
        });
        all.sort(java.util.Comparator.comparing((Found f) -> f.row().few())
                .thenComparing(f -> -f.row().strength())
                .thenComparing(f -> -f.row().shareA()));
        Column.Builder dimension = text("dimension", TEXTS.get("set.comparison.by"));
        Column.Builder member = text("member", TEXTS.get("set.comparison.member"));
        ShareColumns columns = new ShareColumns(firstName(), secondName());
        for (Found found : all.subList(0, Math.min(most, all.size()))) {
            dimension.addText(found.dimension());
            member.addText(Objects.requireNonNullElse(found.row().member(), "unknown"));
            columns.add(found.row());
        }
        List<Column> built = new ArrayList<>(List.of(dimension.build(), member.build()));
        built.addAll(columns.build());
        return doubted(Frame.of(built), answers, to, cancel);
    }

    private record Found(String dimension, Shares.Row row) {}

    /** Net revenue by month: {@code month}, {@code first}, {@code second}. */
    public Frame months(Narrowed to, CancelSignal cancel) {
        List<String> revenue = List.of("clientele.core/revenue");
        Frame a = ask(revenue, List.of("month"), to, inFirst(), cancel);
        Frame b = ask(revenue, List.of("month"), to, inSecond(), cancel);
        Map<Object, @Nullable Object[]> rows = new java.util.TreeMap<>();
        put(rows, a, 0);
        put(rows, b, 1);
        Column month = a.column("month");
        Column money = a.column("revenue");
        Column.Builder months = Column.builder(month.spec());
        Column.Builder firsts = like(money, "first", firstName());
        Column.Builder seconds = like(money, "second", secondName());
        rows.forEach((day, values) -> {
            months.add(day);
            firsts.add(values[0]);
            seconds.add(values[1]);
        });
        return doubted(Frame.of(months.build(), firsts.build(), seconds.build()), List.of(a, b), to, cancel);
    }

    private static void put(Map<Object, @Nullable Object[]> rows, Frame answer, int at) {
        for (int row = 0; row < answer.rowCount(); row++) {
            Object day = answer.columns().get(0).valueAt(row);
            if (day != null) {
                rows.computeIfAbsent(day, d -> new @Nullable Object[2])[at] =
                        answer.columns().get(1).valueAt(row);
            }
        }
    }

    private static Column.Builder like(Column c, String name, String label) {
        ColumnSpec spec = new ColumnSpec(name, c.type(), c.unit(), label);
        return c.type() == ColumnType.DECIMAL ? Column.decimalBuilder(spec, c.scale()) : Column.builder(spec);
    }

    private Frame ask(
            List<String> metrics, List<String> by, Narrowed to, @Nullable Filter members, CancelSignal cancel) {
        List<Filter> filters = new ArrayList<>(to.filters());
        if (members != null) {
            filters.add(members);
        }
        return source.query(new MetricQuery(metrics, by, filters, to.days(), Comparison.NONE, 0), cancel);
    }

    /** With what its answers say, and that a set is small. */
    private Frame doubted(Frame frame, List<Frame> answers, Narrowed to, CancelSignal cancel) {
        Set<Caveat> all = new LinkedHashSet<>();
        answers.forEach(a -> all.addAll(a.caveats()));
        small(firstName(), inFirst(), to, cancel, all);
        small(secondName(), inSecond(), to, cancel, all);
        return frame.withCaveats(List.copyOf(all)).asOf(source.dataAsOf(cancel));
    }

    private void small(String name, Filter members, Narrowed to, CancelSignal cancel, Set<Caveat> all) {
        long customers = one(ask(List.of(IN_DATA), List.of(), to, members, cancel));
        if (customers < FEW) {
            all.add(Caveat.of(
                    Caveat.Kind.SMALL_SAMPLE,
                    customers == 0
                            ? TEXTS.get("set.comparison.has_no_customers_with_order", name)
                            : TEXTS.get("set.comparison.few", name, customers)));
        }
    }

    private static Column.Builder text(String name, String label) {
        return Column.builder(new ColumnSpec(name, ColumnType.TEXT, Unit.none(), label));
    }

    static Column.Builder whole(String name, String label) {
        return Column.builder(new ColumnSpec(name, ColumnType.INTEGER, CUSTOMERS, label));
    }

    static Column.Builder ratio(String name, String label) {
        return Column.builder(new ColumnSpec(name, ColumnType.DOUBLE, Unit.ratio(), label));
    }
}
