package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.List;
import org.clientele.platform.workbench.gesture.Extent;
import org.clientele.platform.workbench.page.DashboardPage;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A third party's chart, handled in every way that its scene offers. */
class GestureTest extends SampleOnScreen {
    private static final int PADDING = 16;

    private DashboardPage page;

    @BeforeEach
    void opensThePad() {
        page = dashboard(PAD);
    }

    private String now(String parameter) {
        String value = page.sight().looks("pad").orElseThrow().get(parameter);
        return value == null ? "" : value;
    }

    private void awaitNow(String parameter, String value) {
        await(parameter + " " + value, () -> now(parameter).equals(value));
        await("its picture", page::settled);
    }

    /** A place of the field in the left half, as parts of it from left and top. */
    private Point field(double across, double down) {
        Rectangle b = bounds(page, "pad");
        double width = (b.width - 2 * PADDING) / 2.0;
        return new Point((int) Math.round(b.x + PADDING + across * width), (int) Math.round(b.y + 60 + down * 200));
    }

    /** The middle of a part in the right half: 0 the slider, 1 the ball, 2 the button. */
    private Point part(int index, double across) {
        Rectangle b = bounds(page, "pad");
        double half = (b.width - 2 * PADDING) / 2.0;
        double top = b.y + 42;
        double third = (b.height - 42 - PADDING) / 3.0;
        return new Point((int) Math.round(b.x + PADDING + half + 10 + across * (half - 10)), (int)
                Math.round(top + third * (index + 0.5)));
    }

    private void wheelOver(Point at, int notches) {
        hands.moveTo(page.control(), at.x, at.y);
        hands.wheel(notches);
    }

    private void drag(Point from, Point to, int... keys) {
        hands.drag(page.control(), from.x, from.y, to.x, to.y, keys);
    }

    @Test
    void theWheelZoomsAroundThePointerADragMovesAndADoubleClickShowsAllAgain() {
        Point at = field(0.25, 0.9);
        wheelOver(at, -3);
        await("zoomed", () -> Extent.parse(now("x")).size() < 0.52);
        await("its picture", page::settled);
        Extent zoomed = Extent.parse(now("x"));
        assertThat(zoomed.size()).isBetween(0.50, 0.52);
        assertThat(zoomed.at(0.25)).isBetween(0.249, 0.251);

        drag(field(0.8, 0.9), field(0.3, 0.9));
        await("moved", () -> Extent.parse(now("x")).from() > zoomed.from() + 0.2);
        await("its picture", page::settled);
        Extent moved = Extent.parse(now("x"));
        assertThat(moved.from() - zoomed.from()).isBetween(0.24, 0.26);
        assertThat(moved.size()).isBetween(zoomed.size() - 1e-6, zoomed.size() + 1e-6);

        hands.doubleClick(page.control(), at.x, at.y);
        awaitNow("x", "0..1");

        wheelOver(at, -1);
        awaitNow("x", "0.05..0.85");
        hands.escape();
        awaitNow("x", "0..1");
    }

    @Test
    void aDragChoosesARangeOfTheWholeAndAClickTakesItAway() {
        drag(field(0.2, 0.9), field(0.7, 0.9));
        await("a range", () -> Extent.parse(now("chosen")).size() < 0.9);
        assertThat(Extent.parse(now("chosen")).from()).isBetween(0.19, 0.21);
        assertThat(Extent.parse(now("chosen")).to()).isBetween(0.69, 0.71);
        await("its picture", page::settled);

        Point at = field(0.5, 0.9);
        hands.click(page.control(), new Rectangle(at.x, at.y, 1, 1));
        awaitNow("chosen", "");

        wheelOver(field(0, 0.9), -3);
        await("zoomed", () -> Extent.parse(now("x")).size() < 0.52);
        await("its picture", page::settled);
        drag(field(0, 0.9), field(0.5, 0.9), KeyEvent.VK_SHIFT);
        await("a range within the view", () -> !now("chosen").isEmpty());
        assertThat(Extent.parse(now("chosen")).to()).isBetween(0.25, 0.27);
    }

    @Test
    void aSliderFollowsThePointerAndABallTurns() {
        Point press = part(0, 0.25);
        hands.click(page.control(), new Rectangle(press.x, press.y, 1, 1));
        await("the slider", () -> !now("cut").isEmpty());
        assertThat(Double.parseDouble(now("cut"))).isBetween(0.24, 0.26);
        drag(part(0, 0.25), part(0, 2));
        awaitNow("cut", "1");

        Point ball = part(1, 0.5);
        drag(ball, new Point(ball.x + 40, ball.y + 20));
        awaitNow("turn", "20,10");
    }

    @Test
    void playMovesOnToTheLastStepAndStops() {
        Point button = part(2, 0.5);
        hands.click(page.control(), new Rectangle(button.x, button.y, 1, 1));
        await("it plays", () -> now("step.playing").equals("true"));
        await("between two steps", () -> !now("step").isEmpty() && Double.parseDouble(now("step")) % 0.5 > 0);
        awaitNow("step", "1");
        await("it stopped", () -> now("step.playing").isEmpty());
    }

    @Test
    void whereMotionIsNotWantedPlayShowsOneStepAtATime() {
        window.preferences().put("motion", "reduced");
        Point button = part(2, 0.5);
        for (String step : List.of("0.5", "1", "0")) {
            hands.click(page.control(), new Rectangle(button.x, button.y, 1, 1));
            awaitNow("step", step);
            assertThat(now("step.playing")).isEmpty();
        }
    }

    @Test
    void theKeyboardZoomsMovesAndGoesToEachMarkAndItsGesture() {
        page.control().forceFocus();
        hands.key(KeyEvent.VK_TAB);
        hands.key(KeyEvent.VK_EQUALS);
        awaitNow("x", "0.1..0.9");
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        awaitNow("x", "0.18..0.98");
        assertThat(now("turn")).isEqualTo("10,0");
        hands.key(KeyEvent.VK_0);
        awaitNow("x", "0..1");

        hands.key(KeyEvent.VK_RIGHT);
        await("the first mark", () -> said("mark"));
        hands.key(KeyEvent.VK_RIGHT);
        await("the slider", () -> said("slide"));
        hands.key(KeyEvent.VK_DOWN);
        await("the ball below", () -> said("turn"));
        hands.key(KeyEvent.VK_END);
        await("the button", () -> said("play"));
        window.preferences().put("motion", "reduced");
        hands.key(KeyEvent.VK_ENTER);
        awaitNow("step", "0.5");
        await("the mark's new tooltip", () -> said("play 2/3"));
        hands.escape();
        await("no mark", () -> page.sight().tip().isEmpty());
        hands.key(KeyEvent.VK_EQUALS);
        awaitNow("x", "0.1..0.9");
        hands.escape();
        awaitNow("x", "0..1");
    }

    private boolean said(String start) {
        return page.sight().tip().filter(t -> t.sentence().startsWith(start)).isPresent();
    }
}
