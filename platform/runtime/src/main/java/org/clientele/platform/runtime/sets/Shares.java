package org.clientele.platform.runtime.sets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;

/**
 * How the customers of two sets are spread over the members of a dimension.
 *
 * @param rows the member of most customers first
 * @param answers that they were worked out from
 */
record Shares(List<Row> rows, List<Frame> answers) {
    /**
     * A member.
     *
     * @param member null for unknown
     * @param a customers of the first set who have it, of {@code allA}
     * @param b customers of the second set who have it, of {@code allB}
     */
    record Row(@Nullable String member, long a, long allA, long b, long allB) {
        double shareA() {
            return allA == 0 ? 0 : (double) a / allA;
        }

        double shareB() {
            return allB == 0 ? 0 : (double) b / allB;
        }

        /** The share in the first over that in the second; NaN where nobody of the second has it. */
        double index() {
            return b == 0 ? Double.NaN : shareA() / shareB();
        }

        /** Whether it rests on few customers. A member that one set lacks counts if the other's have it often. */
        boolean few() {
            return Math.max(a, b) < SetComparison.FEW || Math.min(allA, allB) < SetComparison.FEW;
        }

        /** How far the shares are apart; points of share, so that rare members do not come first for their ratios. */
        double strength() {
            return Math.abs(shareA() - shareB());
        }
    }

    /** The shares of customers in two answers by one dimension. */
    static Shares of(Frame first, long allA, Frame second, long allB) {
        Map<Object, long[]> counts = new LinkedHashMap<>();
        put(counts, first, 0);
        put(counts, second, 1);
        List<Row> rows = new ArrayList<>();
        counts.forEach(
                (member, n) -> rows.add(new Row(member == UNKNOWN ? null : member.toString(), n[0], allA, n[1], allB)));
        rows.sort(Comparator.comparingDouble((Row r) -> -(r.shareA() + r.shareB()))
                .thenComparing(r -> Objects.requireNonNullElse(r.member(), "")));
        return new Shares(List.copyOf(rows), List.of(first, second));
    }

    private static final Object UNKNOWN = new Object();

    private static void put(Map<Object, long[]> counts, Frame answer, int at) {
        Column members = answer.columns().get(0);
        Column customers = answer.columns().get(1);
        for (int row = 0; row < answer.rowCount(); row++) {
            Object member = Objects.requireNonNullElse(members.valueAt(row), UNKNOWN);
            counts.computeIfAbsent(member, m -> new long[2])[at] = customers.isNull(row) ? 0 : customers.longAt(row);
        }
    }
}
