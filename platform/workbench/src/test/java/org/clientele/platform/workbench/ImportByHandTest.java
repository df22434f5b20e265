package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.JobView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.imports.ImportsPage;
import org.clientele.platform.workbench.imports.Step;
import org.clientele.platform.workbench.imports.Wizard;
import org.clientele.platform.workbench.imports.WizardModel;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

/** What a person decides in the wizard where the program cannot, and what others do meanwhile. */
class ImportByHandTest extends WizardOnScreen {
    @Test
    void aFileThatFitsNothingIsSentToATableAndMappedByHand() throws Exception {
        Path strange = temporary.resolve("strange.csv");
        Files.writeString(strange, "zug,blip,wump\nA1,2026-03-01,7\nA2,2026-03-02,1\n");
        drop(strange);
        Wizard wizard = settled();
        assertThat(wizard.model().obstacle()).contains("strange.csv");
        assertThat(wizard.model().unreadable()).isEmpty();

        click(wizard, "file:to:0");
        choose(3);
        await("the columns", () -> wizard.model().step() == Step.COLUMNS);
        assertThat(wizard.model().proposal().tables().get(0).recipe().entity()).isEqualTo("order_line");
        await("the columns drawn", () -> wizard.place("col:0").isPresent());
        click(wizard, "col:0");
        choose(1);
        await(
                "the order",
                () -> "zug"
                        .equals(wizard.model()
                                .proposal()
                                .tables()
                                .get(0)
                                .recipe()
                                .columns()
                                .get("order_id")));
        click(wizard, "import");
        await("the result", () -> wizard.model().result() != null);

        assertThat(totals(wizard.model().result())).isEqualTo(new WizardModel.Totals(2, 2, 0, 0, 0));
    }

    @Test
    void theHeaderRowOfASheetIsChosenAmongItsFirstRows() throws Exception {
        Path book = temporary.resolve("shop.xlsx");
        Book.write(
                book,
                "Sales",
                List.of(
                        List.of("order_id", "ordered_at", "quantity"),
                        List.of("number", "day", "pieces"),
                        List.of("A1", "2026-01-01", "2"),
                        List.of("A2", "2026-01-02", "3")),
                "Remarks",
                List.of(List.of("who", "what"), List.of("Anna", "look again")));
        drop(book);
        Wizard wizard = settled();
        assertThat(wizard.model().proposal().tables())
                .as("a sheet that fits nothing is shown, and left out")
                .extracting(t -> t.included())
                .containsExactly(true, false);

        boolean[] listed = {false};
        Listener shown = e -> listed[0] |= e.widget instanceof Menu;
        display.addFilter(SWT.Show, shown);
        click(wizard, "file:names:0");
        await("the list of rows", () -> listed[0]);
        display.removeFilter(SWT.Show, shown);
        settle();
        choose(2);
        await(
                "the second row",
                () -> wizard.model().proposal().tables().get(0).reading().headerRow() == 2);

        assertThat(wizard.model().proposal().tables().get(0).headers()).containsExactly("number", "day", "pieces");
    }

    @Test
    void anImportThatAnotherCommandAskedForIsShownCanBeStoppedAndIsSeenWhenItIsThere() throws Exception {
        Path many = known("many.csv", 1_500_000);
        Workspace held = window.desk().workspace().orElseThrow().workspace();
        CompletableFuture<ImportReply> served = CompletableFuture.supplyAsync(() -> served(held, many));
        await("the job", () -> !window.frame().status().jobs().isEmpty());
        JobView job = window.frame().status().jobs().get(0);
        assertThat(job.title()).isEqualTo("Import many.csv");
        await(
                "rows a second",
                () -> window.frame().status().jobs().stream()
                        .anyMatch(j -> window.frame().status().told(j).contains("rows/s")));
        click(window.frame().status(), "cancel:" + job.id());
        await("the end", () -> window.frame().status().jobs().isEmpty());
        await("the answer", served::isDone);
        assertThat(served).isCompletedExceptionally();

        CompletableFuture<ImportReply> second =
                CompletableFuture.supplyAsync(() -> served(held, uncheckedKnown("few.csv", 3)));
        await("the second answer", second::isDone);
        await(
                "the window knows of it",
                () -> window.desk()
                                .workspace()
                                .orElseThrow()
                                .contents()
                                .status()
                                .orderLines()
                        == 3);
    }

    @Test
    void anUndoIsAskedForByKeyAndSaysWhatGoesAndWhatComesBack() throws Exception {
        drop(known("old.csv", 3));
        Wizard wizard = settled();
        click(wizard, "import");
        await("the result", () -> wizard.model().result() != null);
        Path fresh = temporary.resolve("new.csv");
        Files.writeString(fresh, HEADER + line(9, "6"));
        drop(fresh);
        await("the next file", () -> wizard.settled() && wizard.model().result() == null);
        wizard.go(Step.CHECK);
        click(wizard, "mode:REPLACE");
        click(wizard, "import");
        await("the second result", () -> wizard.model().result() != null);

        window.desk().showImports();
        awaitFront(ImportsPage.ID);
        ImportsPage page = (ImportsPage) front();
        await("the list", () -> page.shown().size() == 2);
        long id = page.shown().get(0).id();
        await("the row", () -> page.place("import:" + id).isPresent());
        page.control().forceFocus();
        for (int i = 0; i < 30 && !page.focused().equals(Optional.of("import:" + id)); i++) {
            hands.key(KeyEvent.VK_TAB);
            settle();
        }
        hands.key(KeyEvent.VK_DELETE);
        Shell sheet = sheet();

        assertThat(sheet.getText()).isEqualTo("Undo the import of new.csv?");
        sheet.close();
    }

    /** Chooses an entry of the list that just opened, from 1. */
    private void choose(int entry) {
        for (int i = 0; i < entry; i++) {
            hands.key(KeyEvent.VK_DOWN);
        }
        hands.key(KeyEvent.VK_ENTER);
    }

    /** What a command of another process does in the one that holds the workspace. */
    private static ImportReply served(Workspace held, Path file) {
        try (Session session = held.session(Subject.local(), Policy.allowAll())) {
            return session.imports()
                    .run(
                            new ImportCommand(List.of(file), "", "", ImportMode.APPEND),
                            Progress.NONE,
                            CancelSignal.create());
        }
    }

    private Path uncheckedKnown(String name, int rows) {
        try {
            return known(name, rows);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
