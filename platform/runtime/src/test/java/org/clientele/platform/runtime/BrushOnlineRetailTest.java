package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random tiles and brushes over all of Online Retail: cubes against the session's own answers, doubts included. */
@Timeout(300)
class BrushOnlineRetailTest extends RuntimeTest {
    private static final List<String> METRICS =
            List.of("revenue", "sales", "known-customer-sales", "order-lines", "units", "return-rate");
    private static final List<String> TILES = List.of("", "country", "month", "week", "day", "product", "customer");
    private static final List<String> BRUSHED = List.of("day", "week", "month", "country", "quarter");
    private static final List<Policy> POLICIES = List.of(
            Policy.allowAll(),
            new Policy("Some", Map.of("order_line", List.of("country <> 'France'")), Set.of(), Set.of()));

    @Test
    void cubesAnswerWhatTheSessionAnswersToThePenny() {
        Path file = Path.of(System.getProperty("clientele.data", "none"), "online_retail", "online_retail.csv.gz");
        assumeTrue(Files.isReadable(file), "clientele.data names no folder with online_retail");
        Workspace workspace = open(withoutPlugins());
        session(workspace)
                .imports()
                .run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, CancelSignal.create());
        Random random = new Random(7);
        int added = 0;
        for (int round = 0; round < 12; round++) {
            Session session = workspace.session(Subject.local(), POLICIES.get(round % 2));
            String dimension = BRUSHED.get(round % BRUSHED.size());
            List<MetricQuery> tiles = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                tiles.add(tile(random));
            }
            BrushCubes cubes = session.cubes(tiles, dimension, CancelSignal.create());
            for (int b = 0; b < 3; b++) {
                Filter brush = brush(random, dimension);
                for (int i = 0; i < tiles.size(); i++) {
                    Frame answer = cubes.answer(i, brush).orElse(null);
                    if (answer != null) {
                        added++;
                        assertThat(text(answer))
                                .as("round %d: %s under %s", round, tiles.get(i), brush)
                                .isEqualTo(text(session.query(tiles.get(i).where(brush), CancelSignal.create())));
                    }
                }
            }
            session.close();
        }
        assertThat(added).as("answers that were added up, of 108").isGreaterThan(70);
    }

    private static MetricQuery tile(Random random) {
        String by = TILES.get(random.nextInt(TILES.size()));
        LocalDate from = LocalDate.of(2010, 12, 1).plusDays(random.nextInt(200));
        MetricQuery query =
                MetricQuery.of(METRICS.get(random.nextInt(3)), METRICS.get(3 + random.nextInt(METRICS.size() - 3)));
        query = by.isEmpty() ? query : query.by(by);
        query = random.nextBoolean() ? query : query.during(new Period(from, from.plusDays(random.nextInt(200))));
        query = random.nextInt(3) > 0 ? query : query.compare(Comparison.PREVIOUS);
        return random.nextInt(3) > 0 ? query : query.top(5);
    }

    private static Filter brush(Random random, String dimension) {
        if (dimension.equals("country")) {
            return new Filter.Members("country", Arrays.asList("Germany", "EIRE", "Spain", null), random.nextBoolean());
        }
        LocalDate from = LocalDate.of(2010, 11, 20).plusDays(random.nextInt(380));
        return Filter.between(
                dimension, from.toString(), from.plusDays(random.nextInt(200)).toString());
    }

    private static String text(Frame frame) {
        StringBuilder s = new StringBuilder();
        for (Column c : frame.columns()) {
            s.append(c.spec()).append('/').append(c.scale()).append(':');
            for (int row = 0; row < c.size(); row++) {
                Object value = c.valueAt(row);
                s.append(value instanceof Double d ? String.format(Locale.ROOT, "%.14g", d) : value)
                        .append('|');
            }
            s.append('\n');
        }
        return s.append(frame.caveats()).append(frame.dataAsOf()).toString();
    }
}
