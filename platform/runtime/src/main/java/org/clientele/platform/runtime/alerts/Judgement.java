package org.clientele.platform.runtime.alerts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the crossings of a threshold in a series: a value crosses when it is beyond the threshold, and cannot cross again until
 * it has come back by the band. The last period that was judged may be judged again, since its figures may have changed.
 *
 * @param seen the first day of the last period that was judged, or null where there was none
 * @param crossed whether the value was beyond the threshold then, or not yet far enough back
 * @param crossings the periods in which it crossed, in order
 */
record Judgement(@Nullable LocalDate seen, boolean crossed, List<Point> crossings) {
    /**
     * The value of one whole period.
     *
     * @param from its first day
     * @param to its last day
     * @param value of the metric
     * @param base what it is compared with; NaN where there is nothing
     * @param judged what is held against the threshold: the value, or its relative change; NaN is not judged
     */
    record Point(LocalDate from, LocalDate to, double value, double base, double judged) {}

    /** Goes on with a series, in order of time; what was judged before is skipped, but for the last period. */
    static Judgement of(Alert alert, @Nullable LocalDate seen, boolean crossed, List<Point> series) {
        LocalDate last = seen;
        boolean beyond = crossed;
        List<Point> found = new ArrayList<>();
        for (Point p : series) {
            if (seen != null && p.from().isBefore(seen) || Double.isNaN(p.judged())) {
                continue;
            }
            double excess = alert.condition().beyond(p.judged(), alert.threshold());
            if (!beyond && excess > 0) {
                beyond = true;
                found.add(p);
            } else if (beyond && excess <= -alert.band()) {
                // Without a band the threshold itself is the way back.
                beyond = false;
            }
            last = p.from();
        }
        return new Judgement(last, beyond, found);
    }
}
