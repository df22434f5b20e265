package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import org.clientele.platform.runtime.gallery.GalleryBoard;
import org.clientele.platform.workbench.frame.NavigationPane;
import org.clientele.platform.workbench.gesture.Extent;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gallery, and every gesture on the kinds of chart that offer it. */
class GalleryPageTest extends SampleOnScreen {
    private DashboardPage page;

    @BeforeEach
    void opensTheGallery() {
        page = dashboard(GalleryBoard.ID);
    }

    private String now(String tile, String parameter) {
        String value = page.sight().looks(tile).orElseThrow().get(parameter);
        return value == null ? "" : value;
    }

    /** Scrolls a card into view and waits for its picture. */
    private void reach(String tile) {
        page.control().forceFocus();
        page.reach(tile);
        page.control().redraw();
        settle();
        await("the picture of " + tile, page::settled);
    }

    /** A place of a card in the view, as parts of it from left and top. */
    private Point at(String tile, double across, double down) {
        Rectangle b = bounds(page, tile);
        return new Point((int) (b.x + across * b.width), (int) (b.y + down * b.height));
    }

    private void wheelOver(Point at, int notches) {
        hands.moveTo(page.control(), at.x, at.y);
        hands.wheel(notches);
    }

    private void drag(Point from, Point to) {
        hands.drag(page.control(), from.x, from.y, to.x, to.y);
    }

    private void click(Point at) {
        hands.click(page.control(), new Rectangle(at.x, at.y, 1, 1));
    }

    private void awaitPicture() {
        settle();
        await("its picture", page::settled);
    }

    @Test
    void theSearchFindsItByTheNameOfAKindAndItHasNoPeriodToChoose() {
        window.pages().close(page);
        awaitFront(OVERVIEW);
        NavigationPane navigation = window.frame().navigation();
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        await("the field", () -> navigation.searchField().isFocusControl());
        for (char c : "SANKEY".toCharArray()) {
            hands.key(c);
        }
        await("only what answers", () -> navigation.place("nav:" + OVERVIEW).isEmpty());
        hands.key(KeyEvent.VK_ENTER);
        awaitFront(GalleryBoard.ID);
        await("its pictures", () -> front().settled());
        assertThat(front().period()).isNull();
        assertThat(front().title()).isEqualTo("Chart gallery");
    }

    @Test
    void aCardIsLaidOutWhenItComesNear() {
        String before = page.sight().describes("map");
        assertThat(before).as("no picture yet").isEqualTo("Revenue by country");
        assertThat(page.sight().describes("kpi").length()).isGreaterThan("Revenue".length());
        reach("map");
        assertThat(page.sight().describes("map")).startsWith(before + ". ").hasSizeGreaterThan(before.length() + 10);
    }

    @Test
    void onALineTheWheelZoomsADragMovesADoubleClickShowsAllAndADragChoosesARange() {
        reach("line");
        Point middle = at("line", 0.4, 0.6);
        wheelOver(middle, -3);
        await("zoomed", () -> Extent.parse(now("line", "x")).size() < 0.6);
        awaitPicture();
        Extent zoomed = Extent.parse(now("line", "x"));
        drag(middle, at("line", 0.2, 0.6));
        await("moved", () -> Extent.parse(now("line", "x")).from() > zoomed.from() + 0.05);
        awaitPicture();
        hands.doubleClick(page.control(), middle.x, middle.y);
        await("all", () -> Extent.parse(now("line", "x")).isWhole());
        awaitPicture();

        drag(at("line", 0.25, 0.6), at("line", 0.55, 0.6));
        await("a range", () -> Extent.parse(now("line", "x.range")).size() < 0.9);
        awaitPicture();
        assertThat(page.sight().describes("line")).isNotEmpty();
        click(at("line", 0.7, 0.6));
        await("no range", () -> now("line", "x.range").isEmpty());
        awaitPicture();
        hands.moveTo(page.control(), middle.x, middle.y);
        await(
                "the read-out",
                () -> page.sight()
                        .tip()
                        .filter(t -> t.sentence().contains("Net revenue"))
                        .isPresent());
    }

    @Test
    void theCutOfADendrogramSlides() {
        reach("dendrogram");
        drag(at("dendrogram", 0.2, 0.6), at("dendrogram", 0.6, 0.6));
        await("the cut", () -> !now("dendrogram", "cut").isEmpty());
        awaitPicture();
        assertThat(Double.parseDouble(now("dendrogram", "cut"))).isBetween(0.5, 0.8);
    }

    @Test
    void aScatterInSpaceTurnsAndADecompositionOpens() {
        reach("scatter3d");
        Point from = at("scatter3d", 0.5, 0.5);
        drag(from, new Point(from.x + 60, from.y + 10));
        await("turned", () -> !now("scatter3d", "turn").isEmpty());
        awaitPicture();

        reach("decomposition");
        String before = page.sight().describes("decomposition");
        Rectangle b = bounds(page, "decomposition");
        click(new Point(b.x + (int) (0.338 * b.width), b.y + 125));
        await("opened", () -> !now("decomposition", "path").isEmpty());
        awaitPicture();
        assertThat(page.sight().describes("decomposition")).isNotEqualTo(before);
    }

    @Test
    void bubblesPlayScrubAndStopWhenNobodySeesThem() {
        reach("bubbles");
        page.control().forceFocus();
        hands.key(KeyEvent.VK_P);
        await("it plays", () -> now("bubbles", "step.playing").equals("true"));
        await("it moves", () -> !now("bubbles", "step").isEmpty() && Double.parseDouble(now("bubbles", "step")) > 0.02);
        Page overview = window.pages().find(OVERVIEW).orElseThrow();
        window.pages().show(overview);
        await("it stopped", () -> now("bubbles", "step.playing").isEmpty());
        String stopped = now("bubbles", "step");
        window.pages().show(page);
        awaitPicture();
        assertThat(now("bubbles", "step")).isEqualTo(stopped);

        Rectangle b = bounds(page, "bubbles");
        Point track = new Point(b.x + b.width / 2, b.y + b.height - 29);
        drag(track, new Point(track.x + 60, track.y));
        await("scrubbed", () -> !now("bubbles", "step").equals(stopped));
        awaitPicture();

        reach("bubbles");
        hands.key(KeyEvent.VK_P);
        await("it plays again", () -> now("bubbles", "step.playing").equals("true"));
        window.pages().close(page);
        awaitFront(OVERVIEW);
        settle();
        assertThat(page.control().isDisposed()).isTrue();
    }

    @Test
    void aMapZoomsMovesAndShowsAllAgain() {
        reach("map");
        Point middle = at("map", 0.5, 0.5);
        wheelOver(middle, -3);
        await("zoomed", () -> Extent.parse(now("map", "view-x")).size() < 0.6);
        awaitPicture();
        Extent zoomed = Extent.parse(now("map", "view-x"));
        drag(middle, at("map", 0.4, 0.6));
        await("moved", () -> Extent.parse(now("map", "view-x")).from() > zoomed.from() + 0.01);
        awaitPicture();
        hands.doubleClick(page.control(), middle.x, middle.y);
        await("all", () -> Extent.parse(now("map", "view-x")).isWhole());
    }

    @Test
    void theKeyboardGoesFromMarkToMarkAndEscapeLeadsBack() {
        reach("bar");
        hands.key(KeyEvent.VK_RIGHT);
        await("the first mark", () -> page.sight().tip().isPresent());
        String first = page.sight().tip().orElseThrow().sentence();
        hands.key(KeyEvent.VK_RIGHT);
        await(
                "the next mark",
                () -> page.sight()
                        .tip()
                        .filter(t -> !t.sentence().equals(first))
                        .isPresent());
        hands.escape();
        await("no mark", () -> page.sight().tip().isEmpty());
    }
}
