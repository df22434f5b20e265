package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.FileFormat;
import org.clientele.platform.workbench.Saving.Answer;
import org.clientele.platform.workbench.Saving.Question;
import org.clientele.platform.workbench.frame.Toast.Tone;
import org.clientele.platform.workbench.page.DashboardPage;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;

/** What is on show leaves the window as files and by the clipboard. */
class ExportOnScreenTest extends SampleOnScreen {
    private final List<Question> questions = new ArrayList<>();

    /** In the place of the system's dialog, which is another program's on some desktops. */
    private void answer(String file, FileFormat format) {
        window.saving().asker(question -> {
            questions.add(question);
            return Optional.of(new Answer(temporary.resolve(file), format));
        });
    }

    private void awaitSaved(String name) {
        await(name, () -> window.frame().toast().notice() != null);
        assertThat(window.frame().toast().notice().title()).isEqualTo("Saved " + name);
        assertThat(window.frame().toast().notice().tone()).isEqualTo(Tone.GOOD);
        window.frame().toast().hide();
    }

    private static String start(Path file) throws IOException {
        return new String(Files.readAllBytes(file), 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** Opens the menu of the third card and chooses an entry by its underlined letter. */
    private void choose(DashboardPage page, int... letters) {
        page.control().forceFocus();
        page.reach("by-month");
        settle();
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        settle();
        for (int letter : letters) {
            hands.key(letter);
            settle();
        }
    }

    @Test
    void theDashboardInFrontIsSavedByItsShortcutAndTheNextDialogOffersTheSameAgain() throws IOException {
        dashboard(OVERVIEW);
        answer("page.xlsx", FileFormat.XLSX);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_E);
        awaitSaved("page.xlsx");
        assertThat(start(temporary.resolve("page.xlsx"))).isEqualTo("PK\u0003\u0004");
        assertThat(questions.get(0).format()).isEqualTo(FileFormat.XLSX);
        assertThat(questions.get(0).name()).endsWith(".xlsx");

        answer("page", FileFormat.HTML);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_E);
        awaitSaved("page.html");
        assertThat(Files.readString(temporary.resolve("page.html"))).startsWith("<!DOCTYPE html>");

        answer("again.html", FileFormat.HTML);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_E);
        awaitSaved("again.html");
        Question last = questions.get(2);
        assertThat(last.format()).isEqualTo(FileFormat.HTML);
        assertThat(last.folder()).isEqualTo(temporary.toString());
    }

    @Test
    void aCardIsSavedFromItsMenu() throws IOException {
        DashboardPage page = dashboard(OVERVIEW);
        answer("card.csv", FileFormat.CSV);
        choose(page, KeyEvent.VK_X);
        awaitSaved("card.csv");
        assertThat(Files.readString(temporary.resolve("card.csv"))).startsWith("\uFEFF\"Month\"");
        assertThat(Files.readString(temporary.resolve("card-about.txt"))).startsWith("About card.csv");
        assertThat(questions.get(0).formats()).contains(FileFormat.CSV).doesNotContain(FileFormat.ZIP);
        assertThat(questions.get(0).name()).isEqualTo("revenue-by-month.xlsx");

        answer("card.pdf", FileFormat.PDF);
        choose(page, KeyEvent.VK_X);
        awaitSaved("card.pdf");
        assertThat(start(temporary.resolve("card.pdf"))).isEqualTo("%PDF");
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInWords() throws IOException {
        dashboard(OVERVIEW);
        Files.writeString(temporary.resolve("file"), "not a folder");
        answer("file/page.png", FileFormat.PNG);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_E);
        await("the notice", () -> window.frame().toast().notice() != null);
        assertThat(window.frame().toast().notice().tone()).isEqualTo(Tone.BAD);
        assertThat(window.frame().toast().notice().title()).isEqualTo("page.png was not saved");
        assertThat(window.frame().toast().notice().text()).contains("Cannot write");
    }

    @Test
    void whatIsCopiedSaysWhoseDataItIsAndHowOld() {
        DashboardPage page = dashboard(OVERVIEW);
        choose(page, KeyEvent.VK_O, KeyEvent.VK_A);
        await("the table", () -> window.frame().status().message().contains("as a table"));
        Clipboard clipboard = new Clipboard(display);
        try {
            String text = (String) clipboard.getContents(TextTransfer.getInstance());
            assertThat(text).startsWith("Month\t").contains("\nWorkspace\t").contains("\nData as of\t");
            choose(page, KeyEvent.VK_O, KeyEvent.VK_I);
            await("the picture", () -> window.frame().status().message().contains("a picture"));
            ImageData picture = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
            assertThat(picture.height).isGreaterThan(2 * bounds(page, "by-month").height);
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void theEndingOrTheListSaysTheFormatWhicheverWasChosen() {
        List<FileFormat> formats = List.of(FileFormat.XLSX, FileFormat.CSV, FileFormat.PDF);
        Question question = new Question("T", "", "t.xlsx", formats, FileFormat.XLSX);
        assertThat(chosen(question, "t.xlsx", FileFormat.XLSX)).isEqualTo("t.xlsx");
        assertThat(chosen(question, "t.xlsx", FileFormat.PDF)).isEqualTo("t.pdf");
        assertThat(chosen(question, "t.csv", FileFormat.XLSX)).isEqualTo("t.csv");
        assertThat(chosen(question, "t.csv", FileFormat.PDF)).isEqualTo("t.csv");
        assertThat(chosen(question, "t", FileFormat.PDF)).isEqualTo("t.pdf");
        assertThat(chosen(question, "v1.2", FileFormat.XLSX)).isEqualTo("v1.2.xlsx");
        assertThat(chosen(question, "t.svg", FileFormat.XLSX)).isEqualTo("t.svg.xlsx");
    }

    private static String chosen(Question question, String name, FileFormat format) {
        Answer answer = new Answer(Path.of(name), format);
        return Saving.file(answer.file(), question, Saving.format(question, answer))
                .toString();
    }
}
