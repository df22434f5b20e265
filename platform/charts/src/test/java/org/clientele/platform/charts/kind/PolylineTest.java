package org.clientele.platform.charts.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolylineTest {
    @ParameterizedTest
    @CsvSource({"1, 1000000, 800", "2, 1000000, 37", "3, 50000, 1200", "4, 5000, 640", "5, 2, 10", "6, 3000, 1"})
    void everyPixelColumnKeepsItsLowestAndHighestPoint(int seed, int points, int width) {
        Random random = new Random(seed);
        double[] x = new double[points];
        double[] y = new double[points];
        int columns = width + 50;
        double[] low = new double[columns];
        double[] high = new double[columns];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < points; i++) {
            x[i] = 33.4 + width * (i / (double) points);
            y[i] = random.nextGaussian() * (random.nextInt(1000) == 0 ? 1000 : 1);
            int column = (int) x[i];
            low[column] = Math.min(low[column], y[i]);
            high[column] = Math.max(high[column], y[i]);
        }
        Polyline line = Polyline.of(x, y).get(0);
        double[] keptLow = new double[columns];
        double[] keptHigh = new double[columns];
        java.util.Arrays.fill(keptLow, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(keptHigh, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < line.size(); i++) {
            int column = (int) line.x()[i];
            keptLow[column] = Math.min(keptLow[column], line.y()[i]);
            keptHigh[column] = Math.max(keptHigh[column], line.y()[i]);
        }
        assertThat(keptLow).isEqualTo(low);
        assertThat(keptHigh).isEqualTo(high);
        assertThat(line.size()).isLessThanOrEqualTo(Math.max(points < 3 ? 2 : 0, 4 * (width + 2)));
        assertThat(line.x()[0]).isEqualTo(x[0]);
        assertThat(line.lastStep()).isEqualTo(points - 1);
    }
}
