package org.clientele.sdk.data;

import java.util.List;
import java.util.Objects;

/**
 * A number of each customer, and what it takes to work it out for others in the same way.
 *
 * @param unit what it counts: {@link Unit#money} for money of the currency of the data, {@link Unit#ratio} for a probability
 * @param meaning what it tells, as far as others act on it
 * @param model everything needed to work it out again, as text of the analysis's own (JSON, as a rule). It is kept as it is and handed back,
 *     also to later versions of the plugin
 * @param scores the number of each customer
 * @param caveats doubts that go with it
 */
public record Scoring(Unit unit, Meaning meaning, String model, Scores scores, List<Caveat> caveats) {
    /** What a score tells, as far as others act on it. */
    public enum Meaning {
        /** What a customer is expected to bring in days to come, in money or units. Clusters are then offered by it. */
        PREDICTED_VALUE,
        /** Anything else. */
        OTHER
    }

    public Scoring {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(scores, "scores");
        caveats = List.copyOf(caveats);
    }

    /** Without doubts. */
    public Scoring(Unit unit, Meaning meaning, String model, Scores scores) {
        this(unit, meaning, model, scores, List.of());
    }

    /**
     * One row a customer: {@code customer} and her {@code score}, in the order of the scores.
     *
     * @param customer the heading of the customers
     * @param score the heading of the numbers
     */
    public Frame frame(String customer, String score) {
        ColumnSpec named = new ColumnSpec("customer", ColumnType.TEXT, Unit.none(), customer);
        Column.Builder ids = Column.builder(named.ofDimension("customer"));
        Column.Builder numbers = Column.builder(new ColumnSpec("score", ColumnType.DOUBLE, unit, score));
        for (int i = 0; i < scores.size(); i++) {
            ids.addText(scores.customer(i));
            numbers.addDouble(scores.value(i));
        }
        return Frame.of(ids.build(), numbers.build()).withCaveats(caveats);
    }
}
