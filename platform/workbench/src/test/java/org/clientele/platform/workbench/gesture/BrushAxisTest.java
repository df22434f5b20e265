package org.clientele.platform.workbench.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.workbench.gesture.BrushAxis.Reach;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrushAxisTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    /** Marks of ten pixels side by side from 100 on, within a field for ranges. */
    private static Scene scene(String column, List<@Nullable String> members) {
        List<Node> marks = new ArrayList<>();
        marks.add(new Node.Rect(100, 0, members.size() * 10.0, 50, 0, null, null));
        for (int i = 0; i < members.size(); i++) {
            Map<String, @Nullable String> one = new HashMap<>();
            one.put(column, members.get(i));
            Node rect = new Node.Rect(100 + i * 10.0, 0, 10, 50, 0, null, null);
            marks.add(Node.Group.of("mark-" + i, new Datum("mark " + i, List.of(), one), List.of(rect)));
        }
        Gesture range = new Gesture(Gesture.Kind.RANGE_X, "x.range", "0..1");
        Node.Group field = new Node.Group("range", 0, 0, null, null, range, marks);
        return new Scene(400, 50, "", "", Node.Group.at(0, 0, List.of(field)));
    }

    private static BrushAxis days(int days, int everyOther) {
        Column.Builder column = Column.builder(ColumnSpec.of("day", ColumnType.DATE));
        List<@Nullable String> shown = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            column.add(FIRST.plusDays(i));
            if (i % everyOther == 0) {
                shown.add(FIRST.plusDays(i).toString());
            }
        }
        return BrushAxis.of(scene("day", shown), column.build(), "day").get(0);
    }

    private static BrushAxis countries(@Nullable String... members) {
        Column.Builder column = Column.builder(ColumnSpec.of("place", ColumnType.TEXT));
        Arrays.stream(members).forEach(column::add);
        return BrushAxis.of(scene("place", Arrays.asList(members)), column.build(), "country")
                .get(0);
    }

    @Test
    void daysAreARangeToTheLastOneThatTheLastMarkStandsFor() {
        assertThat(days(10, 1).filter(new Reach(2, 4))).isEqualTo(Filter.between("day", "2024-01-03", "2024-01-05"));
        assertThat(days(10, 3).filter(new Reach(1, 2))).isEqualTo(Filter.between("day", "2024-01-04", "2024-01-09"));
        assertThat(days(10, 3).filter(new Reach(1, 3))).isEqualTo(Filter.between("day", "2024-01-04", "2024-01-10"));
    }

    @Test
    void namesAreMembersTheUnknownOneAmongThem() {
        assertThat(countries("Spain", "France", null).filter(new Reach(1, 2)))
                .isEqualTo(new Filter.Members("country", Arrays.asList("France", null), false));
    }

    @Test
    void whatWasPickedIsFoundAgainAndNothingElse() {
        BrushAxis axis = days(10, 3);
        for (Reach reach : List.of(new Reach(0, 0), new Reach(1, 2), new Reach(0, 3))) {
            assertThat(axis.reach(List.of(axis.filter(reach)), false)).contains(reach);
        }
        BrushAxis names = countries("Spain", "France", null);
        assertThat(names.reach(List.of(names.filter(new Reach(0, 1))), false)).contains(new Reach(0, 1));
        assertThat(names.reach(List.of(names.filter(new Reach(2, 2))), false))
                .as("a mark")
                .isEmpty();
        assertThat(names.reach(List.of(names.filter(new Reach(2, 2))), true)).contains(new Reach(2, 2));
        assertThat(names.reach(List.of(new Filter.Members("country", Arrays.asList("Spain", null), false)), true))
                .as("apart")
                .isEmpty();
        assertThat(names.reach(List.of(Filter.in("product", "P1")), true)).isEmpty();
    }

    @Test
    void anEdgeIsDraggedOnItsOwnTheMiddleMovesAllAndElsewhereARangeBegins() {
        BrushAxis axis = days(10, 1);
        Reach shown = new Reach(2, 4);
        assertThat(grip(axis, 122, shown).to(axis, 101)).isEqualTo(new Reach(0, 4));
        assertThat(grip(axis, 148, shown).to(axis, 105))
                .as("past the other end")
                .isEqualTo(new Reach(0, 2));
        assertThat(grip(axis, 135, shown).to(axis, 155)).isEqualTo(new Reach(4, 6));
        assertThat(grip(axis, 135, shown).to(axis, 999)).as("no further").isEqualTo(new Reach(7, 9));
        assertThat(grip(axis, 175, shown).to(axis, 185)).isEqualTo(new Reach(7, 8));
        assertThat(BrushGrip.at(axis, 175, shown, false)).as("zoomed").isNull();
        assertThat(BrushGrip.at(axis, 121, shown, false)).as("zoomed").isNotNull();
    }

    private static BrushGrip grip(BrushAxis axis, double at, Reach shown) {
        return java.util.Objects.requireNonNull(BrushGrip.at(axis, at, shown, true));
    }

    @Test
    void aPictureWithoutRangesOrWithoutMembersCannotBeBrushed() {
        Scene other = scene("place", Collections.singletonList("Spain"));
        Column day = Column.builder(ColumnSpec.of("day", ColumnType.DATE)).build();
        assertThat(BrushAxis.of(other, day, "day")).isEmpty();
    }
}
