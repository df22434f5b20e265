package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.workbench.imports.ImportsPage;
import org.clientele.platform.workbench.imports.MendPage;
import org.clientele.platform.workbench.imports.Step;
import org.clientele.platform.workbench.imports.Wizard;
import org.clientele.platform.workbench.imports.WizardModel;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

/** Drives the wizard and the list of imports in the real window, on a real workspace. */
class ImportWizardTest extends WizardOnScreen {
    @Test
    void aDroppedFileOfAKnownKindIsInWithOneKey() throws Exception {
        Path file = known("lines.csv", 3);

        drop(file);
        Wizard wizard = settled();
        assertThat(wizard.model().step()).isEqualTo(Step.FILES);
        assertThat(wizard.model().allClear()).as("a known kind raises no doubt").isTrue();
        wizard.control().forceFocus();
        hands.key(KeyEvent.VK_ENTER);
        await("the result", () -> wizard.model().result() != null);

        assertThat(totals(wizard.model().result())).isEqualTo(new WizardModel.Totals(3, 3, 0, 0, 0));
    }

    @Test
    void everyStepIsReachedATrialChangesNothingAndAnUndoTakesTheImportBack() throws Exception {
        Path file = temporary.resolve("lines.csv");
        Files.writeString(file, HEADER + line(1, "6") + line(2, "many") + line(3, "2"));
        window.desk().importFiles(List.of(file));
        Wizard wizard = settled();

        click(wizard, "next");
        await("reading", () -> wizard.model().step() == Step.READING);
        click(wizard, "next");
        await("columns", () -> wizard.model().step() == Step.COLUMNS);
        click(wizard, "step:CHECK");
        await("the trial", () -> wizard.model().trial() != null);
        assertThat(totals(wizard.model().trial())).isEqualTo(new WizardModel.Totals(3, 2, 1, 0, 0));
        await("the rejected line", () -> wizard.place("reject:0").isPresent());
        assertThat(wizard.model().trial().files().get(0).firstRejects())
                .as("where it stands and why")
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.line()).isEqualTo(3);
                    assertThat(r.column()).isEqualTo("Quantity");
                });
        assertThat(window.desk().workspace().orElseThrow().contents().status().isEmpty())
                .as("nothing stays of a trial")
                .isTrue();

        click(wizard, "import");
        await("the result", () -> wizard.model().result() != null);
        assertThat(totals(wizard.model().result())).isEqualTo(new WizardModel.Totals(3, 2, 1, 0, 0));

        click(wizard, "done:undo");
        Shell sheet = sheet();
        sheet.forceActive();
        await(
                "the keyboard in the sheet",
                () -> display.getFocusControl() != null
                        && display.getFocusControl().getShell() == sheet);
        painted(sheet);
        hands.key(KeyEvent.VK_TAB);
        hands.key(KeyEvent.VK_ENTER);
        await("the sheet gone", sheet::isDisposed);
        await("the undo", () -> wizard.place("done:undo").isEmpty());

        click(window.frame().navigation(), "nav:imports");
        awaitFront(ImportsPage.ID);
        ImportsPage page = (ImportsPage) front();
        await("the list", () -> page.shown().stream().anyMatch(v -> v.state() == ImportView.State.UNDONE));
    }

    @Test
    void aMappingIsChangedByHandAndTakenBackByKey() throws Exception {
        drop(known("lines.csv", 2));
        Wizard wizard = settled();
        wizard.go(Step.COLUMNS);
        String before =
                wizard.model().proposal().tables().get(0).recipe().columns().get("description");

        click(wizard, "col:0");
        hands.key(KeyEvent.VK_END);
        hands.key(KeyEvent.VK_UP);
        hands.key(KeyEvent.VK_ENTER);
        await("the order kept as an attribute", () -> !wizard.model().obstacle().isEmpty());
        wizard.control().forceFocus();
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        await("taken back", () -> wizard.model().obstacle().isEmpty());

        assertThat(before).isEqualTo("Description");
        assertThat(wizard.model().canRedo()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsToldAndDoesNotKeepTheOthersOut() throws Exception {
        Path empty = Files.createFile(temporary.resolve("empty.csv"));

        drop(known("lines.csv", 2), empty);
        Wizard wizard = settled();

        assertThat(wizard.model().proposal().unreadable()).hasSize(1);
        assertThat(wizard.model().proposal().tables()).hasSize(1);
        assertThat(wizard.model().obstacle()).isEmpty();
        assertThat(wizard.model().allClear()).isFalse();
    }

    @Test
    void anImportThatIsCancelledEndsWithinASecondAndLeavesNothing() throws Exception {
        drop(known("many.csv", 1_500_000));
        Wizard wizard = settled();
        click(wizard, "import");
        await("the import", () -> wizard.place("run:cancel").isPresent());

        click(wizard, "run:cancel");
        long asked = System.nanoTime();
        await("the end", () -> !wizard.busy());

        assertThat((System.nanoTime() - asked) / 1e9).isLessThan(1);
        assertThat(wizard.model().result()).isNull();
        assertThat(window.frame().toast().notice())
                .as("she knows what she did: nothing failed")
                .isNull();
        assertThat(window.desk().workspace().orElseThrow().contents().status().isEmpty())
                .isTrue();
    }

    @Test
    void whoLeavesThePageHearsOfTheEnd() throws Exception {
        drop(known("many.csv", 200_000));
        Wizard wizard = settled();
        click(wizard, "import");
        window.desk().showImports();
        awaitFront(ImportsPage.ID);

        await("the notice", () -> window.frame().toast().notice() != null);

        assertThat(window.frame().toast().notice().text()).contains("200,000 rows read");
        ImportsPage page = (ImportsPage) front();
        await("the list", () -> page.shown().stream().anyMatch(v -> v.state() == ImportView.State.LOADED));
    }

    @Test
    void aRejectedRowIsMendedInTheTableAndLoaded() throws Exception {
        Path file = temporary.resolve("lines.csv");
        Files.writeString(file, HEADER + line(1, "6") + line(2, "many"));
        drop(file);
        Wizard wizard = settled();
        click(wizard, "import");
        await("the result", () -> wizard.model().result() != null);
        click(wizard, "done:mend");
        await("the rejected rows", () -> front() instanceof MendPage && front().settled());
        MendPage page = (MendPage) front();

        click(page, "cell:0:1");
        await("the keyboard at the cell that is wrong", () -> page.focused().equals(Optional.of("cell:0:5")));
        click(page, "cell:0:5");
        await("the editor", () -> page.control().getChildren().length == 1);
        hands.key(KeyEvent.VK_1);
        hands.key(KeyEvent.VK_2);
        hands.key(KeyEvent.VK_ENTER);
        click(page, "mend:load");
        await("nothing left", () -> page.place("cell:0:5").isEmpty());

        await(
                "both lines",
                () -> window.desk()
                                .workspace()
                                .orElseThrow()
                                .contents()
                                .status()
                                .orderLines()
                        == 2);
    }

    @Test
    void stepsAreGoneThroughByKey() throws Exception {
        drop(known("lines.csv", 2));
        Wizard wizard = settled();
        wizard.control().forceFocus();

        hands.key(KeyEvent.VK_ALT, KeyEvent.VK_RIGHT);
        await("reading", () -> wizard.model().step() == Step.READING);
        hands.key(KeyEvent.VK_ALT, KeyEvent.VK_RIGHT);
        await("columns", () -> wizard.model().step() == Step.COLUMNS);
        hands.key(KeyEvent.VK_ALT, KeyEvent.VK_LEFT);
        await("reading again", () -> wizard.model().step() == Step.READING);
        hands.escape();
        await("files", () -> wizard.model().step() == Step.FILES);
    }
}
