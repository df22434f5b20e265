package org.clientele.sdk.query;

import java.util.Objects;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Unit;

/**
 * A metric, defined once for everybody. New components come with builder methods, so older plugins go on working.
 *
 * @param id {@code vendor.plugin/name}
 * @param label for people: "Net revenue"
 * @param description one or two sentences that say exactly what is counted
 * @param unit what it counts; checked against the formula
 * @param direction whether more is better
 * @param formula text of the formula language, for example {@code sum(amount) where quantity > 0} or {@code [sales] /
 *     [orders]}
 * @param target what it should come to where nobody set a goal, and the thresholds of every target of it
 */
public record MetricDefinition(
        QualifiedId id,
        String label,
        String description,
        Unit unit,
        Direction direction,
        String formula,
        MetricTarget target) {
    /** Which way is good. */
    public enum Direction {
        UP_IS_GOOD,
        DOWN_IS_GOOD,
        NEUTRAL
    }

    public MetricDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(target, "target");
    }

    /** Starts a definition of the metric {@code id} with its formula. */
    public static Builder builder(String id, String formula) {
        return new Builder(QualifiedId.of(id), formula);
    }

    /** Fills in a definition; label defaults to the id's name, unit to none, direction to up. */
    public static final class Builder {
        private final QualifiedId id;
        private final String formula;
        private String label;
        private String description = "";
        private Unit unit = Unit.none();
        private Direction direction = Direction.UP_IS_GOOD;
        private MetricTarget target = MetricTarget.none();

        private Builder(QualifiedId id, String formula) {
            this.id = id;
            this.formula = formula;
            this.label = id.name();
        }

        /** For people: "Net revenue". */
        public Builder label(String text) {
            label = text;
            return this;
        }

        /** One or two sentences that say exactly what is counted. */
        public Builder description(String text) {
            description = text;
            return this;
        }

        /** What it counts. */
        public Builder unit(Unit u) {
            unit = u;
            return this;
        }

        /** Whether more is better. */
        public Builder direction(Direction d) {
            direction = d;
            return this;
        }

        /** What it should come to where nobody set a goal, and from where on a target counts as missed. */
        public Builder target(MetricTarget t) {
            target = t;
            return this;
        }

        /** The definition. */
        public MetricDefinition build() {
            return new MetricDefinition(id, label, description, unit, direction, formula, target);
        }
    }
}
