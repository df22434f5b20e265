package org.clientele.plugins.executive.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CredibilityTest {
    // C. A. Hachemeister (1975): average bodily injury claims of five states over twelve quarters, and their numbers.
    private static final double[][] CLAIMS = {
        {1738, 1642, 1794, 2051, 2079, 2234, 2032, 2035, 2115, 2262, 2267, 2517},
        {1364, 1408, 1597, 1444, 1342, 1675, 1470, 1448, 1464, 1831, 1612, 1471},
        {1759, 1685, 1479, 1763, 1674, 2103, 1502, 1622, 1828, 2155, 2233, 2059},
        {1223, 1146, 1010, 1257, 1426, 1532, 1953, 1123, 1343, 1243, 1762, 1306},
        {1456, 1499, 1609, 1741, 1482, 1572, 1606, 1735, 1607, 1573, 1613, 1690}
    };
    private static final double[][] NUMBERS = {
        {7861, 9251, 8706, 8575, 7917, 8263, 9456, 8003, 7365, 7832, 7849, 9077},
        {1622, 1742, 1523, 1515, 1622, 1602, 1964, 1515, 1527, 1748, 1654, 1861},
        {1147, 1357, 1329, 1204, 998, 1077, 1277, 1218, 896, 1003, 1108, 1121},
        {407, 396, 348, 341, 315, 328, 352, 331, 287, 384, 321, 342},
        {2902, 3172, 3046, 3068, 2693, 2910, 3275, 2697, 2663, 3017, 3242, 3425}
    };

    @Test
    void reproducesThePublishedParametersOfHachemeistersClaims() {
        Credibility.Builder builder = new Credibility.Builder();
        for (int s = 0; s < 5; s++) {
            builder.group(CLAIMS[s], NUMBERS[s], 0, 12);
        }
        Credibility c = builder.build();
        assertThat(c.within()).isCloseTo(139_120_026, within(0.5));
        assertThat(c.between()).isCloseTo(89_639, within(0.5));
        assertThat(c.mean()).isCloseTo(1684, within(0.5));
        double[] premiums = {2055, 1524, 1793, 1443, 1603};
        for (int s = 0; s < 5; s++) {
            double weight = Arrays.stream(NUMBERS[s]).sum();
            double sum = 0;
            for (int q = 0; q < 12; q++) {
                sum += NUMBERS[s][q] * CLAIMS[s][q];
            }
            assertThat(c.estimate(weight, sum)).isCloseTo(premiums[s], within(0.5));
        }
    }

    @Test
    void groupsThatDoNotDifferBeyondChanceAllGetTheCollectiveMean() {
        double[] one = {1, 1, 1, 1};
        Credibility c = new Credibility.Builder()
                .group(new double[] {1, 9, 1, 9}, one, 0, 4)
                .group(new double[] {2, 8, 2, 8}, one, 0, 4)
                .build();
        assertThat(c.between()).isZero();
        assertThat(c.estimate(4, 20)).isEqualTo(5);
        assertThat(c.estimate(0, 0)).isEqualTo(5);
    }

    @Test
    void aGroupWithoutObservationsGetsTheCollectiveMeanAndOneWithManyItsOwn() {
        double[] ones = new double[1000];
        Arrays.fill(ones, 1);
        double[] high = new double[1000];
        Arrays.setAll(high, i -> 100 + i % 2);
        Credibility c = new Credibility.Builder()
                .group(high, ones, 0, 1000)
                .group(new double[] {1, 2, 3}, ones, 0, 3)
                .build();
        assertThat(c.estimate(0, 0)).isEqualTo(c.mean());
        assertThat(c.estimate(1000, 100_500)).isCloseTo(100.5, within(0.1));
    }

    @Test
    void withoutSecondObservationsThereIsNothingToTellGroupsApartBy() {
        Credibility c = new Credibility.Builder()
                .group(new double[] {4}, new double[] {1}, 0, 1)
                .group(new double[] {8}, new double[] {1}, 0, 1)
                .build();
        assertThat(c.estimate(1, 8)).isEqualTo(6);
        assertThat(new Credibility.Builder().build().mean()).isNaN();
    }
}
