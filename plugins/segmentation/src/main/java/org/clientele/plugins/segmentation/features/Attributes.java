package org.clientele.plugins.segmentation.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/** The columns of the table of customers, read as they are needed, in pages, and kept in the order of the roster. */
final class Attributes {
    private static final int PAGE = 200_000;
    private static final double MICROSECONDS_A_DAY = 86_400e6;
    private static final String ID = "customer_id";

    private final AnalysisContext context;
    private final List<ColumnSpec> specs;
    private final @Nullable Roster bought;
    private final Map<String, Values> known = new HashMap<>();
    private @Nullable Roster roster;

    /**
     * The values of a column.
     *
     * @param numbers NaN where missing; of moments the day since 1970, of texts the place in {@code levels}
     * @param levels the distinct texts, sorted; empty for other columns
     */
    record Values(ColumnSpec spec, double[] numbers, List<String> levels) {}

    /** @param bought those whose rows count; null for everybody in the table */
    Attributes(AnalysisContext context, @Nullable Roster bought) {
        this.context = context;
        this.bought = bought;
        this.roster = bought;
        this.specs = context.model().table(CustomerModel.CUSTOMER).columns();
    }

    /** Those whose rows count. */
    Roster roster() {
        Roster all = roster;
        if (all == null) {
            List<String> ids = new ArrayList<>();
            // Those who bought were filtered by their orders.
            pages(List.of(ID), context.filters(), page -> {
                Column id = page.column(ID);
                for (int row = 0; row < page.rowCount(); row++) {
                    String one = id.textAt(row);
                    if (one != null) {
                        ids.add(one);
                    }
                }
            });
            all = Roster.of(ids);
            roster = all;
        }
        return all;
    }

    /** The names of all columns but the id. */
    List<String> names() {
        return specs.stream().map(ColumnSpec::name).filter(n -> !n.equals(ID)).toList();
    }

    /** The column of that name, in any case, with or without underscores: "MntWines" is mnt_wines. */
    Optional<ColumnSpec> spec(String name) {
        String wanted = bare(name);
        return specs.stream().filter(s -> bare(s.name()).equals(wanted)).findFirst();
    }

    /** Columns whose names, in small letters and without underscores, match. */
    List<ColumnSpec> like(String regex) {
        return specs.stream().filter(s -> bare(s.name()).matches(regex)).toList();
    }

    /** A name in small letters, without underscores and blanks. */
    static String bare(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[_\\s]", "");
    }

    /** Numbers of a column, or null where there is none or no value in it. */
    double @Nullable [] numbers(String name) {
        Optional<ColumnSpec> spec = spec(name);
        if (spec.isEmpty() || spec.get().type() == ColumnType.TEXT) {
            return null;
        }
        double[] all = values(spec.get()).numbers();
        return Arrays.stream(all).allMatch(Double::isNaN) ? null : all;
    }

    /** Reads columns at once, so that each page is asked for only once. */
    void prefetch(List<ColumnSpec> wanted) {
        List<ColumnSpec> unread = wanted.stream()
                .filter(s -> !known.containsKey(s.name()))
                .distinct()
                .toList();
        if (!unread.isEmpty()) {
            read(unread);
        }
    }

    /** The values of a column. */
    Values values(ColumnSpec spec) {
        prefetch(List.of(spec));
        return java.util.Objects.requireNonNull(known.get(spec.name()));
    }

    private void read(List<ColumnSpec> unread) {
        Roster all = roster();
        List<double[]> numbers = unread.stream().map(s -> all.missing()).toList();
        List<Map<String, Integer>> levels = unread.stream()
                .map(s -> (Map<String, Integer>) new HashMap<String, Integer>())
                .toList();
        List<String> columns = new ArrayList<>(List.of(ID));
        unread.forEach(s -> columns.add(s.name()));
        // Of few who bought only theirs would do, but the filter would be as long as they are many.
        pages(columns, List.of(), page -> {
            int[] rows = all.places(page.column(ID));
            for (int c = 0; c < unread.size(); c++) {
                fill(page.column(unread.get(c).name()), rows, numbers.get(c), levels.get(c));
            }
        });
        for (int c = 0; c < unread.size(); c++) {
            known.put(unread.get(c).name(), sorted(unread.get(c), numbers.get(c), levels.get(c)));
        }
    }

    private static void fill(Column column, int[] rows, double[] numbers, Map<String, Integer> levels) {
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] < 0 || column.isNull(row)) {
                continue;
            }
            numbers[rows[row]] = switch (column.type()) {
                case TEXT -> {
                    String text = java.util.Objects.requireNonNull(column.textAt(row));
                    yield levels.computeIfAbsent(text, t -> levels.size());
                }
                case TIMESTAMP -> Math.floor(column.longAt(row) / MICROSECONDS_A_DAY);
                default -> column.doubleAt(row);
            };
        }
    }

    private static Values sorted(ColumnSpec spec, double[] numbers, Map<String, Integer> levels) {
        List<String> names = levels.keySet().stream().sorted().toList();
        double[] place = new double[names.size()];
        for (int i = 0; i < place.length; i++) {
            place[java.util.Objects.requireNonNull(levels.get(names.get(i)))] = i;
        }
        if (spec.type() == ColumnType.TEXT) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.isNaN(numbers[i]) ? Double.NaN : place[(int) numbers[i]];
            }
        }
        return new Values(spec, numbers, names);
    }

    private void pages(List<String> columns, List<Filter> filters, java.util.function.Consumer<Frame> each) {
        RowQuery query = RowQuery.of(CustomerModel.CUSTOMER, columns.toArray(new String[0]))
                .filtered(filters);
        for (long skipped = 0; ; skipped += PAGE) {
            context.cancel().throwIfCancelled();
            Frame page = context.rows(query.page(skipped, PAGE));
            each.accept(page);
            if (page.rowCount() < PAGE) {
                return;
            }
        }
    }

    /** The newest day that any column of days names, for those who ordered nothing; null without any. */
    @Nullable
    LocalDate newestDay() {
        double newest = Double.NEGATIVE_INFINITY;
        for (ColumnSpec spec : specs) {
            if (spec.type().isTemporal() && !spec.name().startsWith("birth")) {
                newest = Math.max(
                        newest,
                        Arrays.stream(values(spec).numbers())
                                .filter(v -> !Double.isNaN(v))
                                .max()
                                .orElse(newest));
            }
        }
        return Double.isInfinite(newest) ? null : LocalDate.ofEpochDay((long) newest);
    }

    /** Whether a column may not be read. */
    boolean forbidden(ColumnSpec spec) {
        try {
            context.rows(RowQuery.of(CustomerModel.CUSTOMER, spec.name()).page(0, 1));
            return false;
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.FORBIDDEN) {
                return true;
            }
            throw e;
        }
    }

    /** Whether everybody in the table counts. */
    boolean everybody() {
        return bought == null;
    }
}
