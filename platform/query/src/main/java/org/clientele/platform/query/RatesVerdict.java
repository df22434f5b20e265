package org.clientele.platform.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What the lines by currency, with and without a rate, say about a sum of them. */
final class RatesVerdict {
    private static final Texts TEXTS = Texts.of(RatesVerdict.class);

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
                gaps.add(
                        since == null
                                ? TEXTS.get("rates.verdict.gap_undated", currency, missing)
                                : TEXTS.get("rates.verdict.gap", currency, missing, since));
            }
            LocalDate from = day(c.get(4).valueAt(row));
            LocalDate to = day(c.get(5).valueAt(row));
            first = first == null || from != null && from.isBefore(first) ? from : first;
            last = last == null || to != null && to.isAfter(last) ? to : last;
        }
        if (!gaps.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID,
                    TEXTS.get("rates.verdict.amounts_are_in_several_currencies", target, String.join(", ", gaps)));
        }
        return Optional.ofNullable(said(foreign, target, unnamed, first, last));
    }

    private static @Nullable Caveat said(
            TreeSet<String> foreign, String target, long unnamed, @Nullable LocalDate first, @Nullable LocalDate last) {
        List<String> sentences = new ArrayList<>();
        if (!foreign.isEmpty()) {
            String from = String.join(", ", foreign);
            sentences.add(
                    first == null || last == null || first.equals(last)
                            ? TEXTS.get("rates.verdict.converted_by_one", from, target, String.valueOf(first))
                            : TEXTS.get("rates.verdict.converted", from, target, first, last));
        }
        if (unnamed > 0) {
            sentences.add(TEXTS.get("rates.verdict.no_currency", unnamed, target));
        }
        return sentences.isEmpty() ? null : Caveat.of(Caveat.Kind.CURRENCIES_MIXED, String.join(" ", sentences));
    }

    private static @Nullable LocalDate day(@Nullable Object moment) {
        return moment instanceof LocalDateTime t ? t.toLocalDate() : null;
    }
}
