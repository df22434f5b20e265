package org.clientele.platform.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientele.platform.runtime.CellFault;
import org.clientele.platform.runtime.MendedRow;
import org.clientele.platform.runtime.RejectedRows;
import org.junit.jupiter.api.Test;

class MendModelTest {
    private final MendModel model = new MendModel(new RejectedRows(
            7,
            "lines.csv",
            "v1",
            List.of("order", "quantity", "note"),
            List.of(
                    row(0, 4, "quantity", "\"many\" is no number", List.of("A1", "many", ""), 1),
                    row(1, 9, "", "The row has 2 columns", List.of("A2", "3"), -1)),
            null));

    private static RejectedRows.Row row(
            int number, long line, String column, String reason, List<String> cells, int bad) {
        return new RejectedRows.Row(number, line, column, "code", reason, "text", cells, bad >= 0, bad);
    }

    @Test
    void rowsAreShownWithLineReasonAndAllTheirColumns() {
        assertThat(model.headers()).containsExactly("Line", "What is wrong", "order", "quantity", "note");
        assertThat(model.rows().get(0)).containsExactly("4", "\"many\" is no number", "A1", "many", "");
        assertThat(model.rows().get(1)).as("what the line lacks is empty").endsWith("A2", "3", "");
        assertThat(model.bad(0, 3)).isTrue();
        assertThat(model.bad(0, 2)).isFalse();
        assertThat(model.fault(0)).isEqualTo(3);
        assertThat(model.fault(1)).as("the line as a whole").isEqualTo(-1);
        assertThat(model.editable(1)).isFalse();
        assertThat(model.editable(2)).isTrue();
    }

    @Test
    void aRowIsReadyOnceItIsChangedAndJudgedFree() {
        List<String> cells = model.put(0, 3, "12");
        assertThat(model.ready()).as("not judged yet").isEmpty();

        model.judged(0, cells, List.of());

        assertThat(model.ready()).containsExactly(new MendedRow(0, List.of("A1", "12", "")));
        assertThat(model.bad(0, 3)).isFalse();
    }

    @Test
    void aNewFaultIsMarkedAndAJudgementOfAnOlderStateDoesNotCount() {
        List<String> first = model.put(0, 3, "12");
        List<String> second = model.put(0, 2, "");
        model.judged(0, first, List.of());
        assertThat(model.ready()).isEmpty();

        model.judged(0, second, List.of(new CellFault(0, "empty-key", "The order is empty")));

        assertThat(model.ready()).isEmpty();
        assertThat(model.bad(0, 2)).isTrue();
        assertThat(model.bad(0, 3)).isFalse();
        assertThat(model.sentence(0)).isEqualTo("The order is empty");
    }
}
