package org.clientele.sdk.data;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A score that somebody published.
 *
 * @param dimension by which questions name it: {@code score.value}, a number of the rows of customers and of order lines, also a column of
 *     {@link org.clientele.sdk.query.RowQuery}
 * @param name for people
 * @param unit what it counts
 * @param meaning what it tells
 * @param day the day at whose end its numbers were known, as far as whoever is handed this reads them
 */
public record PublishedScore(String dimension, String name, Unit unit, Scoring.Meaning meaning, LocalDate day) {
    public PublishedScore {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(day, "day");
    }
}
