package org.clientele.platform.warehouse.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.clientele.sdk.AnalyticsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MendedRowsTest {
    private static final RejectOrigin ORIGIN =
            new RejectOrigin("shop.csv", "order_line", "", "", ";", List.of("id", "name", "quantity"));

    @TempDir
    Path dir;

    private Path rejects;
    private Path mended;
    private final Warehouse warehouse = new Warehouse();

    /** Where the program stops. */
    private enum Crash {
        BEFORE_BEGIN,
        WHILE_MARKING,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A warehouse of lines by batch, which a crash leaves as it is. */
    private static final class Warehouse implements MendLoader {
        private final Map<Long, List<String>> batches = new TreeMap<>();
        private Crash crash;
        private boolean down;
        private long next = 7;

        @Override
        public void load(Path file, LongConsumer begun) {
            stopAt(Crash.BEFORE_BEGIN);
            long id = next++;
            if (crash == Crash.WHILE_MARKING) {
                begun = batch -> {
                    throw new IllegalStateException("disk full");
                };
            }
            begun.accept(id);
            stopAt(Crash.BEFORE_COMMIT);
            try {
                batches.put(id, Files.readAllLines(file));
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
            stopAt(Crash.AFTER_COMMIT);
        }

        private void stopAt(Crash here) {
            if (crash == here) {
                down = true;
                throw new Stopped();
            }
        }

        @Override
        public boolean holds(long batch) {
            if (down) {
                throw new Stopped();
            }
            return batches.containsKey(batch);
        }

        long times(String line) {
            return batches.values().stream()
                    .flatMap(List::stream)
                    .filter(line::equals)
                    .count();
        }
    }

    @BeforeEach
    void rejectThreeRows() throws Exception {
        rejects = dir.resolve("3-shop.csv");
        mended = dir.resolve("mended rows of import 3.csv");
        try (RejectFile.Writer out = new RejectFile.Writer(rejects, false)) {
            add(out, 2, "quantity", "1;mug;two");
            add(out, 5, "", "2;blue; mug;3");
            add(out, 9, "quantity", "3;caf\\xE9;x");
        }
        ORIGIN.write(rejects);
    }

    private static void add(RejectFile.Writer out, long line, String column, String escaped) throws Exception {
        out.add(new Reject("", line, column, "It is bad.", "X", escaped));
    }

    private RejectTable table() {
        return RejectTable.read(rejects, RejectOrigin.read(rejects));
    }

    private List<Long> rejectedLines() {
        return table().rows().stream().map(r -> r.reject().line()).toList();
    }

    private void load(Mend... mends) {
        new MendedRows(rejects, ORIGIN).load(table().version(), List.of(mends), mended, warehouse);
    }

    private List<String> leftovers() throws Exception {
        try (var files = Files.list(dir)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }

    @Test
    void rowsArePartedIntoTheColumnsOfTheSource() {
        RejectTable table = table();
        assertThat(table.headers()).containsExactly("id", "name", "quantity");
        assertThat(table.rows())
                .extracting(RejectTable.Row::cells)
                .containsExactly(
                        List.of("1", "mug", "two"), List.of("2", "blue", " mug", "3"), List.of("3", "caf\u00e9", "x"));
        assertThat(table.rows()).extracting(RejectTable.Row::parted).containsExactly(true, false, true);
        assertThat(table.rows()).extracting(RejectTable.Row::bad).containsExactly(2, -1, 2);
        RejectTable unknown = RejectTable.read(rejects, Optional.empty());
        assertThat(unknown.rows().get(1).cells()).containsExactly("2;blue; mug;3");
    }

    @Test
    void mendedRowsAreLoadedAndLeaveTheFile() throws Exception {
        load(new Mend(1, List.of("2", "blue; \"mug\"", "3")), new Mend(0, List.of("1", "mug", "2")));
        assertThat(warehouse.batches)
                .isEqualTo(Map.of(7L, List.of("id;name;quantity", "1;mug;2", "2;\"blue; \"\"mug\"\"\";3")));
        assertThat(rejectedLines()).containsExactly(9L);
        assertThat(leftovers()).containsExactly("3-shop.csv", "3-shop.csv.json", "3-shop.csv.mended-7");
    }

    @ParameterizedTest
    @EnumSource(Crash.class)
    void aCrashAtAnyPointNeitherLosesNorDoublesARow(Crash crash) throws Exception {
        warehouse.crash = crash;
        assertThatThrownBy(() -> load(new Mend(0, List.of("1", "mug", "2"))))
                .isInstanceOfAny(Stopped.class, IllegalStateException.class);
        warehouse.crash = null;
        warehouse.down = false;
        MendedRows.settleAll(dir, warehouse);
        MendedRows.settleAll(dir, warehouse);
        boolean loaded = crash == Crash.AFTER_COMMIT;
        assertThat(warehouse.times("1;mug;2")).isEqualTo(loaded ? 1 : 0);
        assertThat(rejectedLines()).isEqualTo(loaded ? List.of(5L, 9L) : List.of(2L, 5L, 9L));
        assertThat(leftovers())
                .filteredOn(f -> f.contains(".csv.mend") || f.endsWith(".next"))
                .isEqualTo(loaded ? List.of("3-shop.csv.mended-7") : List.of());
    }

    @Test
    void aCrashBehindTheRenameDoesNotTakeOtherRows() throws Exception {
        Path mark = dir.resolve("3-shop.csv.mending");
        String before = table().version();
        load(new Mend(0, List.of("1", "mug", "2")));
        Files.writeString(mark, "{\"batch\":7,\"before\":\"" + before + "\"}");
        MendedRows.settle(rejects, warehouse);
        assertThat(rejectedLines()).containsExactly(5L, 9L);
        assertThat(mark).doesNotExist();
    }

    @Test
    void theSameRowMayBeMendedInTwoImports() {
        load(new Mend(0, List.of("1", "mug", "2")));
        load(new Mend(0, List.of("1", "mug", "2")));
        assertThat(warehouse.times("1;mug;2")).isEqualTo(2);
        assertThat(rejectedLines()).containsExactly(9L);
    }

    @Test
    void undoneRowsComeBackOnce() throws Exception {
        String before = Files.readString(rejects);
        load(new Mend(0, List.of("1", "mug", "2")), new Mend(2, List.of("3", "caf\u00e9", "4")));
        warehouse.batches.clear();
        MendedRows.settleAll(dir, warehouse);
        MendedRows.settleAll(dir, warehouse);
        assertThat(Files.readString(rejects)).isEqualTo(before);
        assertThat(leftovers()).containsExactly("3-shop.csv", "3-shop.csv.json");
    }

    @Test
    void editsOfAnOldViewAndRowsOfTheWrongWidthAreRefused() {
        String old = table().version();
        load(new Mend(0, List.of("1", "mug", "2")));
        MendedRows rows = new MendedRows(rejects, ORIGIN);
        assertThatThrownBy(() -> rows.load(old, List.of(new Mend(0, List.of("1", "mug", "2"))), mended, warehouse))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("have changed since");
        assertThatThrownBy(() -> load(new Mend(1, List.of("1", "mug"))))
                .hasMessage("The mended row of line 9 has 2 columns, the header has 3. Part it into 3.");
        assertThatThrownBy(() -> load(new Mend(5, List.of("1", "mug", "2")))).hasMessageContaining("no row 5");
        assertThat(warehouse.batches).hasSize(1);
    }

    @Test
    void mendsAreReadFromTheRejectsFileOrFromATable() throws Exception {
        Path edited = dir.resolve("edited.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(rejects));
        lines.set(1, lines.get(1).replace("1;mug;two", "1;mug;2"));
        Files.write(edited, lines, StandardCharsets.UTF_8);
        assertThat(MendedFile.read(edited, table(), ORIGIN)).containsExactly(new Mend(0, List.of("1", "mug", "2")));

        Files.writeString(edited, "line,quantity,id,name\n5,3,2,\"blue; mug\"\n2,two,1,mug\n");
        assertThat(MendedFile.read(edited, table(), ORIGIN))
                .containsExactly(new Mend(1, List.of("2", "blue; mug", "3")));

        Files.writeString(edited, "line,text\n4,x\n");
        assertThatThrownBy(() -> MendedFile.read(edited, table(), ORIGIN)).hasMessageContaining("line \"4\"");
        Files.writeString(edited, "line,text\n5,2;blue; mug;4\n");
        assertThatThrownBy(() -> MendedFile.read(edited, table(), ORIGIN))
                .hasMessageContaining("has 4 columns, the header has 3");
        Files.writeString(edited, "id,name,quantity\n1,mug,2\n");
        assertThatThrownBy(() -> MendedFile.read(edited, table(), ORIGIN)).hasMessageContaining("needs a column line");
    }
}
