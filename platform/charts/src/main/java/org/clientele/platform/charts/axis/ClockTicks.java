package org.clientele.platform.charts.axis;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.query.Grain;

/** Ticks of a time axis within a few days: times of day, and below them the day where it changes. */
public final class ClockTicks {
    /** One tick: {@code day} is "" where it did not change. */
    public record Tick(LocalDateTime moment, String time, String day) {}

    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440};
    private static final int MOST = 16;

    private ClockTicks() {}

    /**
     * The finest ticks whose labels keep their distance.
     *
     * @param at where a moment stands in pixels
     * @param width of a label
     * @param gap between labels, in pixels
     */
    public static List<Tick> between(
            LocalDateTime first,
            LocalDateTime last,
            ValueFormat format,
            ToDoubleFunction<LocalDateTime> at,
            ToDoubleFunction<String> width,
            double gap) {
        double span = Duration.between(first, last).toMinutes();
        for (int every : MINUTES) {
            if (span / every > MOST) {
                continue;
            }
            List<Tick> ticks = ticks(first, last, every, format);
            double free = Double.NEGATIVE_INFINITY;
            boolean fits = true;
            for (Tick t : ticks) {
                double half = width.applyAsDouble(t.time()) / 2;
                double x = at.applyAsDouble(t.moment());
                fits &= x - half >= free;
                free = x + half + gap;
            }
            if (fits) {
                return ticks;
            }
        }
        return List.of();
    }

    private static List<Tick> ticks(LocalDateTime first, LocalDateTime last, int every, ValueFormat format) {
        List<Tick> ticks = new ArrayList<>();
        LocalDateTime midnight = first.toLocalDate().atStartOfDay();
        long skipped = (long) Math.ceil(Duration.between(midnight, first).toSeconds() / 60.0 / every);
        String before = "";
        for (LocalDateTime t = midnight.plusMinutes(skipped * every); !t.isAfter(last); t = t.plusMinutes(every)) {
            String day = format.period(t.toLocalDate(), Grain.DAY);
            String time = String.format(Locale.ROOT, "%02d:%02d", t.getHour(), t.getMinute());
            ticks.add(new Tick(t, time, day.equals(before) ? "" : day));
            before = day;
        }
        return ticks;
    }
}
