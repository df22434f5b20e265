package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.warehouse.mapping.TableMatch.Source;

/**
 * What the rows of order lines say whatever their headers say: sums of whole orders that stand at each line, prices that
 * grow with the quantity, ids of customers that look like those of orders.
 */
final class LineEvidence {
    private static final int FEWEST = 3;
    private static final double MOST = 0.9;
    private static final double OFF_BY = 0.011;

    private final Source source;

    LineEvidence(Source source) {
        this.source = source;
    }

    private String cell(int row, int column) {
        List<String> cells = source.sample().get(row);
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    private double number(int row, int column) {
        return source.profiles().get(column).numbers()[row];
    }

    /** The rows of each value of a column that has more than one. */
    private List<List<Integer>> groups(int column) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int r = 0; r < source.sample().size(); r++) {
            String key = cell(r, column);
            if (!key.isEmpty()) {
                rows.computeIfAbsent(key, k -> new ArrayList<>()).add(r);
            }
        }
        return rows.values().stream().filter(g -> g.size() > 1).toList();
    }

    /** Whether most values of an id that repeat do so on several days: then it is nobody's order. */
    boolean onSeveralDays(int id, int moment) {
        List<List<Integer>> groups = groups(id);
        long several = groups.stream()
                .filter(g ->
                        g.stream().map(r -> day(cell(r, moment))).distinct().count() > 1)
                .count();
        return groups.size() >= FEWEST && several > 0.5 * groups.size();
    }

    private static String day(String moment) {
        int colon = moment.indexOf(':');
        int blank = moment.lastIndexOf(' ', colon < 0 ? moment.length() : colon);
        int t = moment.indexOf('T');
        return colon < 0 ? moment : blank > 0 ? moment.substring(0, blank) : t > 0 ? moment.substring(0, t) : moment;
    }

    /** Whether each line of an order has the same number, which differs between orders: it is the order's, not the line's. */
    boolean ofOrder(int order, int money) {
        List<List<Integer>> groups = groups(order);
        Set<Double> distinct = new HashSet<>();
        int same = 0;
        for (List<Integer> g : groups) {
            double first = number(g.get(0), money);
            distinct.add(first);
            same += !Double.isNaN(first) && g.stream().allMatch(r -> number(r, money) == first) ? 1 : 0;
        }
        return groups.size() >= FEWEST && same == groups.size() && distinct.size() > 0.5 * groups.size();
    }

    /** Whether an order's number is the sum over its lines of a column, times another if that is not negative. */
    boolean sumsTo(int order, int total, int money, int quantity) {
        int right = 0;
        List<List<Integer>> groups = groups(order);
        for (List<Integer> g : groups) {
            double sum = 0;
            for (int r : g) {
                sum += number(r, money) * (quantity < 0 ? 1 : number(r, quantity));
            }
            double expected = number(g.get(0), total);
            right += expected != 0 && Math.abs(sum - expected) < OFF_BY ? 1 : 0;
        }
        // The last order of a sample may go on behind it.
        return right >= FEWEST && right >= MOST * (groups.size() - 1);
    }

    /** Whether whole numbers are mostly smaller than prices beside them, so that they count and are no sums. */
    boolean counts(int column, int price) {
        ColumnProfile p = source.profiles().get(column);
        int rows = 0;
        int smaller = 0;
        for (int r = 0; r < source.sample().size(); r++) {
            double n = number(r, column);
            double money = number(r, price);
            if (!Double.isNaN(n) && !Double.isNaN(money)) {
                rows++;
                smaller += Math.abs(n) < Math.abs(money) ? 1 : 0;
            }
        }
        return p.whole() >= 0.99
                && rows >= 20
                && smaller >= MOST * rows
                && p.distinct().size() < 0.2 * rows;
    }

    /**
     * What money a column holds, by products that were bought in several quantities.
     *
     * @return 1 if it grows with the quantity, so that it is of the line, -1 if it stays, so that it is of the unit, 0 if
     *     the rows do not say
     */
    int grows(int product, int quantity, int money) {
        int line = 0;
        int unit = 0;
        int telling = 0;
        for (List<Integer> g : groups(product)) {
            Map<Double, Set<Long>> byQuantity = new HashMap<>();
            Set<Long> each = new HashSet<>();
            Set<Long> whole = new HashSet<>();
            for (int r : g) {
                double q = number(r, quantity);
                double m = number(r, money);
                if (q > 0 && m > 0) {
                    byQuantity.computeIfAbsent(q, k -> new HashSet<>()).add(Math.round(m * 100));
                    each.add(Math.round(m / q * 100));
                    whole.add(Math.round(m * 100));
                }
            }
            if (byQuantity.size() > 1) {
                telling++;
                line += each.size() == 1 ? 1 : 0;
                unit += whole.size() == 1 ? 1 : 0;
            }
        }
        return telling < FEWEST ? 0 : line >= MOST * telling ? 1 : unit >= MOST * telling ? -1 : 0;
    }

    /** Whether whole numbers start at 1 and go up by one within what belongs together: places of lines, not ids. */
    boolean numbersLines(int column) {
        ColumnProfile p = source.profiles().get(column);
        if (p.whole() < 1 || p.values().size() < p.rows() || p.distinct().size() < 2) {
            return false;
        }
        double last = 0;
        int ones = 0;
        int rows = 0;
        for (int r = 0; r < source.sample().size(); r++) {
            double n = number(r, column);
            if (n != 1 && n != last + 1) {
                return false;
            }
            ones += n == 1 ? 1 : 0;
            rows++;
            last = n;
        }
        return rows >= 10 && ones > 0.1 * rows;
    }
}
