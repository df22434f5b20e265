package org.clientele.platform.workbench.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.records.ColumnFilter;
import org.clientele.platform.runtime.records.RecordColumn;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.RowQuery.Sort;

/** What a table of records shows: its columns in order, what is typed above them, and what it is sorted by. Not thread-safe. */
final class RecordsModel {
    private static final int NARROW = 96;
    private static final int NAME = 150;
    private static final int WIDE = 216;

    private final List<RecordColumn> all;
    private final List<RecordColumn> shown = new ArrayList<>();
    private final Map<String, Integer> widths = new HashMap<>();
    private final Map<String, String> typed = new LinkedHashMap<>();
    private final List<Sort> order;

    /**
     * What a person chose, to come back to.
     *
     * @param columns on show, in order
     * @param widths of columns that were made wider or narrower
     * @param typed above columns
     * @param order what rows are sorted by
     */
    record Chosen(List<String> columns, Map<String, Integer> widths, Map<String, String> typed, List<Sort> order) {}

    RecordsModel(List<RecordColumn> all, List<String> shown, List<Sort> order) {
        this.all = List.copyOf(all);
        this.order = new ArrayList<>(order);
        show(shown);
    }

    /** The columns that there are and that the policy shows. */
    List<RecordColumn> all() {
        return all;
    }

    /** The columns on show, in order. */
    List<RecordColumn> shown() {
        return List.copyOf(shown);
    }

    List<String> names() {
        return shown.stream().map(RecordColumn::name).toList();
    }

    /** Shows these columns; names that do not exist are passed over, and nothing is ever shown of no column at all. */
    void show(List<String> names) {
        List<RecordColumn> next = names.stream()
                .flatMap(n -> all.stream().filter(c -> c.name().equals(n) && !c.hidden()))
                .distinct()
                .toList();
        if (!next.isEmpty()) {
            shown.clear();
            shown.addAll(next);
            typed.keySet().retainAll(names());
        }
    }

    /** Shows one more column, or one less; the last one stays. */
    void toggle(String name) {
        List<String> names = new ArrayList<>(names());
        if (!names.remove(name)) {
            names.add(name);
        }
        show(names);
    }

    int width(String name) {
        Integer chosen = widths.get(name);
        return chosen != null
                ? chosen
                : shown.stream()
                        .filter(c -> c.name().equals(name))
                        .map(RecordsModel::usualWidth)
                        .findFirst()
                        .orElse(NARROW);
    }

    void width(String name, int pixels) {
        widths.put(name, pixels);
    }

    private static int usualWidth(RecordColumn c) {
        boolean prose = c.name().equals("product-name")
                || c.name().equals("description")
                || c.name().contains("comment");
        int wanted = switch (c.type()) {
            case TEXT -> prose ? WIDE : c.name().contains("name") || c.name().endsWith("country") ? NAME : NARROW;
            case TIMESTAMP -> 142;
            case BOOLEAN -> 72;
            default -> NARROW;
        };
        return Math.max(
                wanted, 30 + 7 * RecordText.head(c.label(), c.spec().unit()).length());
    }

    /** What is typed above a column, or "". */
    String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /** @return whether that is new */
    boolean type(String name, String text) {
        String before = text.isBlank() ? typed.remove(name) : typed.put(name, text.strip());
        return !typed(name).equals(before == null ? "" : before);
    }

    /** Takes away what is typed above all columns. */
    void clear() {
        typed.clear();
    }

    boolean filtered() {
        return !typed.isEmpty();
    }

    /** Why what is typed above a column is no filter, or "". */
    String fault(String name) {
        try {
            filter(name);
            return "";
        } catch (AnalyticsException e) {
            return e.getMessage();
        }
    }

    private Optional<Filter> filter(String name) {
        return shown.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .flatMap(c -> ColumnFilter.of(c, typed(name)));
    }

    /** The first thing that is wrong with what is typed, or "". */
    String fault() {
        return typed.keySet().stream()
                .map(this::fault)
                .filter(f -> !f.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The filters of all columns whose text is one. */
    List<Filter> filters() {
        return typed.keySet().stream()
                .filter(n -> fault(n).isEmpty())
                .flatMap(n -> filter(n).stream())
                .toList();
    }

    List<Sort> order() {
        return List.copyOf(order);
    }

    /** Its place among what rows are sorted by, from 1; negative where the largest comes first; 0 where they are not. */
    int place(String name) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).column().equals(name)) {
                return order.get(i).descending() ? -1 - i : 1 + i;
            }
        }
        return 0;
    }

    /**
     * Sorts by a column: upwards, then downwards, then not.
     *
     * @param also beside what rows are sorted by already, rather than instead
     */
    void sort(String name, boolean also) {
        int now = place(name);
        int at = Math.abs(now) - 1;
        if (!also) {
            order.clear();
            at = -1;
        }
        if (now == 0) {
            order.add(new Sort(name, false));
        } else if (now > 0) {
            order.add(at < 0 ? 0 : at, new Sort(name, true));
            if (at >= 0) {
                order.remove(at + 1);
            }
        } else if (at >= 0) {
            order.remove(at);
        }
    }

    /** What is chosen now. */
    Chosen chosen() {
        return new Chosen(names(), Map.copyOf(widths), Map.copyOf(typed), order());
    }

    /** Goes back, or forth, to what was chosen. */
    void choose(Chosen then) {
        show(then.columns());
        widths.clear();
        widths.putAll(then.widths());
        typed.clear();
        typed.putAll(then.typed());
        order.clear();
        order.addAll(then.order());
    }
}
