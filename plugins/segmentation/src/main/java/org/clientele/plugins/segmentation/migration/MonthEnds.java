package org.clientele.plugins.segmentation.migration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** The ends of the months that customers are followed through. */
final class MonthEnds {
    private static final Texts TEXTS = Texts.of(MonthEnds.class);

    private MonthEnds() {}

    /**
     * The last days of months that are over and lie in the data and the days on show, in order of time.
     *
     * @return two or more
     * @throws AnalyticsException NOTHING_YET where there are fewer than two; ARGUMENT_INVALID if the reference is no month, or none of those
     */
    static List<LocalDate> of(AnalysisContext context, String reference, int months) {
        LocalDate first = context.firstDay();
        LocalDate last = context.lastDay();
        if (first == null || last == null) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("none.orders"));
        }
        LocalDate to = context.period().to();
        LocalDate end = to == null || to.isAfter(last) ? last : to;
        List<LocalDate> all = new ArrayList<>();
        for (YearMonth m = YearMonth.from(first); !m.atEndOfMonth().isAfter(end); m = m.plusMonths(1)) {
            all.add(m.atEndOfMonth());
        }
        if (all.size() < 2) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("too.short", first, end));
        }
        return List.copyOf(
                reference.isBlank()
                        ? all.subList(Math.max(0, all.size() - 1 - months), all.size())
                        : from(all, reference.strip(), months));
    }

    private static List<LocalDate> from(List<LocalDate> all, String reference, int months) {
        LocalDate start;
        try {
            start = YearMonth.parse(reference).atEndOfMonth();
        } catch (DateTimeException e) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("no.month", reference), e);
        }
        int at = all.indexOf(start);
        if (at < 0 || at == all.size() - 1) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get(
                            "other.month",
                            reference,
                            YearMonth.from(all.get(0)).toString(),
                            YearMonth.from(all.get(all.size() - 2)).toString()));
        }
        return all.subList(at, Math.min(all.size(), at + months + 1));
    }
}
