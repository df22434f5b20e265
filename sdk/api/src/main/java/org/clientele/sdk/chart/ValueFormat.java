package org.clientele.sdk.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;

/** Numbers and dates for people, in the reader's locale. Nothing is shown as "–", never as NaN, null or 0. Thread-safe. */
public interface ValueFormat {
    /** Short, for tiles and axes: "GBP 9.75M", "48.2k", "8.4 %". NaN gives "–". */
    String compact(double value, Unit unit);

    /** Exact, for tooltips and tables: "GBP 9,747,747.93", "19,960", "8.41 %". */
    String exact(Column column, int row);

    /** A relative change with sign and one decimal: "+25.4 %", "−3.1 %". NaN gives "–". */
    String change(double ratio);

    /** A step of a time axis in full: "November 2011", "12 Nov 2011", "Q4 2011". */
    String period(LocalDate start, Grain grain);

    /**
     * A tick of a number axis: just the digits that tell it from its neighbours, without unit but for "%": "0", "500k",
     * "1.5M", "5 %".
     *
     * @param step how far the ticks are apart
     */
    String tick(double value, double step, Unit unit);

    /** A tick of a time axis, short: "7" (day and week), "Nov", "Q4", "2011". */
    String tick(LocalDate start, Grain grain);

    /** A weekday, short: "Mon". */
    String weekday(DayOfWeek day);

    /** The day that the reader's weeks begin with: Monday, Sunday or Saturday. */
    DayOfWeek firstDayOfWeek();
}
