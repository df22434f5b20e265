package org.clientele.sdk.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    private static Theme theme(String name) {
        return name.equals("dark") ? Theme.DARK : Theme.LIGHT;
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theSequentialScaleLeavesTheSurfaceSteadily(String name) {
        Theme theme = theme(name);
        double before = 1;
        for (int i = 0; i <= 10; i++) {
            double contrast = contrast(theme.sequential(i / 10.0), theme.surface());
            assertThat(contrast).isGreaterThan(before);
            before = contrast;
        }
        assertThat(before).isGreaterThan(4.5);
        assertThat(theme.sequential(Double.NaN)).isEqualTo(theme.border());
        assertThat(theme.sequential(7)).isEqualTo(theme.sequential(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theDivergingScaleIsBlueBelowAndOrangeAbove(String name) {
        Theme theme = theme(name);
        assertThat(theme.diverging(-1)).isEqualTo(theme.series().get(0));
        assertThat(theme.diverging(1)).isEqualTo(theme.series().get(5));
        assertThat(theme.diverging(-9)).isEqualTo(theme.diverging(-1));
        assertThat(contrast(theme.diverging(0), theme.surface()))
                .isLessThan(contrast(theme.diverging(0.5), theme.surface()));
    }

    /** By WCAG 2.1. */
    private static double contrast(int a, int b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xFF) + 0.7152 * linear(argb >> 8 & 0xFF) + 0.0722 * linear(argb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
