package org.clientele.plugins.segmentation.features;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.sdk.data.Unit;

/**
 * One thing known of each customer.
 *
 * @param key what lists of features call it: "recency", "spend.Wines", "Marital_Status"
 * @param label for people
 * @param unit what a number counts; none for flags and categories
 * @param kind what its values are
 * @param levels of a category, by value; empty for others
 * @param facts what it is worked out from: columns, or what orders tell. Features that share some follow from one another in part
 */
public record Feature(String key, String label, Unit unit, Kind kind, List<String> levels, Set<String> facts) {
    private static final int DIGITS = 6;

    /** What values are. */
    public enum Kind {
        /** Any number. */
        NUMBER,
        /** 1 for yes and 0 for no. */
        FLAG,
        /** The place of a level in {@link Feature#levels}. */
        CATEGORY
    }

    public Feature {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        levels = List.copyOf(levels);
        facts = Set.copyOf(facts);
    }

    /** The same, worked out from these. */
    public Feature of(Collection<String> others) {
        return new Feature(key, label, unit, kind, levels, Set.copyOf(others));
    }

    /** Whether some of what it is worked out from is among these. */
    public boolean isOf(Collection<String> others) {
        return !Collections.disjoint(facts, others);
    }

    /** A value in at most six digits that tell something: "51381.5", "0.0643"; "" where it is missing. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** A number. */
    public static Feature number(String key, String label, Unit unit) {
        return new Feature(key, label, unit, Kind.NUMBER, List.of(), Set.of(key));
    }

    /** A yes or no. */
    public static Feature flag(String key, String label) {
        return new Feature(key, label, Unit.none(), Kind.FLAG, List.of(), Set.of(key));
    }

    /** One of several levels. */
    public static Feature category(String key, String label, List<String> levels) {
        return new Feature(key, label, Unit.none(), Kind.CATEGORY, levels, Set.of(key));
    }
}
