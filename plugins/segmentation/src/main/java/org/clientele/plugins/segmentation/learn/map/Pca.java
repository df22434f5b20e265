package org.clientele.plugins.segmentation.learn.map;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.plugins.segmentation.learn.numeric.ColumnMoments;
import org.clientele.plugins.segmentation.learn.numeric.SymmetricEigen;
import org.clientele.sdk.CancelSignal;

/**
 * Principal components: the directions in which points vary most, at right angles to each other (Jolliffe, Principal Component
 * Analysis, 2002). The direction of a component is free in its sign; here the number farthest from 0 is positive.
 *
 * @param means of the columns, which are subtracted
 * @param scales by which the columns are then divided: 1 each, or their standard deviations
 * @param variances of the points along the components, falling; by one less than the number of points
 * @param components unit vectors, a row each, a number a column
 */
public record Pca(double[] means, double[] scales, double[] variances, double[][] components) {
    /** Whether columns count as they vary or all the same. */
    public enum Basis {
        /** Of the covariances: a column that varies more counts more. */
        COVARIANCE,
        /** Of the correlations: columns are first divided by their standard deviations. */
        CORRELATION
    }

    /**
     * The components of at least two points.
     *
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if a number is not finite, if there are fewer than two
     *     points, or if by correlation a column is constant
     */
    public static Pca of(Points points, Basis basis, CancelSignal cancel) {
        points.check(2, cancel);
        ColumnMoments moments = ColumnMoments.of(points, cancel);
        double[][] matrix = moments.covariance(points, cancel);
        double[] scales = new double[points.columns()];
        Arrays.fill(scales, 1);
        if (basis == Basis.CORRELATION) {
            for (int j = 0; j < scales.length; j++) {
                scales[j] = Math.sqrt(matrix[j][j]);
                if (!(scales[j] > 1e-14 * Math.abs(moments.means()[j]))) {
                    throw Refusal.constant(j);
                }
            }
            for (int j = 0; j < scales.length; j++) {
                for (int l = 0; l < scales.length; l++) {
                    matrix[j][l] = j == l ? 1 : matrix[j][l] / (scales[j] * scales[l]);
                }
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        double[] variances =
                Arrays.stream(eigen.values()).map(v -> Math.max(0, v)).toArray();
        return new Pca(moments.means(), scales, variances, eigen.vectors());
    }

    /** The share of all variance that each component has, 0 to 1; all 0 where nothing varies. */
    public double[] explained() {
        double all = Chunks.total(variances);
        return Arrays.stream(variances).map(v -> all > 0 ? v / all : 0).toArray();
    }

    /**
     * How much a column goes with a component: the covariance of the (scaled) column with the component's score divided by its
     * standard deviation; by {@link Basis#CORRELATION} that is their correlation.
     */
    public double loading(int component, int column) {
        return components[component][column] * Math.sqrt(variances[component]);
    }

    /**
     * Where points are along the first components: as many rows as the points, a column a component. Other points than those
     * the components were found on are welcome.
     *
     * @param dimensions how many components; 1 to as many as there are columns
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if the columns are not those of the components, or for
     *     more components than there are
     */
    public Points scores(Points points, int dimensions, CancelSignal cancel) {
        int columns = means.length;
        if (points.columns() != columns) {
            throw Refusal.unequal(points.columns(), columns);
        }
        if (dimensions < 1) {
            throw Refusal.tooSmall(Setting.DIMENSIONS, dimensions, 1);
        }
        if (dimensions > columns) {
            throw Refusal.tooLarge(Setting.DIMENSIONS, dimensions, columns);
        }
        double[] scores = new double[points.rows() * dimensions];
        Chunks.of(points.rows()).each(cancel, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                for (int c = 0; c < dimensions; c++) {
                    double sum = 0;
                    for (int j = 0; j < columns; j++) {
                        sum += (points.at(i, j) - means[j]) / scales[j] * components[c][j];
                    }
                    scores[i * dimensions + c] = sum;
                }
            }
        });
        return new Points(scores, points.rows(), dimensions);
    }
}
