package org.clientele.platform.charts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Grain;

/**
 * Doubts as pictures show them. A query names its days as 2011-12-09 12:50, for programs and people anywhere; a picture
 * writes them as its axes do: 9 Dec 2011, 12:50.
 */
public final class WrittenDoubts {
    private static final Pattern MOMENT =
            Pattern.compile("(?<![\\w.-])(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}))?(?![\\w-])");

    private WrittenDoubts() {}

    /** The same frame with the days of its doubts and its insight written by {@code format}. */
    public static Frame of(Frame frame, ValueFormat format) {
        if (frame.caveats().isEmpty() && frame.insight().isEmpty()) {
            return frame;
        }
        return Frame.of(frame.columns())
                .asOf(frame.dataAsOf().orElse(null))
                .withInsight(written(frame.insight(), format))
                .withCaveats(frame.caveats().stream()
                        .map(c -> new Caveat(c.kind(), written(c.message(), format), c.column()))
                        .toList());
    }

    private static String written(String message, ValueFormat format) {
        return MOMENT.matcher(message).replaceAll(found -> Matcher.quoteReplacement(moment(found, format)));
    }

    private static String moment(MatchResult found, ValueFormat format) {
        try {
            String day = format.period(LocalDate.parse(found.group(1)), Grain.DAY);
            return found.group(2) == null ? day : day + ", " + found.group(2);
        } catch (DateTimeException e) {
            // 2011-13-99 is no day, whatever it is.
            return found.group();
        }
    }
}
