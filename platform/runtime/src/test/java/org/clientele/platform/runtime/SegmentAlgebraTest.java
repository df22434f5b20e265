package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A dimension of segments against plain Java, line by line: each line counts where its customer was on its day, and all parts add up to the whole. */
class SegmentAlgebraTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    private final List<Line> lines = new ArrayList<>();
    private Session session;

    private record Line(@Nullable String customer, LocalDate day, BigDecimal amount, String country) {}

    @Test
    void onOnlineRetail() {
        Path file = Path.of(System.getProperty("clientele.data", "none"), "online_retail", "online_retail.csv.gz");
        assumeTrue(Files.isReadable(file), "clientele.data names no folder with online_retail");
        session = session(open(SpendPlugin.options()));
        session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, NEVER);
        check(1_000, 20_261_123);
    }

    @Test
    void onTheSampleRetailer() {
        session = session(open(SpendPlugin.options()));
        SampleOptions options = new SampleOptions(300, SampleOptions.DEFAULT_SEED);
        session.imports()
                .load(
                        "Sample",
                        "300",
                        NEVER,
                        sink -> new SampleRetailer(options).generate(sink::rows, Progress.NONE, NEVER));
        check(500, 7);
    }

    private void check(double large, long seed) {
        read();
        LocalDate end = lines.stream().map(Line::day).max(LocalDate::compareTo).orElseThrow();
        LocalDate begin =
                lines.stream().map(Line::day).min(LocalDate::compareTo).orElseThrow();
        PublishedSegmentation spend = session.segmentations()
                .publish(
                        SegmentDraft.of("Spend", AnalysisCall.of("spend").with("large", String.valueOf(large)))
                                .months(5),
                        Progress.NONE,
                        NEVER);
        TreeSet<LocalDate> days = new TreeSet<>(List.of(end));
        LocalDate monthEnd = end.with(TemporalAdjusters.firstDayOfMonth()).minusDays(1);
        for (int i = 0; i < 5; i++) {
            days.add(monthEnd);
            monthEnd = monthEnd.with(TemporalAdjusters.firstDayOfMonth()).minusDays(1);
        }
        Map<LocalDate, Map<String, String>> members = new TreeMap<>();
        days.forEach(day -> members.put(day, members(day, large)));
        assertThat(spend.current().snapshots())
                .extracting(PublishedSegmentation.Snapshot::day)
                .containsExactlyElementsOf(days);

        Random random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            LocalDate from =
                    begin.plusDays(random.nextInt(Math.toIntExact(end.toEpochDay() - begin.toEpochDay()) - 40));
            Period period = round == 0 ? Period.all() : new Period(from, from.plusDays(random.nextInt(200)));
            String told = "round " + round + " of seed " + seed + ": " + period;
            Map<String, BigDecimal> wanted = new HashMap<>();
            Predicate<Line> inside = l -> (period.from() == null || !l.day().isBefore(period.from()))
                    && (period.to() == null || !l.day().isAfter(period.to()));
            lines.stream().filter(inside).forEach(l -> wanted.merge(segment(members, l), l.amount(), BigDecimal::add));
            MetricQuery query = MetricQuery.of("revenue").during(period);
            Map<String, BigDecimal> got = answer(query.by("segment.spend"));
            assertThat(got).as(told).usingRecursiveComparison().isEqualTo(scaled(wanted));
            assertThat(got.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("parts and whole, " + told)
                    .isEqualByComparingTo(total(query));
            List<@Nullable String> some = new ArrayList<>(Arrays.asList("Large", "none", null));
            some.remove(random.nextInt(3));
            BigDecimal in = some.stream()
                    .map(m -> wanted.getOrDefault(m == null ? "unknown" : m, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total(query.where(new Filter.Members("segment.spend", some, false))))
                    .as(some + ", " + told)
                    .isEqualByComparingTo(in);
            assertThat(total(query.where(new Filter.Members("segment.spend", some, true))))
                    .as("not " + some + ", " + told)
                    .isEqualByComparingTo(total(query).subtract(in));
        }
        compared(members, end);
    }

    /** A month beside the one before it: each line where its customer was on its own day. */
    private void compared(Map<LocalDate, Map<String, String>> members, LocalDate end) {
        LocalDate first = end.with(TemporalAdjusters.firstDayOfMonth()).minusMonths(2);
        Period month = new Period(first, first.with(TemporalAdjusters.lastDayOfMonth()));
        Frame frame = session.query(
                MetricQuery.of("revenue").by("segment.spend").during(month).compare(Comparison.PREVIOUS), NEVER);
        Map<String, BigDecimal> wanted = new HashMap<>();
        lines.stream()
                .filter(l -> !l.day().isBefore(first.minusMonths(1)) && l.day().isBefore(first))
                .forEach(l -> wanted.merge(segment(members, l), l.amount(), BigDecimal::add));
        for (int row = 0; row < frame.rowCount(); row++) {
            String member = frame.columns().get(0).textAt(row);
            Object before = frame.columns().get(2).valueAt(row);
            assertThat(before == null ? BigDecimal.ZERO : (BigDecimal) before)
                    .as(member + " in the month before " + first)
                    .isEqualByComparingTo(wanted.getOrDefault(member == null ? "unknown" : member, BigDecimal.ZERO));
        }
    }

    private void read() {
        for (long page = 0; page == lines.size(); page += 1_000_000) {
            Frame rows = session.rows(
                    RowQuery.of("order_line", "customer_id", "ordered_at", "amount", "country")
                            .page(page, 1_000_000),
                    NEVER);
            for (int row = 0; row < rows.rowCount(); row++) {
                Object amount = rows.columns().get(2).valueAt(row);
                lines.add(new Line(
                        rows.columns().get(0).textAt(row),
                        ((LocalDateTime) rows.columns().get(1).valueAt(row)).toLocalDate(),
                        amount == null ? BigDecimal.ZERO : (BigDecimal) amount,
                        ""));
            }
        }
    }

    private Map<String, String> members(LocalDate day, double large) {
        Map<String, BigDecimal> spent = new HashMap<>();
        lines.stream()
                .filter(l -> l.customer() != null && !l.day().isAfter(day))
                .forEach(l -> spent.merge(l.customer(), l.amount(), BigDecimal::add));
        Map<String, String> members = new HashMap<>();
        spent.forEach((customer, amount) -> {
            if (amount.signum() > 0) {
                members.put(customer, amount.doubleValue() >= large ? "Large" : "Small");
            }
        });
        return members;
    }

    /** By the last day before that of the line, else the first there is. */
    private static String segment(Map<LocalDate, Map<String, String>> members, Line line) {
        if (line.customer() == null) {
            return "unknown";
        }
        Map<String, String> known = members.values().iterator().next();
        for (Map.Entry<LocalDate, Map<String, String>> e : members.entrySet()) {
            known = e.getKey().isBefore(line.day()) ? e.getValue() : known;
        }
        return known.getOrDefault(line.customer(), "none");
    }

    private Map<String, BigDecimal> answer(MetricQuery query) {
        Frame frame = session.query(query, NEVER);
        Map<String, BigDecimal> all = new HashMap<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            String member = frame.columns().get(0).textAt(row);
            Object value = frame.columns().get(1).valueAt(row);
            all.put(member == null ? "unknown" : member, value == null ? BigDecimal.ZERO : (BigDecimal) value);
        }
        return scaled(all);
    }

    private static Map<String, BigDecimal> scaled(Map<String, BigDecimal> all) {
        Map<String, BigDecimal> scaled = new TreeMap<>();
        all.forEach((member, amount) -> scaled.put(member, amount.setScale(4)));
        return scaled;
    }

    private BigDecimal total(MetricQuery query) {
        Column c = session.query(query, NEVER).columns().get(0);
        return c.isNull(0) ? BigDecimal.ZERO : (BigDecimal) c.valueAt(0);
    }
}
