package org.clientele.platform.workbench.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.Handle;
import org.clientele.platform.charts.Hit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Gesture.Kind;
import org.clientele.sdk.scene.Node;
import org.junit.jupiter.api.Test;

class DragTest {
    /** A handle over a field of 200 by 100 pixels that starts at (10, 20). */
    private static Handle handle(Kind kind, String parameter, String value) {
        Gesture gesture = new Gesture(kind, parameter, value);
        return new Handle(gesture, new Node.Group("", 0, 0, null, null, gesture, List.of()), 10, 20, 200, 100);
    }

    private static Drag drag(boolean shift, double x, double y, Handle... under) {
        return Drag.begin(List.of(under), x, y, shift, Gesture::value).orElseThrow();
    }

    @Test
    void aDragMovesWhatIsInViewWithThePointer() {
        Drag d = drag(false, 110, 70, handle(Kind.VIEW_X, "x", "0.4..0.6"), handle(Kind.VIEW_Y, "y", "0..0.5"));

        assertThat(d.sort()).isEqualTo(Drag.Sort.MOVE);
        assertThat(d.to(60, 120)).containsExactly(Map.entry("x", "0.45..0.65"), Map.entry("y", "0.25..0.75"));
    }

    @Test
    void aPlainDragMarksARangeWhereAllIsInViewAndWithShiftElsewhere() {
        Handle range = handle(Kind.RANGE_X, "chosen", "0..1");
        Drag plain = drag(false, 60, 50, range, handle(Kind.VIEW_X, "x", "0..1"));
        assertThat(plain.to(160, 50)).containsExactly(Map.entry("chosen", "0.25..0.75"));
        assertThat(plain.range()).contains("chosen");

        Handle zoomed = handle(Kind.RANGE_X, "chosen", "0.5..1");
        Handle view = handle(Kind.VIEW_X, "x", "0.5..1");
        assertThat(drag(false, 60, 50, zoomed, view).sort()).isEqualTo(Drag.Sort.MOVE);
        assertThat(drag(true, 110, 50, zoomed, view).to(10, 50)).containsExactly(Map.entry("chosen", "0.5..0.75"));
    }

    @Test
    void aRangeOfRowsRunsUpAndDown() {
        Handle rows = handle(Kind.RANGE_Y, "chosen", "0.5..1");
        Drag drag = drag(false, 60, 45, rows, handle(Kind.VIEW_Y, "y", "0..1"));
        assertThat(drag.sort()).isEqualTo(Drag.Sort.RANGE);
        Map<String, String> written = drag.to(200, 70);
        assertThat(written).containsExactly(Map.entry("chosen", "0.75..0.875"));
    }

    @Test
    void aSliderIsWhereThePointerIsAndStopsAtItsEnds() {
        Drag across = drag(false, 60, 50, handle(Kind.SLIDE_X, "cut", "0.1"));
        assertThat(across.atOnce()).isTrue();
        assertThat(across.to(60, 50)).containsExactly(Map.entry("cut", "0.25"));
        assertThat(across.to(900, 50)).containsExactly(Map.entry("cut", "1"));
        assertThat(drag(false, 60, 50, handle(Kind.SLIDE_Y, "cut", "0.1")).to(0, 45))
                .containsExactly(Map.entry("cut", "0.75"));
    }

    @Test
    void aPressOnAButtonOrMarkWithinASliderDoesNotMoveIt() {
        assertThat(drag(false, 60, 50, handle(Kind.SELECT, "leaf", "a"), handle(Kind.SLIDE_X, "cut", "0"))
                        .atOnce())
                .isFalse();
        Drag d = drag(false, 60, 50, handle(Kind.PLAY, "step", "1/9"), handle(Kind.SLIDE_X, "at", "0"));
        assertThat(d.atOnce()).isFalse();
    }

    @Test
    void aDragInSpaceTurnsByHalfADegreeAPixel() {
        assertThat(drag(false, 60, 50, handle(Kind.TURN, "turn", "350,10")).to(100, 30))
                .containsExactly(Map.entry("turn", "10,0"));
    }

    @Test
    void withNothingToMoveThereIsNoDrag() {
        assertThat(Drag.begin(List.of(handle(Kind.VIEW_X, "x", "0..1")), 60, 50, true, Gesture::value))
                .isEmpty();
        assertThat(Drag.begin(List.of(handle(Kind.SELECT, "x", "a")), 60, 50, false, Gesture::value))
                .isEmpty();
    }

    @Test
    void theWheelZoomsEachAxisAroundThePointerAndSaysNothingWhereNothingChanges() {
        List<Handle> both = List.of(handle(Kind.VIEW_X, "x", "0..1"), handle(Kind.VIEW_Y, "y", "0..1"));

        assertThat(Lens.zoom(both, 60, 20, 0.5, Gesture::value))
                .containsExactly(Map.entry("x", "0.125..0.625"), Map.entry("y", "0.5..1"));
        assertThat(Lens.zoom(both, 60, 20, 1.25, Gesture::value)).isEmpty();
        assertThat(Lens.whole(both, Gesture::value)).isEmpty();
    }

    @Test
    void keysMoveViewsSlidersAndPicturesInSpace() {
        List<Handle> all = List.of(
                handle(Kind.VIEW_X, "x", "0.2..0.4"),
                handle(Kind.SLIDE_X, "cut", "0.5"),
                handle(Kind.TURN, "turn", "0,0"),
                handle(Kind.SLIDE_X, "mute", ""));

        assertThat(Lens.move(all, 1, 0, Gesture::value))
                .containsExactly(Map.entry("x", "0.22..0.42"), Map.entry("cut", "0.55"), Map.entry("turn", "10,0"));
    }

    @Test
    void downGoesToTheMarkBelowAndToTheNextOneWhereNoneIs() {
        List<Hit> grid = List.of(mark(0, 0), mark(20, 0), mark(40, 0), mark(0, 20), mark(20, 20), mark(40, 20));
        assertThat(Marks.vertical(grid, 1, true)).isEqualTo(4);
        assertThat(Marks.vertical(grid, 5, false)).isEqualTo(2);
        assertThat(Marks.vertical(grid, 4, true)).isEqualTo(5);
        assertThat(Marks.vertical(grid, 0, false)).isZero();
    }

    private static Hit mark(double x, double y) {
        Datum datum = new Datum("", List.of(), Map.of());
        return new Hit(Node.Group.of("", datum, List.of()), datum, List.of(), x, y, 18, 18, 0, 0);
    }
}
