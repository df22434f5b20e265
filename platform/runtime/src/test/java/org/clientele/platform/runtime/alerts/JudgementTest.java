package org.clientele.platform.runtime.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clientele.platform.runtime.alerts.Alert.Condition;
import org.clientele.platform.runtime.alerts.Judgement.Point;
import org.clientele.sdk.query.Grain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    /** A walk that often comes near the threshold, with holes. */
    private static List<Point> series(Random random, int n) {
        List<Point> all = new ArrayList<>();
        double value = 100;
        for (int i = 0; i < n; i++) {
            value += random.nextGaussian() * 6 + (100 - value) * 0.1;
            double shown = random.nextInt(12) == 0 ? Double.NaN : value;
            all.add(new Point(START.plusDays(i), START.plusDays(i), shown, Double.NaN, shown));
        }
        return all;
    }

    /** In one pass, in other words: a crossing is a value beyond, if one was far enough back since the crossing before. */
    private static List<LocalDate> reference(boolean above, double threshold, double band, List<Point> series) {
        List<LocalDate> crossings = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < series.size(); i++) {
            double v = above ? series.get(i).value() : -series.get(i).value();
            double t = above ? threshold : -threshold;
            boolean free = last < 0;
            for (int j = last + 1; j < i && !free; j++) {
                double back = above ? series.get(j).value() : -series.get(j).value();
                free = back <= t - band;
            }
            if (free && v > t) {
                crossings.add(series.get(i).from());
                last = i;
            }
        }
        return crossings;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void eachCrossingIsFoundOnceHoweverTheSeriesIsCutAndJudgedAgain(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            boolean above = random.nextBoolean();
            double threshold = 95 + 10 * random.nextDouble();
            double band = random.nextInt(3) == 0 ? 0 : 8 * random.nextDouble();
            Alert alert = Alert.of("m", above ? Condition.ABOVE : Condition.BELOW, threshold, Grain.DAY)
                    .withBand(band);
            List<Point> series = series(random, 120);
            List<LocalDate> found = new ArrayList<>();
            LocalDate seen = null;
            boolean crossed = false;
            int known = 0;
            while (known < series.size()) {
                known = Math.min(series.size(), known + random.nextInt(20));
                // What was judged long ago is handed over again, and so is the last period.
                Judgement j = Judgement.of(alert, seen, crossed, series.subList(0, known));
                j.crossings().forEach(p -> found.add(p.from()));
                seen = j.seen();
                crossed = j.crossed();
            }
            assertThat(found)
                    .as("seed %d, round %d, %s %s, band %s", seed, round, alert.condition(), threshold, band)
                    .isEqualTo(reference(above, threshold, band, series));
        }
    }
}
