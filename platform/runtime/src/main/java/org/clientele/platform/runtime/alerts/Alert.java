package org.clientele.platform.runtime.alerts;

import java.util.List;
import java.util.Objects;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;

/**
 * What somebody wants to be told of a metric. Immutable.
 *
 * @param id what it is known by in its workspace; "" before it is saved
 * @param title for people; "" for what the condition says
 * @param metric the metric's id, or an unambiguous suffix of it
 * @param filters all of them must hold for a row to count
 * @param condition what must happen
 * @param comparison what a change is measured against; NONE for other conditions
 * @param threshold in the metric's unit; a ratio for a change, 0.2 for 20 %; days for missing data
 * @param band how far the value must come back behind the threshold before it can cross again, in the threshold's unit
 * @param grain how long the periods are that are judged, one after the other
 * @param paused whether it is left alone
 */
public record Alert(
        String id,
        String title,
        String metric,
        List<Filter> filters,
        Condition condition,
        Comparison comparison,
        double threshold,
        double band,
        Grain grain,
        boolean paused) {
    private static final Texts TEXTS = Texts.of(Alert.class);

    /** Where nobody says otherwise, a value must come back by this share of the threshold. */
    public static final double USUAL_BAND = 0.05;

    /** What must happen. */
    public enum Condition {
        /** The value is above the threshold. */
        ABOVE,
        /** The value is below the threshold. */
        BELOW,
        /** The value is more than so much above what it is compared with. */
        RISES,
        /** The value is more than so much below what it is compared with. */
        FALLS,
        /** Either of both. */
        CHANGES,
        /** No row came for more than so many days. */
        NO_DATA;

        /** Whether it is about a change, so that it needs something to compare with. */
        public boolean compares() {
            return this == RISES || this == FALLS || this == CHANGES;
        }

        /** Whether it holds if this is above 0: how far a value, or its change, is beyond a threshold. */
        double beyond(double value, double threshold) {
            return switch (this) {
                case ABOVE, RISES, NO_DATA -> value - threshold;
                case BELOW -> threshold - value;
                case FALLS -> -value - threshold;
                case CHANGES -> Math.abs(value) - threshold;
            };
        }
    }

    /** @throws AnalyticsException ARGUMENT_INVALID for a threshold or band that is no such number */
    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(metric, "metric");
        filters = List.copyOf(filters);
        if (!Double.isFinite(threshold) || !Double.isFinite(band) || band < 0) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("alert.alert_threshold_is_number_band"));
        }
        if ((condition.compares() || condition == Condition.NO_DATA) && threshold < 0) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("alert.size_change_days_without_data"));
        }
        comparison = !condition.compares()
                ? Comparison.NONE
                : comparison == Comparison.NONE ? Comparison.PREVIOUS : comparison;
    }

    /** A new alert with the usual band. */
    public static Alert of(String metric, Condition condition, double threshold, Grain grain) {
        double band = condition == Condition.NO_DATA ? 0 : USUAL_BAND * Math.abs(threshold);
        return new Alert("", "", metric, List.of(), condition, Comparison.NONE, threshold, band, grain, false);
    }

    /** The same under another id. */
    public Alert withId(String other) {
        return new Alert(other, title, metric, filters, condition, comparison, threshold, band, grain, paused);
    }

    /** The same with a title. */
    public Alert withTitle(String text) {
        return new Alert(id, text, metric, filters, condition, comparison, threshold, band, grain, paused);
    }

    /** The same for the rows that fulfil these. */
    public Alert where(List<Filter> all) {
        return new Alert(id, title, metric, all, condition, comparison, threshold, band, grain, paused);
    }

    /** The same, compared with something else. */
    public Alert against(Comparison with) {
        return new Alert(id, title, metric, filters, condition, with, threshold, band, grain, paused);
    }

    /** The same with another band. */
    public Alert withBand(double width) {
        return new Alert(id, title, metric, filters, condition, comparison, threshold, width, grain, paused);
    }

    /** The same, left alone or not. */
    public Alert paused(boolean yes) {
        return new Alert(id, title, metric, filters, condition, comparison, threshold, band, grain, yes);
    }

    /** Whether another one judges the same values in the same way, so that what was found holds for it too. */
    boolean judgesAs(Alert other) {
        return withId("")
                .withTitle("")
                .paused(false)
                .equals(other.withId("").withTitle("").paused(false));
    }
}
