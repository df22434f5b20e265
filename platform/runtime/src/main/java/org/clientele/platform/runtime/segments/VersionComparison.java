package org.clientele.platform.runtime.segments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Version;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/**
 * Two versions of a segmentation, customer by customer. Counts are of all customers of both, whoever may see them.
 *
 * @param first the one
 * @param firstDay the day that it is looked at
 * @param second the other
 * @param secondDay the day that it is looked at
 * @param counts how many customers are in a segment of the first (row) and of the second (column); the last row and column are those in none
 * @param adjustedRand how far both agree on the customers that are in some segment of each: 1 wholly, 0 as chance would have it (Hubert and Arabie 1985);
 *     NaN without any
 */
public record VersionComparison(
        Version first,
        LocalDate firstDay,
        Version second,
        LocalDate secondDay,
        List<List<Long>> counts,
        double adjustedRand) {
    private static final Texts TEXTS = Texts.of(VersionComparison.class);

    public VersionComparison {
        counts = counts.stream().map(List::copyOf).toList();
    }

    static VersionComparison of(
            Version first, LocalDate firstDay, Members one, Version second, LocalDate secondDay, Members other) {
        int rows = first.segments().size();
        int columns = second.segments().size();
        long[][] counts = new long[rows + 1][columns + 1];
        Map<String, Integer> before = new HashMap<>();
        for (int i = 0; i < one.size(); i++) {
            before.put(one.customer(i), one.segment(i));
        }
        for (int i = 0; i < other.size(); i++) {
            Integer row = before.remove(other.customer(i));
            counts[row == null ? rows : row][other.segment(i)]++;
        }
        before.values().forEach(row -> counts[row][columns]++);
        List<List<Long>> all = new ArrayList<>();
        for (long[] row : counts) {
            List<Long> copy = new ArrayList<>();
            for (long n : row) {
                copy.add(n);
            }
            all.add(copy);
        }
        return new VersionComparison(first, firstDay, second, secondDay, all, adjustedRand(counts, rows, columns));
    }

    private static double adjustedRand(long[][] counts, int rows, int columns) {
        double cells = 0;
        double byRow = 0;
        long n = 0;
        long[] sums = new long[columns];
        for (int i = 0; i < rows; i++) {
            long row = 0;
            for (int j = 0; j < columns; j++) {
                cells += pairs(counts[i][j]);
                row += counts[i][j];
                sums[j] += counts[i][j];
            }
            byRow += pairs(row);
            n += row;
        }
        double byColumn = 0;
        for (long sum : sums) {
            byColumn += pairs(sum);
        }
        if (n == 0) {
            return Double.NaN;
        }
        double expected = n < 2 ? 0 : byRow * byColumn / pairs(n);
        double most = (byRow + byColumn) / 2;
        return most == expected ? 1 : (cells - expected) / (most - expected);
    }

    private static double pairs(long n) {
        return n * (n - 1.0) / 2;
    }

    /** How many customers are in a segment of one version at least. */
    public long customers() {
        return counts.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    }

    /** How many of them are in another segment than the {@link #same} one, or in one only. */
    public long moved() {
        List<Integer> same = same();
        long stayed = 0;
        for (int i = 0; i < same.size(); i++) {
            stayed += same.get(i) < 0 ? 0 : counts.get(i).get(same.get(i));
        }
        return customers() - stayed;
    }

    /**
     * For each segment of the first version the place of the one in the second that it is taken for, or -1. Those are the same that the analysis knows by
     * one key and calls the same; where it does not for all that both have (a cluster has a number, and another one in the next fit), those that share most
     * customers, each with one at most.
     */
    public List<Integer> same() {
        return Matching.of(first.segments(), second.segments(), counts);
    }

    /** A row for each pair of segments that some customers are in: {@code first}, {@code second} and {@code customers}. */
    public Frame frame() {
        Column.Builder one = Column.builder(new ColumnSpec(
                "first", ColumnType.TEXT, Unit.none(), TEXTS.get("version.comparison.version", first.number())));
        Column.Builder other = Column.builder(new ColumnSpec(
                "second", ColumnType.TEXT, Unit.none(), TEXTS.get("version.comparison.version", second.number())));
        Column.Builder customers = Column.builder(new ColumnSpec(
                "customers", ColumnType.INTEGER, Unit.of("customers"), TEXTS.get("version.comparison.customers")));
        for (int i = 0; i < counts.size(); i++) {
            for (int j = 0; j < counts.get(i).size(); j++) {
                if (counts.get(i).get(j) > 0) {
                    one.addText(name(first.segments(), i));
                    other.addText(name(second.segments(), j));
                    customers.addLong(counts.get(i).get(j));
                }
            }
        }
        return Frame.of(one.build(), other.build(), customers.build());
    }

    private static String name(List<Segment> segments, int place) {
        return place < segments.size() ? segments.get(place).name() : PublishedSegmentation.NONE;
    }
}
