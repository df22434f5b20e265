package org.clientele.platform.query;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all order lines that somebody may see, before any question about them.
 *
 * @param first the moment of the oldest, or null where none has one
 * @param last the moment of the newest, or null where none has one
 * @param undated how many have no moment
 * @param unpriced how many have no amount
 * @param currencies the ISO 4217 codes that they name, that of most lines first
 * @param unnamed how many lines with an amount name no currency
 */
public record LineFacts(
        @Nullable LocalDateTime first,
        @Nullable LocalDateTime last,
        long undated,
        long unpriced,
        List<String> currencies,
        long unnamed) {
    public LineFacts {
        currencies = List.copyOf(currencies);
    }

    /** No lines. */
    public static LineFacts none() {
        return new LineFacts(null, null, 0, 0, List.of(), 0);
    }

    /** Lines that all have a moment and an amount, in {@code currency}, or in one that they do not name if it is "". */
    public static LineFacts between(@Nullable LocalDateTime first, @Nullable LocalDateTime last, String currency) {
        return new LineFacts(first, last, 0, 0, currency.isEmpty() ? List.of() : List.of(currency), 0);
    }

    /** The answer to {@link QueryCompiler#facts}: a row for each currency. */
    public static LineFacts of(Frame answer) {
        LocalDateTime first = null;
        LocalDateTime last = null;
        long undated = 0;
        long unpriced = 0;
        long unnamed = 0;
        Map<String, Long> lines = new TreeMap<>();
        List<Column> c = answer.columns();
        for (int row = 0; row < answer.rowCount(); row++) {
            LocalDateTime low = (LocalDateTime) c.get(1).valueAt(row);
            LocalDateTime high = (LocalDateTime) c.get(2).valueAt(row);
            first = first == null || low != null && low.isBefore(first) ? low : first;
            last = last == null || high != null && high.isAfter(last) ? high : last;
            undated += c.get(3).longAt(row);
            unpriced += c.get(4).longAt(row);
            Object currency = c.get(0).valueAt(row);
            if (currency == null) {
                unnamed = c.get(5).longAt(row);
            } else {
                lines.put(currency.toString(), c.get(5).longAt(row));
            }
        }
        List<String> currencies = new ArrayList<>(lines.keySet());
        currencies.sort(Comparator.comparing(lines::get, Comparator.reverseOrder()));
        return new LineFacts(first, last, undated, unpriced, currencies, unnamed);
    }

    /** The one currency of all amounts, or "" if they name none or several, or some name none. */
    public String currency() {
        return currencies.size() == 1 && unnamed == 0 ? currencies.get(0) : "";
    }

    /** Whether amounts are in several currencies, or some name theirs and others do not. */
    public boolean mixed() {
        return currencies.size() > 1 || currencies.size() == 1 && unnamed > 0;
    }
}
