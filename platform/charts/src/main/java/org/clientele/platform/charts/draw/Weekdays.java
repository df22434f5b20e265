package org.clientele.platform.charts.draw;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.sdk.chart.ValueFormat;
import org.jspecify.annotations.Nullable;

/** Texts that are weekdays, which have an order that no alphabet knows. */
final class Weekdays {
    private static final int LONGEST = 12;

    private Weekdays() {}

    /**
     * How many days after the first of the reader's week each text is, or null where they are not all weekdays: English
     * names in full or of three letters, or the reader's own.
     */
    static int @Nullable [] places(List<String> texts, ValueFormat format) {
        if (texts.isEmpty() || texts.size() > 7) {
            return null;
        }
        Map<String, DayOfWeek> names = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String full = day.name().toLowerCase(Locale.ROOT);
            names.put(full, day);
            names.put(full.substring(0, 3), day);
            names.put(format.weekday(day).toLowerCase(Locale.ROOT), day);
        }
        int[] places = new int[texts.size()];
        for (int i = 0; i < places.length; i++) {
            String text = texts.get(i);
            DayOfWeek day = text.length() > LONGEST ? null : names.get(text.toLowerCase(Locale.ROOT));
            if (day == null) {
                return null;
            }
            places[i] = Math.floorMod(day.getValue() - format.firstDayOfWeek().getValue(), 7);
        }
        return places;
    }
}
