package org.clientele.plugins.segmentation.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Analysis of variance, Welch's test, Kruskal-Wallis, Tukey's pairs and the range that they rest on. */
class GroupTestsTest {
    private static final Offset<Double> CLOSE = within(1e-6);

    @ParameterizedTest
    @CsvSource({
        "python.csv,even",
        "python.csv,uneven",
        "python.csv,tied",
        "python.csv,far",
        "base.csv,sprays",
        "base.csv,chickens"
    })
    void meansAreComparedAsOtherProgramsDo(String file, String of) {
        Cases cases = Cases.read(file);
        double[] values = cases.one(of, "values");
        int[] groups = cases.whole(of, "groups");
        int k = Arrays.stream(groups).max().orElseThrow() + 1;
        GroupMoments moments = GroupMoments.of(values, groups, k);

        double[] anova = cases.one(of, "anova");
        Anova a = Anova.of(moments);
        assertThat(new double[] {a.f(), a.p(), a.etaSquared(), a.omegaSquared()})
                .containsExactly(anova, CLOSE);
        double[] welch = cases.one(of, "welch");
        Anova w = Anova.welch(moments);
        assertThat(new double[] {w.f(), w.between(), w.within(), w.p()}).containsExactly(welch, CLOSE);
        double[] kruskal = cases.one(of, "kruskal");
        KruskalWallis h = KruskalWallis.of(values, groups, k);
        assertThat(new double[] {h.h(), h.p()}).containsExactly(kruskal, CLOSE);

        List<TukeyPair> pairs = TukeyPair.of(moments, 0.95);
        List<double[]> tukey = cases.all(of, "tukey");
        assertThat(pairs).hasSize(k * (k - 1) / 2).hasSameSizeAs(tukey);
        for (int i = 0; i < pairs.size(); i++) {
            TukeyPair pair = pairs.get(i);
            assertThat(new double[] {pair.first(), pair.second(), pair.difference(), pair.low(), pair.high(), pair.p()})
                    .containsExactly(tukey.get(i), CLOSE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"python.csv", "base.csv"})
    void theStudentizedRangeIsThatOfOtherPrograms(String file) {
        Cases cases = Cases.read(file);
        assertThat(cases.all("range")).hasSizeGreaterThan(50);
        for (double[] q : cases.all("range")) {
            assertThat(StudentizedRange.below(q[0], (int) q[1], q[2]))
                    .as(Arrays.toString(q))
                    .isCloseTo(q[3], CLOSE);
        }
        // R's own quantiles are only good to 1e-4.
        for (double[] q : cases.all("quantile")) {
            assertThat(StudentizedRange.quantile(q[0], (int) q[1], q[2]))
                    .as(Arrays.toString(q))
                    .isCloseTo(q[3], CLOSE);
        }
    }

    @Test
    void verySmallProbabilitiesAreNotZero() {
        double[] values = new double[2000];
        int[] groups = new int[2000];
        for (int i = 0; i < values.length; i++) {
            groups[i] = i % 2;
            values[i] = i % 2 + (i % 7) / 3.0;
        }
        assertThat(Anova.of(GroupMoments.of(values, groups, 2)).p()).isBetween(1e-300, 1e-100);
    }

    @Test
    void whatCannotBeComparedHasNoAnswer() {
        double[] values = {1, 2, 3, Double.NaN};
        assertThat(Anova.of(GroupMoments.of(values, new int[] {0, 0, 0, 1}, 2)).p())
                .isNaN();
        assertThat(Anova.of(GroupMoments.of(values, new int[] {0, 1, 2, 0}, 3)).p())
                .isNaN();
        assertThat(Anova.welch(GroupMoments.of(values, new int[] {0, 0, 1, 1}, 2))
                        .p())
                .isNaN();
        assertThat(Anova.of(GroupMoments.of(new double[] {4, 4, 4, 4}, new int[] {0, 0, 1, 1}, 2))
                        .f())
                .isNaN();
        assertThat(KruskalWallis.of(new double[] {4, 4, 4, 4}, new int[] {0, 0, 1, 1}, 2)
                        .p())
                .isNaN();
        assertThat(TukeyPair.of(GroupMoments.of(new double[] {4, 4, 5, 5}, new int[] {0, 0, 1, 1}, 2), 0.95))
                .isEmpty();
        Anova apart = Anova.of(GroupMoments.of(new double[] {4, 4, 5, 5}, new int[] {0, 0, 1, 1}, 2));
        assertThat(apart.p()).isZero();
        assertThat(apart.etaSquared()).isEqualTo(1);
    }

    @Test
    void missingValuesAndMembersOfNoGroupAreLeftOut() {
        double[] values = {1, 2, Double.NaN, 4, 6, 99};
        GroupMoments moments = GroupMoments.of(values, new int[] {0, 0, 0, 1, 1, -1}, 2);
        assertThat(moments.count()).isEqualTo(4);
        assertThat(moments.mean()).isEqualTo(3.25);
        assertThat(moments.means()).containsExactly(1.5, 5);
    }
}
