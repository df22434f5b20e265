package org.clientele.platform.workbench.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.Handle;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.junit.jupiter.api.Test;

class AreaShapeTest {
    private static final Gesture AREA = new Gesture(Gesture.Kind.AREA, "customer", "");
    private static final Handle FIELD = new Handle(AREA, Node.Group.at(0, 0, List.of()), 100, 50, 400, 200);

    /** The places of an outline, by turns across and down. */
    private static List<Double> places(AreaShape shape) {
        List<Double> all = new ArrayList<>();
        shape.outline().visit(new PathData.Visitor() {
            @Override
            public void move(double x, double y) {
                all.addAll(List.of(x, y));
            }

            @Override
            public void line(double x, double y) {
                all.addAll(List.of(x, y));
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                throw new AssertionError("a curve");
            }

            @Override
            public void close() {}
        });
        return all;
    }

    @Test
    void aRectangleGoesFromThePressToThePointerAndNotBeyondTheField() {
        AreaShape shape =
                AreaShape.from(FIELD, 150, 60, false).to(300, 100).to(900, 90).to(900, 900);

        assertThat(places(shape)).containsExactly(150.0, 60.0, 500.0, 60.0, 500.0, 250.0, 150.0, 250.0);
    }

    @Test
    void anOutlineByHandKeepsEachPlaceButThoseThatAreOne() {
        AreaShape shape = AreaShape.from(FIELD, 150, 60, true)
                .to(300, 60)
                .to(301, 61)
                .to(300, 120)
                .to(0, 120);

        assertThat(places(shape)).containsExactly(150.0, 60.0, 300.0, 60.0, 300.0, 120.0, 100.0, 120.0);
    }

    @Test
    void theKeyboardMovesARectangleWholeAndGrowsItAtItsLowerRightCorner() {
        AreaShape middle = AreaShape.middle(FIELD);

        assertThat(places(middle)).containsExactly(200.0, 100.0, 400.0, 100.0, 400.0, 200.0, 200.0, 200.0);
        assertThat(places(middle.moved(1000, -8)))
                .containsExactly(300.0, 92.0, 500.0, 92.0, 500.0, 192.0, 300.0, 192.0);
        assertThat(places(middle.grown(-1000, 16)))
                .containsExactly(200.0, 100.0, 203.0, 100.0, 203.0, 216.0, 200.0, 216.0);
    }
}
