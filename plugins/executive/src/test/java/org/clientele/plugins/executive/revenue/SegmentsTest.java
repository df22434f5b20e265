package org.clientele.plugins.executive.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.testkit.PluginWorkspace;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final CancelSignal NEVER = CancelSignal.create();
    private static final LocalDateTime DAY = LocalDateTime.of(2024, 3, 1, 12, 0);

    private static Column texts(String name, String... values) {
        Column.Builder column = Column.builder(ColumnSpec.of(name, ColumnType.TEXT));
        for (String v : values) {
            column.addText(v);
        }
        return column.build();
    }

    private static Column days(String name, int... after) {
        Column.Builder column = Column.builder(ColumnSpec.of(name, ColumnType.TIMESTAMP));
        for (int a : after) {
            column.add(DAY.plusDays(a));
        }
        return column.build();
    }

    private static Column numbers(String name, double... values) {
        Column.Builder column = Column.builder(ColumnSpec.of(name, ColumnType.DOUBLE));
        for (double v : values) {
            column.addDouble(v);
        }
        return column.build();
    }

    private static Frame split(PluginWorkspace workspace) {
        return workspace
                .session()
                .analyse(
                        AnalysisCall.of("clientele.executive/contribution").with("dimension", "segment"),
                        Period.all(),
                        List.of(),
                        Progress.NONE,
                        NEVER);
    }

    private static double now(Frame split, int row) {
        return split.column("now").doubleAt(row);
    }

    private static Frame lines() {
        return Frame.of(
                texts("order_id", "1", "2", "3", "4"),
                texts("customer_id", "a", "b", "c", "d"),
                days("ordered_at", 0, 1, 2, 3),
                numbers("quantity", 1, 1, 1, 1),
                numbers("unit_price", 10, 20, 40, 80));
    }

    @Test
    void revenueIsSplitByTheLastSegmentOfTheLargestSegmentation() {
        try (PluginWorkspace workspace = PluginWorkspace.empty()) {
            workspace.session().imports().load("Orders", "orders 1", NEVER, sink -> {
                sink.rows("order_line", lines());
                sink.rows(
                        "segment_membership",
                        Frame.of(
                                texts("segmentation", "value", "value", "value", "value", "age"),
                                texts("segment", "high", "low", "low", "high", "old"),
                                texts("customer_id", "a", "a", "b", "c", "a"),
                                days("assigned_at", 0, 5, 0, 0, 9)));
            });
            Frame split = split(workspace);
            assertThat(split.column("segment").textAt(0)).isEqualTo("high");
            assertThat(now(split, 0)).isEqualTo(40);
            assertThat(split.column("segment").textAt(1)).isEqualTo("low");
            assertThat(now(split, 1)).isEqualTo(30);
            // d is a member of none, and the parts are the whole.
            assertThat(split.column("segment").isNull(2)).isTrue();
            assertThat(now(split, 2)).isEqualTo(80);
        }
    }

    @Test
    void withoutSegmentsThatIsSaid() {
        try (PluginWorkspace workspace = PluginWorkspace.empty()) {
            workspace.session().imports().load("Orders", "orders 1", NEVER, sink -> sink.rows("order_line", lines()));
            assertThatThrownBy(() -> split(workspace))
                    .hasMessageContaining("No order line in this period has a segment");
        }
    }
}
