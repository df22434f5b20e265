package org.clientele.plugins.segmentation.learn.numeric;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Eigenvalues and eigenvectors of a real symmetric matrix by cyclic Jacobi rotations, which find small eigenvalues precisely
 * and always do the same (Golub and Van Loan, Matrix Computations, 4th edition, section 8.5).
 *
 * @param values eigenvalues, falling
 * @param vectors unit eigenvectors in the same order, a row each; in each the number farthest from 0 is positive (the first
 *     such, where several are equally far to twelve digits)
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int SWEEPS = 100;

    /** @param matrix square and symmetric; not changed */
    public static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] v = new double[n][n];
        double size = 0;
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
            for (double x : a[i]) {
                size += x * x;
            }
        }
        for (int sweep = 0; sweep < SWEEPS && offDiagonal(a) > 1e-32 * size; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -a[i][i]));
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i] = a[order[i]][order[i]];
            for (int j = 0; j < n; j++) {
                vectors[i][j] = v[j][order[i]];
            }
            orient(vectors[i]);
        }
        return new SymmetricEigen(values, vectors);
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            a[k][p] = c * kp - s * a[k][q];
            a[k][q] = s * kp + c * a[k][q];
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            a[p][k] = c * pk - s * a[q][k];
            a[q][k] = s * pk + c * a[q][k];
            double kp = v[k][p];
            v[k][p] = c * kp - s * v[k][q];
            v[k][q] = s * kp + c * v[k][q];
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }

    private static void orient(double[] vector) {
        double farthest = 0;
        for (double x : vector) {
            farthest = Math.max(farthest, Math.abs(x));
        }
        int deciding = 0;
        while (Math.abs(vector[deciding]) < farthest * (1 - 1e-12)) {
            deciding++;
        }
        if (vector[deciding] < 0) {
            for (int j = 0; j < vector.length; j++) {
                vector[j] = -vector[j];
            }
        }
    }
}
