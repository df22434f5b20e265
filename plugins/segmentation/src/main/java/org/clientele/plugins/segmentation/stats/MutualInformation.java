package org.clientele.plugins.segmentation.stats;

import java.util.Arrays;
import java.util.Random;

/**
 * How much a feature tells of an outcome: the share of the uncertainty of the outcome (Shannon's entropy) that knowing the feature
 * takes away, for rows that were not used to learn it. For each of five parts of the rows, the frequency of each class of the
 * outcome given a class of the feature is learned on the other four (each count with half a case more, the Krichevsky-Trofimov
 * estimate), and the mean gain in log-likelihood over the plain frequencies is measured on the part itself. Unlike the plain
 * estimate it is not always above 0: a feature that tells nothing comes out at 0 or a little below.
 *
 * @param share the mean of the parts, 1 where the feature tells the outcome exactly, 0 or less where it tells nothing
 * @param deviation the standard deviation of the parts, with n - 1
 * @param plain the plain estimate over all rows: mutual information by entropy of the outcome, which is too high for small data
 * @param parts by part
 */
public record MutualInformation(double share, double deviation, double plain, double[] parts) {
    /** How many parts the rows are divided into. */
    public static final int FOLDS = 5;

    private static final double PRIOR = 0.5;

    /**
     * @param feature the class of each row, from 0; missing is best a class of its own
     * @param features how many classes the feature has
     * @param outcome the class of each row, from 0; a negative one leaves the row out
     * @param outcomes how many classes the outcome has
     * @param fold the part of each row, as {@link #folds} gives them
     */
    public static MutualInformation of(int[] feature, int features, int[] outcome, int outcomes, int[] fold) {
        double[][][] counts = new double[FOLDS][features][outcomes];
        double[][] all = new double[features][outcomes];
        for (int i = 0; i < outcome.length; i++) {
            if (outcome[i] >= 0) {
                counts[fold[i]][feature[i]][outcome[i]]++;
                all[feature[i]][outcome[i]]++;
            }
        }
        double[] parts = new double[FOLDS];
        for (int f = 0; f < FOLDS; f++) {
            parts[f] = gain(minus(all, counts[f]), counts[f]);
        }
        double mean = Arrays.stream(parts).average().orElse(Double.NaN);
        double squares = Arrays.stream(parts).map(p -> (p - mean) * (p - mean)).sum();
        return new MutualInformation(mean, Math.sqrt(squares / (FOLDS - 1)), plain(all), parts);
    }

    /**
     * A part for each row, by chance: each class of the outcome is divided evenly among them. Of an outcome that is no class, give
     * one class for all.
     */
    public static int[] folds(int[] outcome, int outcomes, long seed) {
        Random random = new Random(seed);
        int[] order = new int[outcome.length];
        Arrays.setAll(order, i -> i);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        int[] fold = new int[outcome.length];
        int[] next = new int[outcomes];
        int start = 0;
        for (int c = 0; c < outcomes; c++) {
            // Rare classes begin at another part each, so that the first one is not the largest.
            next[c] = start++;
        }
        for (int row : order) {
            if (outcome[row] >= 0) {
                fold[row] = next[outcome[row]]++ % FOLDS;
            }
        }
        return fold;
    }

    private static double[][] minus(double[][] all, double[][] part) {
        double[][] rest = new double[all.length][];
        for (int i = 0; i < all.length; i++) {
            rest[i] = all[i].clone();
            for (int j = 0; j < rest[i].length; j++) {
                rest[i][j] -= part[i][j];
            }
        }
        return rest;
    }

    private static double gain(double[][] learned, double[][] part) {
        double[] base = columns(learned);
        double[] seen = columns(part);
        double entropy = 0;
        double gain = 0;
        double total = Arrays.stream(base).sum() + PRIOR * base.length;
        for (int j = 0; j < base.length; j++) {
            entropy -= seen[j] * Math.log((base[j] + PRIOR) / total);
        }
        for (int i = 0; i < learned.length; i++) {
            double row = Arrays.stream(learned[i]).sum() + PRIOR * base.length;
            for (int j = 0; j < base.length; j++) {
                if (part[i][j] > 0) {
                    gain += part[i][j] * Math.log((learned[i][j] + PRIOR) / row * total / (base[j] + PRIOR));
                }
            }
        }
        return entropy > 0 ? gain / entropy : Double.NaN;
    }

    private static double plain(double[][] counts) {
        double[] columns = columns(counts);
        double n = Arrays.stream(columns).sum();
        double entropy = 0;
        for (double c : columns) {
            entropy -= c > 0 ? c / n * Math.log(c / n) : 0;
        }
        double information = 0;
        for (double[] row : counts) {
            double sum = Arrays.stream(row).sum();
            for (int j = 0; j < row.length; j++) {
                information += row[j] > 0 ? row[j] / n * Math.log(row[j] * n / sum / columns[j]) : 0;
            }
        }
        return entropy > 0 ? information / entropy : Double.NaN;
    }

    private static double[] columns(double[][] counts) {
        double[] sums = new double[counts.length == 0 ? 0 : counts[0].length];
        for (double[] row : counts) {
            for (int j = 0; j < row.length; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }
}
