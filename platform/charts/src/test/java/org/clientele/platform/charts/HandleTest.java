package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;

class HandleTest {
    private static final Gesture VIEW = new Gesture(Gesture.Kind.VIEW_X, "x", "0..1");
    private static final Gesture PICK = new Gesture(Gesture.Kind.SELECT, "country", "France");

    private static Node.Group group(String id, double x, Gesture gesture, Node... children) {
        return new Node.Group(id, x, 0, null, null, gesture, List.of(children));
    }

    private static Scene scene(Node... parts) {
        return new Scene(200, 100, "", "", Node.Group.at(0, 0, List.of(parts)));
    }

    @Test
    void aHandleBelowAMarkStillAnswersThere() {
        Node field = group("field", 20, VIEW, new Node.Rect(0, 0, 100, 80, 0, null, null));
        Node mark = group("mark", 20, PICK, new Node.Rect(10, 10, 10, 10, 0, Fill.of(-1), null));

        assertThat(Handle.at(scene(field, mark), 35, 15))
                .extracting(h -> h.gesture().kind())
                .containsExactly(Gesture.Kind.SELECT, Gesture.Kind.VIEW_X);
        assertThat(Handle.at(scene(field, mark), 90, 15)).hasSize(1);
        assertThat(Handle.at(scene(field, mark), 10, 15)).isEmpty();
    }

    @Test
    void placesArePartsOfTheUnseenRectangleAndNotOfWhatHangsOverIt() {
        Node label = new Node.Rect(-30, 0, 20, 10, 0, Fill.of(-1), null);
        Handle h = Handle.all(scene(group("g", 40, VIEW, label, new Node.Rect(0, 10, 100, 50, 0, null, null))))
                .get(0);

        assertThat(h.across(40)).isZero();
        assertThat(h.across(90)).isEqualTo(0.5);
        assertThat(h.up(60)).isZero();
        assertThat(h.up(10)).isEqualTo(1);
    }

    @Test
    void aClipIsTheFieldOfItsGroup() {
        Node.Group clipped = new Node.Group(
                "g",
                10,
                5,
                new Node.Clip(0, 0, 50, 40),
                null,
                VIEW,
                List.of(new Node.Rect(-100, 0, 400, 40, 0, Fill.of(-1), null)));
        Handle h = Handle.all(scene(clipped)).get(0);

        assertThat(List.of(h.x(), h.y(), h.width(), h.height())).containsExactly(10.0, 5.0, 50.0, 40.0);
        assertThat(Handle.at(scene(clipped), 70, 10)).isEmpty();
    }

    @Test
    void marksAreReadInLinesUnlessTheyArePaintedInOrder() {
        assertThat(read(40, 10, 10, 10, 10, 40, 40, 40)).containsExactly("1", "0", "2", "3");
        // A waterfall: from left to right, up and down as it goes.
        assertThat(read(10, 60, 40, 10, 70, 80, 90, 30)).containsExactly("0", "1", "2", "3");
    }

    /** The order in which marks of 20 by 20 are read whose places are given pair by pair. */
    private static List<String> read(double... places) {
        List<Node> marks = new ArrayList<>();
        for (int i = 0; i < places.length / 2; i++) {
            Node box = new Node.Rect(places[2 * i], places[2 * i + 1], 20, 20, 0, Fill.of(-1), null);
            marks.add(Node.Group.of("", new Datum(String.valueOf(i), List.of(), Map.of()), List.of(box)));
        }
        return HitTest.inReadingOrder(new Scene(200, 200, "", "", Node.Group.at(0, 0, marks))).stream()
                .map(h -> h.datum().title())
                .toList();
    }
}
