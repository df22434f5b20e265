package org.clientele.platform.query.formula;

import java.util.Optional;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/**
 * Units while they are inferred. {@link Unit#none()} fits everything (plain numbers, attributes of unknown unit); the
 * numerator {@link #COUNTED} is a count whose noun only the definition knows: it fits every noun, but neither money nor
 * ratios. An empty answer means that the units do not go together.
 */
final class UnitAlgebra {
    private static final Texts TEXTS = Texts.of(UnitAlgebra.class);

    private static final String COUNTED = "#";

    /** The unit of a count. */
    static final Unit COUNT = Unit.of(COUNTED);

    private UnitAlgebra() {}

    /** The unit that fits both, as for sums and comparisons. */
    static Optional<Unit> unify(Unit a, Unit b) {
        if (a.equals(Unit.none())) {
            return Optional.of(b);
        }
        if (b.equals(Unit.none())) {
            return Optional.of(a);
        }
        if (a.isRatio() && isShare(b) || b.isRatio() && isShare(a)) {
            return Optional.of(Unit.ratio());
        }
        Optional<String> above = part(a.numerator(), b.numerator(), true);
        Optional<String> below = part(a.denominator(), b.denominator(), false);
        return above.isPresent() && below.isPresent()
                ? Optional.of(new Unit(above.get(), below.get()))
                : Optional.empty();
    }

    /** The unit of {@code a * b}; a price times a count is money. */
    static Optional<Unit> times(Unit a, Unit b) {
        if (a.equals(Unit.none()) || a.isRatio()) {
            return Optional.of(a.isRatio() && b.equals(Unit.none()) ? a : b);
        }
        if (b.equals(Unit.none()) || b.isRatio()) {
            return Optional.of(a);
        }
        if (cancels(a, b)) {
            return Optional.of(Unit.of(a.numerator()));
        }
        if (cancels(b, a)) {
            return Optional.of(Unit.of(b.numerator()));
        }
        if (a.isMoney() && isNoun(b)) {
            return Optional.of(a);
        }
        return b.isMoney() && isNoun(a) ? Optional.of(b) : Optional.empty();
    }

    /** The unit of {@code a / b}: a ratio where both are the same. */
    static Optional<Unit> per(Unit a, Unit b) {
        if (b.equals(Unit.none()) || b.isRatio()) {
            return Optional.of(a);
        }
        if (a.equals(b) && !a.equals(COUNT)) {
            return Optional.of(Unit.ratio());
        }
        if (!b.denominator().isEmpty() || !a.denominator().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Unit(a.numerator(), b.numerator()));
    }

    /** For people. */
    static String name(Unit u) {
        String above = u.numerator().isEmpty() && !u.denominator().isEmpty() ? "1" : u.numerator();
        Unit shown = new Unit(
                u.numerator().equals(COUNTED) ? TEXTS.get("unit.algebra.count") : above,
                u.denominator().equals(COUNTED) ? TEXTS.get("unit.algebra.counts") : u.denominator());
        return shown.equals(Unit.none()) ? TEXTS.get("unit.algebra.no_unit") : shown.toString();
    }

    private static boolean isShare(Unit u) {
        return u.isRatio()
                || !u.denominator().isEmpty()
                        && part(u.numerator(), u.denominator(), false).isPresent();
    }

    private static boolean cancels(Unit rate, Unit divisor) {
        return !rate.denominator().isEmpty()
                && divisor.denominator().isEmpty()
                && part(rate.denominator(), divisor.numerator(), false).isPresent();
    }

    private static boolean isNoun(Unit u) {
        return u.denominator().isEmpty() && !u.isMoney() && !u.isRatio();
    }

    private static Optional<String> part(String a, String b, boolean emptyFits) {
        if (a.equals(b)) {
            return Optional.of(a);
        }
        if (a.isEmpty() || b.isEmpty()) {
            return emptyFits ? Optional.of(a.isEmpty() ? b : a) : Optional.empty();
        }
        if (a.equals(COUNTED) && isNoun(Unit.of(b))) {
            return Optional.of(b);
        }
        return b.equals(COUNTED) && isNoun(Unit.of(a)) ? Optional.of(a) : Optional.empty();
    }
}
