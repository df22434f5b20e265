package org.clientele.plugins.segmentation.learn.numeric;

import org.jspecify.annotations.Nullable;

/** Symmetric positive definite matrices as a lower triangle times its transpose. */
public final class Cholesky {
    private Cholesky() {}

    /** The lower triangle, zeros above; null if the matrix is not positive definite. */
    public static double @Nullable [][] lower(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i > j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    return null;
                }
            }
        }
        return lower;
    }

    /** The inverse of a lower triangle without zeros in its diagonal; again a lower triangle. */
    public static double[][] inverse(double[][] lower) {
        int n = lower.length;
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            inverse[j][j] = 1 / lower[j][j];
            for (int i = j + 1; i < n; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= lower[i][k] * inverse[k][j];
                }
                inverse[i][j] = sum / lower[i][i];
            }
        }
        return inverse;
    }
}
