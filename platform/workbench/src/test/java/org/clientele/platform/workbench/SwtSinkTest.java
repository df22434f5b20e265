package org.clientele.platform.workbench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.SceneCopies;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.platform.workbench.paint.SwtSink;
import org.clientele.platform.workbench.paint.TextWitness;
import org.clientele.platform.workbench.paint.WrittenText;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwtSinkTest {
    private static final int RED = 0xFFE02020;
    private static final int BLACK = 0xFF000000;

    private Display display;

    @BeforeEach
    void needsADisplay() {
        display = OnScreen.display();
    }

    @Test
    void aRectangleFillsExactlyItsPixels() {
        ImageData picture = paint(40, 40, new Node.Rect(10, 12, 8, 6, 0, Fill.of(RED), null));

        assertThat(rgb(picture, 10, 12)).isEqualTo(new RGB(0xE0, 0x20, 0x20));
        assertThat(rgb(picture, 17, 17)).isEqualTo(new RGB(0xE0, 0x20, 0x20));
        assertThat(rgb(picture, 9, 12)).isEqualTo(new RGB(255, 255, 255));
        assertThat(rgb(picture, 18, 17)).isEqualTo(new RGB(255, 255, 255));
        assertThat(rgb(picture, 17, 18)).isEqualTo(new RGB(255, 255, 255));
    }

    @Test
    void halfTransparentFillsMixWithWhatIsBelow() {
        ImageData picture = paint(10, 10, new Node.Rect(0, 0, 10, 10, 0, Fill.of(0x80000000), null));

        assertThat(rgb(picture, 5, 5).red).isBetween(125, 130);
    }

    @Test
    void aThinHorizontalLineFillsOneRowOfPixelsWhereverItLies() {
        for (double y : new double[] {20, 20.25, 20.5}) {
            PathData line = PathData.builder().move(5, y).line(35, y).build();

            ImageData picture = paint(40, 40, new Node.Path(line, null, Stroke.of(BLACK, 1)));

            assertThat(rgb(picture, 20, 20)).as("at y = " + y).isEqualTo(new RGB(0, 0, 0));
            assertThat(rgb(picture, 20, 19)).as("at y = " + y).isEqualTo(new RGB(255, 255, 255));
            assertThat(rgb(picture, 20, 21)).as("at y = " + y).isEqualTo(new RGB(255, 255, 255));
        }
    }

    @Test
    void aThickSlantedLineStaysWhereTheSceneSays() {
        PathData line = PathData.builder().move(0, 0).line(40, 40).build();

        ImageData picture = paint(40, 40, new Node.Path(line, null, Stroke.of(BLACK, 3)));

        for (int i = 5; i < 35; i++) {
            assertThat(rgb(picture, i, i).red).isLessThan(20);
            assertThat(rgb(picture, i + 1, i).red).isEqualTo(rgb(picture, i, i + 1).red);
        }
    }

    @Test
    void groupsMoveAndClipTheirChildren() {
        Node child = new Node.Rect(-20, -20, 60, 60, 0, Fill.of(RED), null);
        Node group = new Node.Group("", 10, 10, new Node.Clip(0, 0, 8, 8), null, null, List.of(child));
        Node after = new Node.Rect(30, 30, 4, 4, 0, Fill.of(BLACK), null);

        ImageData picture = paint(40, 40, group, after);

        assertThat(rgb(picture, 10, 10)).isEqualTo(new RGB(0xE0, 0x20, 0x20));
        assertThat(rgb(picture, 17, 17)).isEqualTo(new RGB(0xE0, 0x20, 0x20));
        assertThat(rgb(picture, 18, 17)).isEqualTo(new RGB(255, 255, 255));
        assertThat(rgb(picture, 9, 10)).isEqualTo(new RGB(255, 255, 255));
        assertThat(rgb(picture, 31, 31)).as("the clip ends with its group").isEqualTo(new RGB(0, 0, 0));
    }

    @Test
    void gradientsRunFromTopToBottomOfTheShape() {
        ImageData picture = paint(20, 120, new Node.Rect(0, 10, 20, 100, 0, new Fill(0xFF000000, 0x00000000), null));

        assertThat(rgb(picture, 10, 12).red).isLessThan(20);
        assertThat(rgb(picture, 10, 60).red).isBetween(115, 140);
        assertThat(rgb(picture, 10, 107).red).isGreaterThan(235);
    }

    @Test
    void circlesAreRoundAndWhereTheyShouldBe() {
        ImageData picture = paint(40, 40, new Node.Circle(20, 20, 10, Fill.of(BLACK), null));

        int ink = 0;
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                ink += 255 - rgb(picture, x, y).red;
            }
        }
        assertThat(ink / 255.0).isBetween(Math.PI * 100 * 0.99, Math.PI * 100 * 1.01);
        assertThat(rgb(picture, 12, 12).red)
                .as("corner of the square around it")
                .isGreaterThan(240);
    }

    @Test
    void textIsAsWideAsTheBundledFontSaysAndAnchoredByItsEnd() throws Exception {
        Path roboto = Path.of("target/fonts/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf");
        Font font = Font.createFont(Font.TRUETYPE_FONT, Files.newInputStream(roboto));
        for (double size : new double[] {11, 13, 28}) {
            String text = "GBP 9,747,747.93 revenue";
            double expected = font.deriveFont((float) size)
                    .getStringBounds(text, new FontRenderContext(null, true, true))
                    .getWidth();
            for (Anchor anchor : Anchor.values()) {
                double x = anchor == Anchor.START ? 20 : anchor == Anchor.END ? 480 : 250;

                int[] ink = inkColumns(
                        paint(500, 60, new Node.Text(x, 40, text, new TextStyle(size, Weight.REGULAR, BLACK), anchor)));

                double left = anchor == Anchor.START ? x : anchor == Anchor.END ? x - expected : x - expected / 2;
                double slack = expected * 0.08 + 2;
                assertThat(ink[1] - ink[0] + 1.0).as(anchor + " at " + size).isBetween(expected - slack, expected + 2);
                assertThat((double) ink[0]).as(anchor + " at " + size).isBetween(left - 2, left + slack);
            }
        }
    }

    @Test
    void turnedTextReadsUpwardsAndEndsAtItsAnchor() {
        TextStyle style = new TextStyle(20, Weight.MEDIUM, BLACK);
        int[] across = inkColumns(paint(200, 60, new Node.Text(180, 40, "HHHHH", style, Anchor.END)));
        ImageData upwards = paint(60, 200, new Node.Text(40, 20, "HHHHH", style, Anchor.END, -90));

        int[] columns = inkColumns(upwards);
        int[] rows = {200, -1};
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 60; x++) {
                if (rgb(upwards, x, y).red < 128) {
                    rows[0] = Math.min(rows[0], y);
                    rows[1] = Math.max(rows[1], y);
                }
            }
        }
        assertThat(rows[1] - rows[0]).isBetween(across[1] - across[0] - 3, across[1] - across[0] + 3);
        assertThat(rows[0]).isBetween(19, 24);
        assertThat(columns[1]).as("the baseline is at the right").isBetween(38, 41);
        assertThat(columns[0]).isBetween(23, 28);
    }

    @Test
    void textStandsOnItsBaseline() {
        ImageData picture =
                paint(200, 60, new Node.Text(10, 40, "HHH", new TextStyle(28, Weight.MEDIUM, BLACK), Anchor.START));

        int lowest = 0;
        int highest = 99;
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 200; x++) {
                if (rgb(picture, x, y).red < 128) {
                    lowest = Math.max(lowest, y);
                    highest = Math.min(highest, y);
                }
            }
        }
        assertThat(lowest).isBetween(38, 40);
        assertThat(lowest - highest + 1).as("cap height of Roboto is 0.711 em").isBetween(19, 21);
    }

    @Test
    void weightsAreReallyHeavier() {
        double regular = ink(Weight.REGULAR);
        double medium = ink(Weight.MEDIUM);
        double bold = ink(Weight.BOLD);

        assertThat(medium).isGreaterThan(regular * 1.05);
        assertThat(bold).isGreaterThan(medium * 1.05);
    }

    @Test
    void aThinRoundFrameIsOneOutlineWithoutSeams() {
        double c = 8 * (1 - 0.5522847498);
        PathData outline = PathData.builder()
                .move(12.5, 4.5)
                .line(52.5, 4.5)
                .curve(60.5 - c, 4.5, 60.5, 4.5 + c, 60.5, 12.5)
                .line(60.5, 32.5)
                .curve(60.5, 40.5 - c, 60.5 - c, 40.5, 52.5, 40.5)
                .line(12.5, 40.5)
                .curve(4.5 + c, 40.5, 4.5, 40.5 - c, 4.5, 32.5)
                .line(4.5, 12.5)
                .curve(4.5, 4.5 + c, 4.5 + c, 4.5, 12.5, 4.5)
                .close()
                .build();
        Stroke pale = Stroke.of(0x80000000, 1);

        ImageData frame = paint(65, 45, new Node.Rect(4.5, 4.5, 56, 36, 8, null, pale));

        assertThat(rgb(frame, 30, 4).red).as("it is there").isBetween(120, 135);
        assertAlike(frame, paint(65, 45, new Node.Path(outline, null, pale)), 24);
    }

    @Test
    void aCopyOfASceneHasItsPixelsAndOfAnotherSceneThose() {
        TextStyle style = new TextStyle(13, Weight.REGULAR, BLACK);
        Node card = new Node.Rect(0.5, 0.5, 99, 59, 8, Fill.of(0xFFF0F4FF), Stroke.of(RED, 1));
        Scene first = scene(100, 60, card, new Node.Text(10, 30, "Revenue 12.5k", style, Anchor.START));
        Scene second = scene(100, 60, card, new Node.Text(10, 30, "Revenue 98.7k", style, Anchor.START));
        SceneCopies copies = new SceneCopies();
        try {
            for (Scene shown : List.of(first, first, second, first)) {
                ImageData copied = draw(
                        140, 90, pen -> copies.paint(pen, "card", shown, new Rectangle(20, 10, 100, 60), 0xFFFFFFFF));
                ImageData drawn = draw(140, 90, pen -> shown.paint(new SwtSink(pen, 20, 10)));

                // The screen's server draws round things and letters a shade lighter or darker.
                assertAlike(copied, drawn, 64);
            }
        } finally {
            copies.release();
        }
    }

    /** @param off by how much a colour may differ */
    private static void assertAlike(ImageData one, ImageData other, int off) {
        for (int y = 0; y < one.height; y++) {
            for (int x = 0; x < one.width; x++) {
                assertThat(rgb(one, x, y).green)
                        .as("at " + x + ", " + y)
                        .isBetween(rgb(other, x, y).green - off, rgb(other, x, y).green + off);
            }
        }
    }

    private double ink(Weight weight) {
        ImageData picture = paint(
                400, 60, new Node.Text(10, 40, "Revenue 1234567", new TextStyle(28, weight, BLACK), Anchor.START));
        double sum = 0;
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 400; x++) {
                sum += 255 - rgb(picture, x, y).red;
            }
        }
        return sum;
    }

    private static int[] inkColumns(ImageData picture) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int x = 0; x < picture.width; x++) {
            for (int y = 0; y < picture.height; y++) {
                if (rgb(picture, x, y).red < 160) {
                    first = Math.min(first, x);
                    last = Math.max(last, x);
                }
            }
        }
        return new int[] {first, last};
    }

    @Test
    void whoHearsWhatIsWrittenHearsWhatOfItCannotBeRead() {
        Shell shell = new Shell(display);
        WrittenText heard = WrittenText.of(shell);
        draw(400, 200, pen -> {
            TextWitness witness = requireNonNull(pen.tellsWitnessOf(shell));
            pen.text(10, 20, "stands alone", 13, Weight.REGULAR, BLACK);
            pen.text(10, 60, "below", 13, Weight.REGULAR, BLACK);
            pen.text(20, 62, "above", 13, Weight.REGULAR, BLACK);
            pen.text(10, 100, pen.shorten("has little room", 13, Weight.REGULAR, 60), 13, Weight.REGULAR, BLACK);
            pen.push(0, 0);
            pen.clip(0, 120, 60, 30);
            pen.text(30, 140, "leaves its card", 13, Weight.REGULAR, BLACK);
            pen.text(2, 154, "sinks", 13, Weight.REGULAR, BLACK);
            pen.pop();
            witness.placed(List.of());
        });
        shell.dispose();

        assertThat(heard.lines()).contains("stands alone", "below", "above").hasSize(6);
        assertThat(heard.faults())
                .extracting(f -> f.trouble() + " " + f.text())
                .containsExactlyInAnyOrder(
                        "SHORTENED has little room", "CUT leaves its card", "CUT sinks", "OVERLAID below");
    }

    private ImageData paint(int width, int height, Node... nodes) {
        return draw(width, height, pen -> scene(width, height, nodes).paint(new SwtSink(pen, 0, 0)));
    }

    private static Scene scene(int width, int height, Node... nodes) {
        return new Scene(width, height, "test", "", Node.Group.at(0, 0, List.of(nodes)));
    }

    private ImageData draw(int width, int height, Consumer<Pen> drawing) {
        Image image = new Image(display, width, height);
        GC gc = new GC(image);
        try {
            drawing.accept(new Pen(gc, SwtResources.of(display), 1));
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static RGB rgb(ImageData data, int x, int y) {
        return data.palette.getRGB(data.getPixel(x, y));
    }
}
