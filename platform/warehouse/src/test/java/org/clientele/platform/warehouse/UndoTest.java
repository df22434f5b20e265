package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.clientele.platform.catalog.ImportEntry.State;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndoTest {
    private static final String LINES = "order_id,ordered_at,customer_id,product_id,quantity,unit_price\n";

    @TempDir
    Path dir;

    private Workspace w;

    @BeforeEach
    void open() {
        w = new Workspace(dir.resolve("ws"));
    }

    @AfterEach
    void close() {
        w.close();
    }

    private Path file(String name, String... lines) throws Exception {
        Path file = dir.resolve(name);
        Files.writeString(file, String.join("", lines));
        return file;
    }

    private void undo(ImportReport report) {
        w.importer.undo(report.batch(), CancelSignal.create());
    }

    private State state(ImportReport report) {
        return w.catalog.imports().find(report.batch()).orElseThrow().state();
    }

    @Test
    void undoneRowsAreGoneEverywhereAndTheContentMayComeBack() throws Exception {
        ImportReport kept = w.load(file("a.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n"));
        ImportReport gone = w.load(file("b.csv", LINES, "2,2026-01-02,c2,p2,1,1\n3,x,c2,p2,1,1\n"));
        assertThat(gone.rejectsFile()).exists();

        undo(gone);

        assertThat(w.rows("SELECT order_id FROM order_line")).containsExactly(List.of("1"));
        assertThat(w.rows("SELECT customer_id FROM customer")).containsExactly(List.of("c1"));
        assertThat(w.rows("SELECT product_id FROM product")).containsExactly(List.of("p1"));
        assertThat(gone.rejectsFile()).doesNotExist();
        assertThat(state(gone)).isEqualTo(State.UNDONE);
        assertThat(state(kept)).isEqualTo(State.LOADED);
        assertThat(w.load(dir.resolve("b.csv")).duplicate()).isFalse();
    }

    @Test
    void aTableGrowsByManyColumnsAtOnceAndKeepsItsRows() throws Exception {
        String wide = LINES.strip();
        String values = "2,2026-01-02,c2,p2,1,1";
        for (int i = 0; i < 120; i++) {
            wide += ",c" + i;
            values += "," + i * 3;
        }
        w.load(file("a.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n"));
        ImportReport more = w.load(file("b.csv", wide + "\n", values + "\n"));
        ImportReport renewed = w.load(ImportRequest.of(file("c.csv", LINES, "3,2026-01-03,c1,p1,1,1\n"))
                .replacing());
        assertThat(w.count("order_line")).isEqualTo(1);
        undo(renewed);
        w.close();
        w = new Workspace(dir.resolve("ws"));

        String asked = "SELECT order_id, amount, c0, c119 FROM order_line ORDER BY order_id";
        assertThat(w.rows(asked)).containsExactly(List.of("1", "7", "null", "null"), List.of("2", "1", "0", "357"));
        undo(more);
        assertThat(w.rows(asked)).containsExactly(List.of("1", "7", "null", "null"));
    }

    @Test
    void undoingAReplacementBringsBackWhatItReplaced() throws Exception {
        ImportReport first = w.load(file("a.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n"));
        ImportReport second = w.load(ImportRequest.of(file("b.csv", LINES, "2,2026-01-02,c2,p2,1,1\n"))
                .replacing());
        assertThat(w.rows("SELECT order_id FROM order_line")).containsExactly(List.of("2"));
        assertThat(state(first)).isEqualTo(State.REPLACED);

        undo(second);

        assertThat(w.rows("SELECT order_id FROM order_line")).containsExactly(List.of("1"));
        assertThat(w.rows("SELECT customer_id FROM customer")).containsExactly(List.of("c1"));
        assertThat(state(first)).isEqualTo(State.LOADED);
        assertThat(w.load(dir.resolve("a.csv")).duplicate()).isTrue();
    }

    @Test
    void aRowThatWasReplacedTwiceComesBackOnlyWhenBothAreUndone() throws Exception {
        w.load(file("1.csv", "customer_id,name\nc1,one\n"));
        ImportReport two = w.load(file("2.csv", "customer_id,name\nc1,two\n"));
        ImportReport three = w.load(file("3.csv", "customer_id,name\nc1,three\n"));

        undo(two);
        assertThat(w.rows("SELECT name FROM customer")).containsExactly(List.of("three"));
        undo(three);
        assertThat(w.rows("SELECT name FROM customer")).containsExactly(List.of("one"));
    }

    @Test
    void anUpdateChangesOnlyTheColumnsItHasAndOrdersAsAWhole() throws Exception {
        w.load(file("1.csv", "customer_id,name,country\nc1,Ada,UK\nc2,Bo,FR\n"));
        ImportReport update = w.load(
                ImportRequest.of(file("2.csv", "customer_id,country\nc1,IE\n")).as(ImportRequest.Mode.UPDATE));
        assertThat(w.rows("SELECT customer_id, name, country FROM customer ORDER BY 1"))
                .containsExactly(List.of("c1", "Ada", "IE"), List.of("c2", "Bo", "FR"));

        w.load(file("l.csv", LINES, "1,2026-01-01,c1,p1,2,3\n1,2026-01-01,c1,p2,1,3\n2,2026-01-01,c1,p1,5,3\n"));
        ImportReport lines = w.load(ImportRequest.of(file("u.csv", LINES, "1,2026-01-01,c1,p1,9,3\n"))
                .as(ImportRequest.Mode.UPDATE));
        assertThat(w.rows("SELECT order_id, quantity::INT FROM order_line ORDER BY 1, 2"))
                .containsExactly(List.of("1", "9"), List.of("2", "5"));

        undo(lines);
        undo(update);
        assertThat(w.rows("SELECT order_id, quantity::INT FROM order_line ORDER BY 1, 2"))
                .containsExactly(List.of("1", "1"), List.of("1", "2"), List.of("2", "5"));
        assertThat(w.rows("SELECT country FROM customer WHERE customer_id = 'c1'"))
                .containsExactly(List.of("UK"));
    }

    @Test
    void aDryRunSaysWhatWouldBeAndLeavesNothing() throws Exception {
        ImportRequest request = ImportRequest.of(file("a.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n2,x,c1,p1,2,3\n"));
        List<ImportReport> reports = new ArrayList<>();
        FileImporter.FileListener listener = new FileImporter.FileListener() {
            @Override
            public void imported(ImportReport report) {
                reports.add(report);
            }

            @Override
            public void failed(Path file, AnalyticsException why) {
                throw why;
            }
        };
        ImportPlan plan = w.importer.plan(request, CancelSignal.create(), listener);
        w.importer.carryOut(plan, true, Progress.NONE, CancelSignal.create(), listener);

        assertThat(reports).singleElement().satisfies(r -> {
            assertThat(r.rowsLoaded()).isEqualTo(1);
            assertThat(r.rowsRejected()).isEqualTo(1);
            assertThat(r.rejectsFile()).exists();
        });
        assertThat(w.count("order_line")).isZero();
        assertThat(w.count("customer")).isZero();
        assertThat(w.catalog.imports().list()).isEmpty();
    }

    private Map<Long, Long> perBatch() {
        Map<Long, Long> all = new TreeMap<>();
        w.rows("SELECT import_batch, count(*) FROM customer GROUP BY 1")
                .forEach(r -> all.put(Long.valueOf(r.get(0)), Long.valueOf(r.get(1))));
        return all;
    }

    @Test
    void whatAnUndoWouldTakeAndBringBackIsToldBefore() throws Exception {
        w.load(file("old.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n2,2026-01-01,c2,p1,2,3.50\n"));
        ImportReport fresh = w.load(ImportRequest.of(file("new.csv", LINES, "3,2026-01-02,c3,p2,1,1\n"))
                .replacing());

        UndoForecast forecast = w.warehouse.forecastUndo(fresh.batch(), CancelSignal.create());

        assertThat(forecast.goes())
                .filteredOn(r -> r.table().equals("order_line"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.file()).isEqualTo("new.csv");
                    assertThat(r.count()).isEqualTo(1);
                });
        assertThat(forecast.back())
                .filteredOn(r -> r.table().equals("order_line"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.file()).isEqualTo("old.csv");
                    assertThat(r.count()).isEqualTo(2);
                });
        assertThat(w.rows("SELECT order_id FROM order_line"))
                .as("nothing is changed by asking")
                .containsExactly(List.of("3"));
        assertThat(w.warehouse.forecastUndo(4711, CancelSignal.create()).goes()).isEmpty();
    }

    /** Against a model that replays the imports which are not undone. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void inAnyOrderOfImportsAndUndosTheTablesAreThoseOfWhatRemains(long seed) throws Exception {
        Random random = new Random(seed);
        Map<ImportReport, Map<String, String>> imports = new java.util.LinkedHashMap<>();
        Map<ImportReport, Boolean> replaces = new HashMap<>();
        for (int step = 0; step < 14; step++) {
            if (!imports.isEmpty() && random.nextInt(3) == 0) {
                ImportReport one = List.copyOf(imports.keySet()).get(random.nextInt(imports.size()));
                Map<Long, Long> foretold = perBatch();
                UndoForecast forecast = w.warehouse.forecastUndo(one.batch(), CancelSignal.create());
                forecast.goes().forEach(r -> foretold.merge(r.batch(), -r.count(), Long::sum));
                forecast.back().forEach(r -> foretold.merge(r.batch(), r.count(), Long::sum));
                foretold.values().removeIf(n -> n == 0);
                undo(one);
                assertThat(perBatch())
                        .as("foretold, seed %d, step %d", seed, step)
                        .isEqualTo(foretold);
                imports.remove(one);
            } else {
                Map<String, String> rows = new TreeMap<>();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    rows.put("c" + random.nextInt(5), "s" + step);
                }
                StringBuilder text = new StringBuilder("customer_id,name\n");
                rows.forEach((k, v) -> text.append(k).append(',').append(v).append('\n'));
                boolean replace = random.nextInt(4) == 0;
                ImportRequest request = ImportRequest.of(file("s" + step + ".csv", text.toString()));
                ImportReport report = w.load(replace ? request.replacing() : request);
                imports.put(report, rows);
                replaces.put(report, replace);
            }
            Map<String, String> expected = new TreeMap<>();
            imports.forEach((report, rows) -> {
                if (replaces.getOrDefault(report, false)) {
                    expected.clear();
                }
                expected.putAll(rows);
            });
            Map<String, String> actual = new TreeMap<>();
            w.rows("SELECT customer_id, name FROM customer").forEach(r -> actual.put(r.get(0), r.get(1)));
            assertThat(actual).as("seed %d, step %d", seed, step).isEqualTo(expected);
        }
    }
}
