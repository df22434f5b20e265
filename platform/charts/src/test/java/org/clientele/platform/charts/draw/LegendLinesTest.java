package org.clientele.platform.charts.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.draw.LegendLines.Place;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.TextStyle;
import org.junit.jupiter.api.Test;

class LegendLinesTest {
    private static final List<String> SEGMENTS = List.of(
            "Away for long, low value",
            "High value",
            "Frequent, high value",
            "Recent, rare",
            "Customers needing attention");
    private static final double MARK = 22;

    private final Drawing d = new Drawing(RobotoMeasure.get());
    private final TextStyle style = Drawing.style(12, 0xFF000000);

    private LegendLines legend(List<String> names, double left, double width, double height) {
        LegendLines lines = LegendLines.of(d, style, names, MARK, left, width, height);
        for (Place a : lines.places()) {
            double end = a.x() + MARK + d.width(a.label(), style);
            assertThat(a.x()).isGreaterThanOrEqualTo(a.line() == 0 ? left : 0);
            assertThat(end).isLessThanOrEqualTo(width + 0.1);
            assertThat(a.line()).isLessThan(3).isLessThanOrEqualTo((int) (lines.more() / LegendLines.LINE));
            assertThat(lines.places())
                    .noneMatch(
                            b -> !lines.isRest(b) && b != a && b.line() == a.line() && b.x() >= a.x() && b.x() < end);
        }
        return lines;
    }

    @Test
    void namesThatFitStandInOneLineFlushRight() {
        LegendLines one = legend(SEGMENTS, 60, 1000, 400);
        assertThat(one.more()).isZero();
        assertThat(one.places()).extracting(Place::label).containsExactlyInAnyOrderElementsOf(SEGMENTS);
        Place last = one.places().get(0);
        assertThat(last.x() + MARK + d.width(last.label(), style)).isBetween(999.9, 1000.1);
    }

    @Test
    void namesTakeASecondAndAThirdLineBeforeAnyIsCut() {
        LegendLines two = legend(SEGMENTS, 60, 460, 400);
        assertThat(two.more()).isEqualTo(LegendLines.LINE);
        assertThat(two.places()).noneMatch(Place::cut).hasSize(5);
        LegendLines three = legend(SEGMENTS, 60, 330, 400);
        assertThat(three.more()).isEqualTo(2 * LegendLines.LINE);
        assertThat(three.places()).noneMatch(Place::cut).hasSize(5);
    }

    @Test
    void whereLinesAreFullTheLongestNamesAreCutAndSayThemselvesToThePointer() {
        LegendLines low = legend(SEGMENTS, 60, 700, 120);
        assertThat(low.more()).isZero();
        assertThat(low.places())
                .hasSize(5)
                .anySatisfy(p -> assertThat(p.label()).isEqualTo("Recent, rare"));
        Place cut = low.places().stream().filter(Place::cut).findFirst().orElseThrow();
        Node.Group said = (Node.Group) low.said(cut, List.of(), 0);
        assertThat(said.datum().title()).isEqualTo(SEGMENTS.get(cut.entry()));
    }

    @Test
    void namesThatHaveNoRoomEvenCutAreCountedAndTheirCountNamesThem() {
        List<String> many =
                IntStream.range(0, 80).mapToObj(i -> "Segment number " + i).toList();
        LegendLines all = legend(many, 0, 500, 400);
        Place rest = all.places().stream().filter(all::isRest).findFirst().orElseThrow();
        assertThat(rest.label()).isEqualTo("+" + (80 - (all.places().size() - 1)));
        Node.Group said = (Node.Group) all.said(rest, List.of(), 0);
        assertThat(said.datum().title())
                .startsWith("Segment number " + rest.entry() + ", ")
                .endsWith("Segment number 79");
        assertThat(said.datum().members()).isEqualTo(Map.of());
    }

    @Test
    void whereTheUnitLeavesNoRoomBesideItTheFirstLineIsLeftToIt() {
        LegendLines below = legend(List.of("Customers needing attention"), 160, 240, 400);
        assertThat(below.places()).singleElement().satisfies(p -> {
            assertThat(p.line()).isEqualTo(1);
            assertThat(p.cut()).isFalse();
        });
    }
}
