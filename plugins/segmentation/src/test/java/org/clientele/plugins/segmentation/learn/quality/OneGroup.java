package org.clientele.plugins.segmentation.learn.quality;

import java.util.function.ToDoubleBiFunction;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.numeric.Draws;

/** Points of one group, as customers might be: correlated normal numbers, each column bent in its own way. */
enum OneGroup {
    NORMAL(3, 0.5, (z, j) -> z),
    ROUND(5, 0, (z, j) -> z),
    LONG(2, 0.9, (z, j) -> z),
    /** Money: most little, few very much. */
    LOGNORMAL(3, 0.4, (z, j) -> Math.exp(z * (0.5 + 0.3 * j))),
    /** Orders: most one or two. */
    COUNTS(3, 0.6, (z, j) -> Math.floor(Math.exp(0.8 * z + 0.5 * j))),
    /** Shares with many at nothing. */
    CENSORED(4, 0.3, (z, j) -> Math.max(0, z - 0.3 * j)),
    /** A yes or no among numbers. */
    BINARY(3, 0.3, (z, j) -> j == 0 ? z > 0.4 ? 1.0 : 0.0 : z),
    /** As deciles are. */
    UNIFORM(3, 0.5, (z, j) -> Math.floor(10 / (1 + Math.exp(-1.7 * z))));

    private final int columns;
    private final double shared;
    private final ToDoubleBiFunction<Double, Integer> bend;

    OneGroup(int columns, double shared, ToDoubleBiFunction<Double, Integer> bend) {
        this.columns = columns;
        this.shared = shared;
        this.bend = bend;
    }

    /** Standardized columns whose normal numbers correlate by {@code shared}. */
    Points points(int rows, long seed) {
        Draws draws = new Draws(seed);
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            double common = draws.normal();
            for (int j = 0; j < columns; j++) {
                double z = Math.sqrt(shared) * common + Math.sqrt(1 - shared) * draws.normal();
                values[i * columns + j] = bend.applyAsDouble(z, j);
            }
        }
        for (int j = 0; j < columns; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < rows; i++) {
                sum += values[i * columns + j];
                squares += values[i * columns + j] * values[i * columns + j];
            }
            double mean = sum / rows;
            double deviation = Math.sqrt(squares / rows - mean * mean);
            for (int i = 0; i < rows; i++) {
                values[i * columns + j] = (values[i * columns + j] - mean) / deviation;
            }
        }
        return new Points(values, rows, columns);
    }
}
