package org.clientele.platform.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is stored, with how far it was judged.
 *
 * @param id 0 before it is saved
 * @param title for people
 * @param metric the metric's whole id
 * @param filters what it is narrowed down to, as JSON
 * @param kind the name of its condition
 * @param comparison what a change is measured against
 * @param threshold in the metric's unit; a ratio for a change; days for missing data
 * @param band how far it must come back before it may cross again, in the threshold's unit
 * @param grain how long the periods are that it judges
 * @param paused whether it is left alone
 * @param seen the first day of the last period that was judged, or null before the first
 * @param crossed whether the condition held when it was judged last
 */
public record AlertEntry(
        long id,
        String title,
        String metric,
        String filters,
        String kind,
        String comparison,
        double threshold,
        double band,
        String grain,
        boolean paused,
        @Nullable LocalDate seen,
        boolean crossed) {}
