package org.clientele.platform.charts;

import java.util.stream.Stream;
import org.clientele.sdk.chart.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts with axes against files that a person has read; -Dgolden.update=true writes them anew. */
class XyGoldenTest {
    static Stream<String> cards() {
        return XyCards.names().stream();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void aCardIsLaidOutAsReadBefore(String name) {
        Golden.check(name + "-light", XyCards.scene(name, Theme.LIGHT));
        Golden.check(name + "-dark", XyCards.scene(name, Theme.DARK));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void aCardFitsAnySize(String name) {
        for (double width = 200; width <= 1300; width += 275) {
            for (double height = 120; height <= 640; height += 173) {
                Geometry.check(XyCards.scene(name, Theme.LIGHT, width, height), name + " " + width + " x " + height);
            }
        }
    }
}
