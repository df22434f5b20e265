package org.clientele.platform.warehouse.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.warehouse.mapping.Fixtures.Expected;
import org.clientele.platform.warehouse.mapping.Fixtures.Fixture;
import org.clientele.sdk.extension.ImportRecipe;
import org.junit.jupiter.api.Test;

class MapperCorpusTest {
    /** Counts of pairs of model column and source, over fixtures. */
    private static final class Score {
        private int right;
        private int proposed;
        private int wanted;
        private int sources;
        private int placed;
        private final List<String> wrong = new ArrayList<>();

        private void add(Fixture f) {
            List<Proposal> proposals;
            try {
                proposals =
                        Mapper.propose(f.sources(), MappingWish.NONE, List.of()).sources();
            } catch (org.clientele.sdk.AnalyticsException e) {
                wrong.add(f.name() + ": " + e.getMessage());
                f.expected().forEach(e2 -> {
                    sources++;
                    wanted += pairs(e2.columns(), e2.constants()).size();
                });
                return;
            }
            for (int i = 0; i < proposals.size(); i++) {
                Proposal p = proposals.get(i);
                Expected e = f.expected().get(i);
                ImportRecipe r = p.recipe();
                sources++;
                boolean place = p.role() == e.role()
                        && (r == null ? e.entity().equals("none") : r.entity().equals(e.entity()));
                placed += place ? 1 : 0;
                if (!place) {
                    wrong.add(f.name() + "/" + p.source() + ": " + p.role() + " " + (r == null ? "" : r.entity())
                            + " instead of " + e.role() + " " + e.entity());
                }
                Set<String> got = r == null ? Set.of() : pairs(r.columns(), r.constants());
                Set<String> want = pairs(e.columns(), e.constants());
                boolean sameTable = r != null && r.entity().equals(e.entity());
                long hits = sameTable ? got.stream().filter(want::contains).count() : 0;
                right += (int) hits;
                proposed += got.size();
                wanted += want.size();
                Set<String> missed = new LinkedHashSet<>(want);
                missed.removeAll(got);
                Set<String> extra = new LinkedHashSet<>(got);
                extra.removeAll(want);
                if (!missed.isEmpty() || !extra.isEmpty()) {
                    wrong.add(f.name() + "/" + p.source() + ": missed " + missed + ", made " + extra);
                }
            }
        }

        private static Set<String> pairs(Map<String, String> columns, Map<String, String> constants) {
            Set<String> all = new LinkedHashSet<>();
            columns.forEach((c, s) -> all.add(c + " = " + s));
            constants.forEach((c, s) -> all.add(c + " := " + s));
            return all;
        }

        private double precision() {
            return right / (double) proposed;
        }

        private double recall() {
            return right / (double) wanted;
        }

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "precision %.3f (%d of %d), recall %.3f (of %d), sources placed %d of %d%n%s",
                    precision(),
                    right,
                    proposed,
                    recall(),
                    wanted,
                    placed,
                    sources,
                    String.join("\n", wrong));
        }
    }

    private static Score score(String resource, int least) throws IOException {
        List<Fixture> fixtures = Fixtures.read(resource);
        assertThat(fixtures).hasSizeGreaterThanOrEqualTo(least);
        Score score = new Score();
        fixtures.forEach(score::add);
        org.slf4j.LoggerFactory.getLogger(MapperCorpusTest.class).info("{}: {}", resource, score);
        return score;
    }

    @Test
    void theFilesThatTheDictionaryWasMadeWithAreMapped() throws IOException {
        Score score = score("fixtures.txt", 40);
        assertThat(score.placed).describedAs(score.toString()).isEqualTo(score.sources);
        assertThat(score.precision()).describedAs(score.toString()).isGreaterThanOrEqualTo(0.99);
        assertThat(score.recall()).describedAs(score.toString()).isGreaterThanOrEqualTo(0.99);
    }

    /** Files that the dictionary was not made with; the bounds are what was measured, not what was aimed at. */
    @Test
    void filesThatNobodyTunedForAreMostlyMapped() throws IOException {
        Score score = score("blind.txt", 15);
        assertThat(score.precision()).describedAs(score.toString()).isGreaterThanOrEqualTo(0.88);
        assertThat(score.recall()).describedAs(score.toString()).isGreaterThanOrEqualTo(0.65);
    }

    /** Exports and public data sets as they are, with more rows, since rows tell what headers do not. */
    @Test
    void exportsOfWellKnownSystemsAreMapped() throws IOException {
        Score score = score("strangers.txt", 40);
        assertThat(score.precision()).describedAs(score.toString()).isGreaterThanOrEqualTo(0.97);
        assertThat(score.recall()).describedAs(score.toString()).isGreaterThanOrEqualTo(0.96);
    }

    /** The same of systems that nothing was changed for; the bounds are what was measured. */
    @Test
    void exportsOfSystemsThatNobodyTunedForAreMostlyMapped() throws IOException {
        Score score = score("strangers-held.txt", 30);
        assertThat(score.precision()).describedAs(score.toString()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.recall()).describedAs(score.toString()).isGreaterThanOrEqualTo(0.85);
    }
}
