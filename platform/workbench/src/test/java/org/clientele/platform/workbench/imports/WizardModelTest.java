package org.clientele.platform.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportProposal;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.ProposedTable;
import org.junit.jupiter.api.Test;

class WizardModelTest {
    private final WizardModel model = new WizardModel();

    private void proposed(String... files) {
        model.add(List.of(files).stream().map(f -> Path.of("/data", f)).toList());
        model.proposed(Proposals.of(List.of(files).stream()
                .map(Proposals::lines)
                .toArray(org.clientele.platform.runtime.ProposedTable[]::new)));
    }

    @Test
    void nothingButTheFilesCanBeSeenBeforeTheyAreRead() {
        model.add(List.of(Path.of("/data/a.csv")));

        assertThat(model.reachable(Step.COLUMNS)).isFalse();
        assertThat(model.obstacle()).isNotEmpty();
        model.proposed(Proposals.of(Proposals.known("a.csv")));
        assertThat(model.reachable(Step.COLUMNS)).isTrue();
        assertThat(model.obstacle()).isEmpty();
        assertThat(model.allClear()).isTrue();
    }

    @Test
    void aDoubtfulColumnIsCountedUntilItIsChosen() {
        proposed("a.csv");
        assertThat(model.doubts()).isEqualTo(1);
        assertThat(model.allClear()).isFalse();

        model.changeTable(t -> TableMapping.map(t, 2, "quantity"));

        assertThat(model.doubts()).isZero();
        assertThat(model.allClear()).isTrue();
    }

    @Test
    void aMissingColumnKeepsTheImportBackUntilItsTableIsLeftOut() {
        proposed("a.csv", "b.csv");
        model.choose(1);
        model.changeTable(t -> TableMapping.keep(t, 0));
        assertThat(model.obstacle()).contains("b.csv").contains("Order");

        model.changeTable(t -> t.include(false));

        assertThat(model.obstacle()).isEmpty();
        model.change(p -> p.with(0, p.tables().get(0).include(false)));
        assertThat(model.obstacle()).isNotEmpty();
    }

    @Test
    void everyChangeCanBeTakenBackAndDoneAgain() {
        proposed("a.csv", "b.csv");
        Random random = new Random(7);
        java.util.ArrayList<ImportProposal> history = new java.util.ArrayList<>(List.of(model.proposal()));
        for (int i = 0; i < 60; i++) {
            switch (random.nextInt(5)) {
                case 0 -> model.choose(random.nextInt(2));
                case 1 -> model.changeTable(t -> TableMapping.keep(t, random.nextInt(4)));
                case 2 -> model.change(p -> p.as(ImportMode.values()[random.nextInt(3)]));
                case 3 -> model.changeTable(t -> TableMapping.map(t, random.nextInt(4), "description"));
                default -> model.changeTable(t -> t.include(random.nextBoolean()));
            }
            if (!model.proposal().equals(history.get(history.size() - 1))) {
                history.add(model.proposal());
            }
        }
        assertThat(history).hasSizeGreaterThan(10);

        for (int i = history.size() - 2; i >= 0; i--) {
            model.undo();
            assertThat(model.proposal()).isEqualTo(history.get(i));
        }
        assertThat(model.canUndo()).isFalse();
        for (int i = 1; i < history.size(); i++) {
            model.redo();
            assertThat(model.proposal()).isEqualTo(history.get(i));
        }
        assertThat(model.canRedo()).isFalse();
    }

    @Test
    void aTrialCountsOnlyForWhatWasTried() {
        proposed("a.csv");
        ImportProposal tried = model.proposal();
        model.tried(tried, new ImportReply(List.of()));
        assertThat(model.trial()).isNotNull();

        model.change(p -> p.as(ImportMode.REPLACE));

        assertThat(model.trial()).isNull();
        model.tried(tried, new ImportReply(List.of()));
        assertThat(model.trial()).isNull();
    }

    @Test
    void moreFilesKeepWhatWasChangedOfTheFirst() {
        proposed("a.csv");
        model.changeTable(t -> TableMapping.map(t, 3, "description"));

        model.add(List.of(Path.of("/data/b.csv")));
        model.proposed(Proposals.of(Proposals.lines("a.csv"), Proposals.lines("b.csv")));

        assertThat(model.proposal().tables().get(0).recipe().columns()).containsEntry("description", "Bemerkung");
        assertThat(model.proposal().tables()).hasSize(2);
    }

    @Test
    void aFileThatIsTakenOutGoesWithItsTables() {
        proposed("a.csv", "b.csv");
        model.choose(1);

        model.remove(Path.of("/data/b.csv"));

        assertThat(model.files()).containsExactly(Path.of("/data/a.csv"));
        assertThat(model.proposal().tables()).hasSize(1);
        assertThat(model.table()).isPresent();
        assertThat(model.canUndo()).isFalse();
        model.remove(Path.of("/data/a.csv"));
        assertThat(model.step()).isEqualTo(Step.FILES);
    }

    @Test
    void theNextFilesAfterAnImportBeginAnew() {
        proposed("a.csv");
        model.imported(new ImportReply(List.of()));
        assertThat(model.step()).isEqualTo(Step.DONE);
        assertThat(model.reachable(Step.COLUMNS)).isFalse();

        model.add(List.of(Path.of("/data/b.csv")));

        assertThat(model.step()).isEqualTo(Step.FILES);
        assertThat(model.files()).containsExactly(Path.of("/data/b.csv"));
        assertThat(model.result()).isNull();
    }

    @Test
    void aFileThatFitsNothingWaitsToBeSentSomewhereAndIsNoFailure() {
        Path file = Path.of("/data/strange.csv");
        ProposedTable strange = Proposals.strange("strange.csv");
        model.add(List.of(file));
        model.proposed(new ImportProposal(
                List.of(strange),
                List.of(),
                List.of(Proposals.failed(file), Proposals.failed(Path.of("/data/empty.csv"))),
                ImportMode.APPEND));

        assertThat(model.unreadable())
                .extracting(f -> f.file().getFileName().toString())
                .containsExactly("empty.csv");
        assertThat(model.included()).isEmpty();
        assertThat(model.strange()).hasSize(1);
        assertThat(model.obstacle()).contains("strange.csv");

        ProposedTable sent = Proposals.lines("strange.csv");
        model.change(p -> p.with(0, sent));
        assertThat(model.strange()).isEmpty();
        assertThat(model.obstacle()).isEmpty();
    }
}
