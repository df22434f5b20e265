package org.clientele.platform.workbench.gesture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtentTest {
    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            Extent now = Extent.between(random.nextDouble(), random.nextDouble());
            double pointer = random.nextDouble();
            Extent nearer = now.zoom(pointer, 0.8);
            if (now.size() * 0.8 > Extent.LEAST) {
                assertThat(nearer.at(pointer)).isCloseTo(now.at(pointer), within(1e-9));
                assertThat(nearer.size()).isCloseTo(now.size() * 0.8, within(1e-9));
            }
        }
    }

    @Test
    void zoomingOutEndsAtTheWholeAndZoomingInAtTheLeast() {
        Extent e = new Extent(0.4, 0.5);
        for (int i = 0; i < 40; i++) {
            e = e.zoom(0.3, 1.25);
        }
        assertThat(e.isWhole()).isTrue();
        for (int i = 0; i < 100; i++) {
            e = e.zoom(1, 0.8);
        }
        assertThat(e.size()).isCloseTo(Extent.LEAST, within(1e-9));
        assertThat(e.to()).isCloseTo(1, within(1e-9));
    }

    @Test
    void movingStopsAtTheEndsAndKeepsTheSize() {
        Extent e = new Extent(0.2, 0.4);
        assertThat(e.move(0.5).text()).isEqualTo("0.3..0.5");
        assertThat(e.move(-7).text()).isEqualTo("0..0.2");
        assertThat(e.move(7).text()).isEqualTo("0.8..1");
        assertThat(Extent.WHOLE.move(0.3)).isEqualTo(Extent.WHOLE);
    }

    @Test
    void whatIsInViewIsAPartOfTheWhole() {
        assertThat(new Extent(0.5, 0.75).at(0.5)).isEqualTo(0.625);
        assertThat(new Extent(0.5, 0.75).at(-3)).isEqualTo(0.5);
        assertThat(Extent.between(0.9, 0.1)).isEqualTo(new Extent(0.1, 0.9));
        assertThat(Extent.between(-1, 2)).isEqualTo(Extent.WHOLE);
    }

    @Test
    void itsTextIsReadBack() {
        assertThat(Extent.parse("0.25..0.75")).isEqualTo(new Extent(0.25, 0.75));
        assertThat(Extent.parse("0..1")).isEqualTo(Extent.WHOLE);
        assertThat(new Extent(0, 1 / 3.0).text()).isEqualTo("0..0.3333333");
        assertThat(Extent.parse(new Extent(1e-12, 1).text())).isEqualTo(Extent.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a..b", "0.5", "NaN..1", "1..NaN"})
    void whatIsNoExtentIsTheWhole(String text) {
        assertThat(Extent.parse(text)).isEqualTo(Extent.WHOLE);
    }

    @Test
    void aPartBeyondTheWholeIsRefused() {
        assertThatThrownBy(() -> new Extent(0.5, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Extent(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTurnGoesRoundAndStopsAtThePoles() {
        assertThat(Turn.parse("350,80").by(20, 30)).isEqualTo(new Turn(10, 90));
        assertThat(Turn.parse("10,-80").by(-20, -30).text()).isEqualTo("350,-90");
        assertThat(Turn.parse("up").text()).isEqualTo("0,0");
        assertThat(Turn.parse("NaN,Infinity").text()).isEqualTo("0,0");
    }

    @Test
    void afterTheLastStepComesTheFirst() {
        assertThat(Steps.parse("2/3").next()).isEqualTo(new Steps(3, 3));
        assertThat(Steps.parse("3/3").last()).isTrue();
        assertThat(Steps.parse("3/3").next()).isEqualTo(new Steps(1, 3));
        assertThat(Steps.parse("9/3")).isEqualTo(new Steps(3, 3));
        assertThat(Steps.parse("x")).isEqualTo(new Steps(1, 1));
        for (int step = 1; step <= 5; step++) {
            assertThat(Steps.at(new Steps(step, 5).part(), 5)).isEqualTo(new Steps(step, 5));
        }
        assertThat(new Steps(1, 1).part()).isZero();
    }
}
