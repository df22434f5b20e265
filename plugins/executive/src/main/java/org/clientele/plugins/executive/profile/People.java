package org.clientele.plugins.executive.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The customers that the page is about: those who bought in its period and pass its filters; where there are no orders at all,
 * everybody in the table of customers.
 *
 * @param all the customers
 * @param asOf the day on which ages are told: the data's last, or the last registration where nothing was ordered
 * @param money the unit of what they brought
 * @param orders whether there are orders at all
 */
record People(List<Person> all, LocalDate asOf, Unit money, boolean orders) {
    private static final Texts TEXTS = Texts.of(People.class);

    static final String REVENUE = "clientele.core/revenue";
    static final String ORDERS = "clientele.core/orders";

    private static final int MOST = 1_000_000;
    private static final int OLDEST = 110;
    private static final List<String> KNOWN = List.of(
            "customer_id", "gender", "birth_date", "birth_year", "marital_status", "household_size", "registered_at");
    /** Attributes of imported files that count children: of the marketing campaign file, and words that others may use. */
    private static final List<String> CHILDREN =
            List.of("Kidhome", "Teenhome", "children", "Children", "kids", TEXTS.get("people.kids"));

    /**
     * A customer.
     *
     * @param gender as the data has it, or null
     * @param age in whole years, or -1 for unknown
     * @param children whether there are any at home; null for unknown
     * @param revenue what she brought in the period, returns deducted
     * @param orders how often she ordered in the period
     */
    record Person(
            String id,
            @Nullable String gender,
            int age,
            @Nullable Boolean children,
            double revenue,
            long orders) {}

    private record Bought(double revenue, long orders) {}

    static People of(AnalysisContext context) {
        LocalDate newest = context.lastDay();
        Map<String, Bought> bought = new HashMap<>();
        Unit money = Unit.money();
        if (newest != null) {
            Frame by = context.query(MetricQuery.of(REVENUE, ORDERS)
                    .by("customer")
                    .during(context.period())
                    .where(Filter.where("customer is not null")));
            money = by.column("revenue").unit();
            for (int row = 0; row < by.rowCount(); row++) {
                String id = by.column("customer").textAt(row);
                double revenue = by.column("revenue").doubleAt(row);
                if (id != null) {
                    bought.put(id, new Bought(Double.isNaN(revenue) ? 0 : revenue, (long)
                            by.column("orders").doubleAt(row)));
                }
            }
        }
        Rows rows = Rows.of(context);
        LocalDate asOf = newest == null ? rows.lastRegistration() : newest;
        if (asOf == null) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("people.no_customers_yet_import"));
        }
        List<Person> all = new ArrayList<>();
        for (int row = 0; row < rows.frame().rowCount(); row++) {
            String id = rows.text("customer_id", row);
            Bought b = id == null ? null : bought.remove(id);
            if (id != null && (b != null || newest == null)) {
                all.add(new Person(
                        id,
                        rows.text("gender", row),
                        rows.age(row, asOf),
                        rows.children(row),
                        b == null ? 0 : b.revenue(),
                        b == null ? 0 : b.orders()));
            }
        }
        // Orders may name customers of whom there is nothing else.
        bought.forEach((id, b) -> all.add(new Person(id, null, -1, null, b.revenue(), b.orders())));
        return new People(List.copyOf(all), asOf, money, newest != null);
    }

    /** The table of customers. */
    private record Rows(Frame frame, List<String> counts) {
        static Rows of(AnalysisContext context) {
            Frame frame = read(context, KNOWN);
            List<String> counts = new ArrayList<>();
            for (String name : CHILDREN) {
                try {
                    read(context, List.of(name), 1);
                    counts.add(name);
                } catch (AnalyticsException e) {
                    if (e.code() == ErrorCode.CANCELLED) {
                        throw e;
                    }
                    // This workspace's customers have no such attribute.
                }
            }
            if (!counts.isEmpty()) {
                List<String> all = new ArrayList<>(KNOWN);
                all.addAll(counts);
                frame = read(context, all);
            }
            return new Rows(frame, counts);
        }

        private static Frame read(AnalysisContext context, List<String> columns) {
            return read(context, columns, MOST);
        }

        private static Frame read(AnalysisContext context, List<String> columns, int most) {
            context.cancel().throwIfCancelled();
            return context.rows(RowQuery.of(CustomerModel.CUSTOMER, columns.toArray(String[]::new))
                    .page(0, most));
        }

        @Nullable
        String text(String column, int row) {
            return frame.column(column).textAt(row);
        }

        @Nullable
        LocalDate lastRegistration() {
            LocalDate last = null;
            Column column = frame.column("registered_at");
            for (int row = 0; row < frame.rowCount(); row++) {
                if (column.valueAt(row) instanceof LocalDateTime at
                        && (last == null || at.toLocalDate().isAfter(last))) {
                    last = at.toLocalDate();
                }
            }
            return last;
        }

        /** In whole years; by the year alone as if the birthday were over; -1 where it is unknown or cannot be. */
        int age(int row, LocalDate asOf) {
            int age = -1;
            if (frame.column("birth_date").valueAt(row) instanceof LocalDate born && !born.isAfter(asOf)) {
                age = Period.between(born, asOf).getYears();
            } else if (frame.column("birth_year").valueAt(row) instanceof Long year) {
                age = asOf.getYear() - year.intValue();
            }
            return age >= 0 && age <= OLDEST ? age : -1;
        }

        /** By what counts them; else by who lives in the household beyond one adult, or two where they live together. */
        @Nullable
        Boolean children(int row) {
            double sum = 0;
            boolean told = false;
            for (String name : counts) {
                Column c = frame.column(name);
                if (c.type().isNumeric() && !c.isNull(row)) {
                    sum += c.doubleAt(row);
                    told = true;
                }
            }
            if (told) {
                return sum > 0;
            }
            Column size = frame.column("household_size");
            String status = text("marital_status", row);
            if (size.isNull(row) || status == null) {
                return null;
            }
            String s = status.toLowerCase(Locale.ROOT);
            boolean couple = s.startsWith("married") || s.startsWith("together") || s.contains("partner");
            return size.longAt(row) > (couple ? 2 : 1);
        }
    }

    /** Whether somebody counts as a customer: who only returned something does not, though it counts against revenue. */
    boolean counts(Person p) {
        return p.orders() > 0 || !orders;
    }

    /** How many customers there are, as the metric counts them. */
    long count() {
        return all.stream().filter(this::counts).count();
    }

    /** The average age of those whose age is known, in whole years; empty where none is. */
    OptionalInt averageAge() {
        double sum = 0;
        int n = 0;
        for (Person p : all) {
            if (p.age() >= 0 && counts(p)) {
                sum += p.age();
                n++;
            }
        }
        return n == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.round(sum / n));
    }

    /** @throws AnalyticsException DATA_COLUMN_MISSING that says what is missing and what to import */
    static AnalyticsException missing(String what) {
        return new AnalyticsException(ErrorCode.DATA_COLUMN_MISSING, TEXTS.get("missing." + what));
    }
}
