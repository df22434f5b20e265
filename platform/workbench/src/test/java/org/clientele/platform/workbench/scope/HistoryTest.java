package org.clientele.platform.workbench.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A hundred steps back and forth, whatever they were. */
class HistoryTest {
    private final History history = new History();
    private int now;

    private void step(String deed, String once) {
        int before = now;
        int after = ++now;
        history.did(deed, once, () -> now = before, () -> now = after);
    }

    @Test
    void theLastHundredStepsAreTakenBackAndDoneAgainInOrder() {
        for (int i = 0; i < 130; i++) {
            step("step", "");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(history.undo()).isTrue();
            assertThat(now).isEqualTo(129 - i);
        }
        assertThat(history.undo()).as("a hundred and first").isFalse();
        assertThat(now).isEqualTo(30);
        for (int i = 0; i < 100; i++) {
            assertThat(history.redo()).isTrue();
            assertThat(now).isEqualTo(31 + i);
        }
        assertThat(history.redo()).isFalse();
    }

    @Test
    void theStepsOfOneDragAreOneAndAnotherDeedBeginsAnew() {
        step("choose", "drag");
        step("choose", "drag");
        step("filter", "drag");
        history.undo();
        assertThat(now).isEqualTo(2);
        history.undo();
        assertThat(now).isZero();
        assertThat(history.redoable()).contains("choose");
        step("sort", "");
        assertThat(history.redo())
                .as("what was undone is gone once something else was done")
                .isFalse();
    }
}
