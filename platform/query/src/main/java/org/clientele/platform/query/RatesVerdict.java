package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;

/** What the lines by currency, with and without a rate, say about a sum of them. */
final class RatesVerdict {
    private RatesVerdict() {}

    /**
     * @param answer by currency: lines with money, those of them without a rate, the first moment of these, the first and
     *     the last day of the rates that were used
     * @param target what is converted to
     * @throws AnalyticsException DATA_VALUE_INVALID if a rate is missing: no sum is better than a wrong one
     */
    static Optional<Caveat> of(Frame answer, String target) {
        List<Column> c = answer.columns();
        TreeSet<String> foreign = new TreeSet<>();
        List<String> gaps = new ArrayList<>();
        long unnamed = 0;
        LocalDate first = null;
        LocalDate last = null;
        for (int row = 0; row < answer.rowCount(); row++) {
            String currency = c.get(0).textAt(row);
            long lines = c.get(1).longAt(row);
            if (lines == 0 || target.equals(currency)) {
                continue;
            }
            if (currency == null) {
                unnamed = lines;
                continue;
            }
            foreign.add(currency);
            long missing = c.get(2).longAt(row);
            if (missing > 0) {
                LocalDate since = day(c.get(3).valueAt(row));
                gaps.add(String.format(
                        Locale.ROOT,
                        "%s%s (%,d line%s)",
                        currency,
                        since == null ? " for lines without a date" : " on " + since,
                        missing,
                        missing == 1 ? "" : "s"));
            }
            LocalDate from = day(c.get(4).valueAt(row));
            LocalDate to = day(c.get(5).valueAt(row));
            first = first == null || from != null && from.isBefore(first) ? from : first;
            last = last == null || to != null && to.isAfter(last) ? to : last;
        }
        if (!gaps.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID,
                    "The amounts are in several currencies and cannot be added up: there is no rate to " + target
                            + " from "
                            + String.join(", ", gaps)
                            + ". Import exchange rates (from_currency, to_currency, valid_from, rate), or ask by currency,"
                            + " or for one: currency = '" + target + "'.");
        }
        return Optional.ofNullable(said(foreign, target, unnamed, first, last));
    }

    private static @Nullable Caveat said(
            TreeSet<String> foreign, String target, long unnamed, @Nullable LocalDate first, @Nullable LocalDate last) {
        List<String> sentences = new ArrayList<>();
        if (!foreign.isEmpty()) {
            String rates = first == null || first.equals(last)
                    ? "the rate of " + first
                    : "the rates of " + first + " to " + last + " that were valid on the day of each order";
            sentences.add(
                    "Amounts in " + String.join(", ", foreign) + " are converted to " + target + " by " + rates + ".");
        }
        if (unnamed > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%,d order line%s no currency; %s taken as %s.",
                    unnamed,
                    unnamed == 1 ? " names" : "s name",
                    unnamed == 1 ? "it is" : "they are",
                    target));
        }
        return sentences.isEmpty() ? null : Caveat.of(Caveat.Kind.CURRENCIES_MIXED, String.join(" ", sentences));
    }

    private static @Nullable LocalDate day(@Nullable Object moment) {
        return moment instanceof LocalDateTime t ? t.toLocalDate() : null;
    }
}
