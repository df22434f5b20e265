package org.clientele.platform.query.cube;

import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate for each bin and group, so laid out that a run of bins is two rows of an array. What can be taken away again
 * (exact sums and counts) is stored as sums of all bins before; least, greatest and binary sums are put together bin by bin.
 */
final class Layer {
    private final Term.Aggregate aggregate;
    private final int groups;
    /** How many cells before a bin have a value, or null where all cells have one. */
    private final int @Nullable [] known;

    private final int[] cells;
    private final long[] longs;
    private final double[] doubles;
    private final boolean binary;
    private final boolean summed;

    /**
     * @param bin of each cell
     * @param group of each cell
     * @param cells for each bin and group, how many cells there are in the bins before it
     * @throws ArithmeticException if sums need more than 64 bits
     */
    Layer(Term.Aggregate aggregate, Column column, int[] bin, int[] group, int[] cells, int bins, int groups) {
        this.aggregate = aggregate;
        this.groups = groups;
        this.cells = cells;
        boolean adds =
                aggregate.aggregation() == Term.Aggregation.SUM || aggregate.aggregation() == Term.Aggregation.COUNT;
        this.binary = column.type() == ColumnType.DOUBLE;
        this.summed = adds && !binary;
        this.longs = new long[binary ? 0 : (bins + 1) * groups];
        this.doubles = new double[binary ? (bins + 1) * groups : 0];
        int[] values = new int[(bins + 1) * groups];
        for (int cell = 0; cell < bin.length; cell++) {
            if (!column.isNull(cell)) {
                // Row b + 1 holds bin b until the rows are added up.
                int at = (bin[cell] + 1) * groups + group[cell];
                put(column, cell, at, adds, values[at]++ > 0);
            }
        }
        for (int at = groups; at < values.length; at++) {
            values[at] += values[at - groups];
            if (summed) {
                longs[at] = Math.addExact(longs[at], longs[at - groups]);
            }
        }
        this.known = summed && column.nullCount() == 0 ? null : values;
    }

    private void put(Column column, int cell, int at, boolean adds, boolean more) {
        if (column.type() == ColumnType.DOUBLE) {
            double v = column.doubleAt(cell);
            doubles[at] = !more ? v : adds ? doubles[at] + v : better(v, doubles[at]) ? v : doubles[at];
        } else {
            long v = column.longAt(cell);
            longs[at] = !more ? v : adds ? Math.addExact(longs[at], v) : better(v, longs[at]) ? v : longs[at];
        }
    }

    private boolean better(double next, double best) {
        return aggregate.aggregation() == Term.Aggregation.MIN ? next < best : next > best;
    }

    private boolean better(long next, long best) {
        return aggregate.aggregation() == Term.Aggregation.MIN ? next < best : next > best;
    }

    /** The aggregate for each group over the bins of some runs; a group without any cell there has none, or counts 0. */
    Values over(int[] runs) {
        boolean counts = aggregate.aggregation() == Term.Aggregation.COUNT;
        ValueType type = binary ? ValueType.DOUBLE : aggregate.type();
        Values out = binary ? Values.binary(groups) : Values.exact(type, groups);
        int[] present = known == null ? cells : known;
        int[] values = new int[groups];
        for (int run = 0; run < runs.length; run += 2) {
            int from = runs[run] * groups;
            int to = runs[run + 1] * groups;
            for (int g = 0; g < groups; g++) {
                values[g] += present[to + g] - present[from + g];
            }
            if (summed) {
                for (int g = 0; g < groups; g++) {
                    out.longs()[g] = Math.addExact(out.longs()[g], Math.subtractExact(longs[to + g], longs[from + g]));
                }
            }
        }
        for (int g = 0; g < groups; g++) {
            out.missing()[g] = values[g] == 0 && !counts;
        }
        if (!summed) {
            fold(runs, present, out);
        }
        return out;
    }

    private void fold(int[] runs, int[] present, Values out) {
        boolean adds = aggregate.aggregation() == Term.Aggregation.SUM;
        boolean[] begun = new boolean[groups];
        for (int run = 0; run < runs.length; run += 2) {
            for (int bin = runs[run]; bin < runs[run + 1]; bin++) {
                for (int g = 0; g < groups; g++) {
                    int at = (bin + 1) * groups + g;
                    if (present[at] == present[at - groups]) {
                        continue;
                    }
                    if (out.isBinary()) {
                        double v = doubles[at];
                        double old = out.doubles()[g];
                        out.doubles()[g] = !begun[g] ? v : adds ? old + v : better(v, old) ? v : old;
                    } else {
                        long v = longs[at];
                        long old = out.longs()[g];
                        out.longs()[g] = !begun[g] ? v : better(v, old) ? v : old;
                    }
                    begun[g] = true;
                }
            }
        }
    }
}
