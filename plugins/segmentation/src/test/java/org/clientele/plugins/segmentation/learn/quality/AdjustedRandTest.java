package org.clientele.plugins.segmentation.learn.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clientele.plugins.segmentation.learn.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustedRandTest {
    @ParameterizedTest
    @ValueSource(strings = {"blobs", "skewed", "moons"})
    void agreementIsThatOfScikitLearn(String name) {
        int[] one = Fixture.labels("kmeans." + name + ".strict.labels");
        int[] other = Fixture.labels("rand." + name + ".other");

        assertThat(AdjustedRand.of(one, other)).isCloseTo(Fixture.figure("rand." + name), within(1e-12));
        assertThat(AdjustedRand.of(other, one)).isEqualTo(AdjustedRand.of(one, other));
    }

    @Test
    void namesOfGroupsDoNotMatter() {
        assertThat(AdjustedRand.of(new int[] {0, 0, 1, 1, -1}, new int[] {7, 7, -3, -3, 0}))
                .isEqualTo(1);
    }

    @Test
    void groupingsWithoutChoiceAgree() {
        assertThat(AdjustedRand.of(new int[] {4}, new int[] {2})).isEqualTo(1);
        assertThat(AdjustedRand.of(new int[] {0, 0, 0}, new int[] {1, 1, 1})).isEqualTo(1);
        assertThat(AdjustedRand.of(new int[] {0, 1, 2}, new int[] {2, 1, 0})).isEqualTo(1);
        assertThat(AdjustedRand.of(new int[] {0, 0, 0}, new int[] {2, 1, 0})).isEqualTo(0);
    }
}
