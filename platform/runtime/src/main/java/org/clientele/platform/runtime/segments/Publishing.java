package org.clientele.platform.runtime.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.platform.catalog.StoredSegmentation;
import org.clientele.platform.catalog.StoredSegmentation.Snapshot;
import org.clientele.platform.catalog.StoredSegmentation.Version;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.CustomerList;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Scores;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out who is in which segment, or has which number, on which day, and writes that down. */
final class Publishing {
    private static final Texts TEXTS = Texts.of(Publishing.class);

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final SegmentSource source;

    Publishing(SegmentSource source) {
        this.source = source;
    }

    /**
     * A version that nobody sees yet.
     *
     * @param model what customers are put into its segments by
     */
    record Made(Version version, String model) {
        Collection<Long> datasets() {
            return version.snapshots().stream().map(Snapshot::dataset).toList();
        }
    }

    /** On which days members are wanted: on one, or at the end of the data and at ends of months before it. */
    record Days(@Nullable LocalDate day, int months) {
        static Days on(LocalDate day) {
            return new Days(day, 0);
        }

        static Days months(int n) {
            return new Days(null, n);
        }
    }

    Made make(SegmentDraft draft, Progress progress, CancelSignal cancel) {
        SegmentSource.Named analysis = source.named(draft.call());
        SegmentSource.Span span = source.span(cancel);
        LocalDate day = fittedOn(draft, span);
        Period period = new Period(span.last() == null ? null : draft.period().from(), day);
        long state = source.dataState();
        progress.report(-1, TEXTS.get("publishing.finding_segments", day));
        SegmentSource.Fitted found = source.fit(analysis, period, draft.filters(), progress, cancel);
        if (found.customers().size() == 0) {
            throw new AnalyticsException(
                    ErrorCode.NOTHING_YET,
                    TEXTS.get(
                            found.score() == null ? "publishing.no_customer_is_in_any" : "publishing.no_customer_has",
                            day));
        }
        Version plain = new Version(
                0,
                0,
                analysis.id(),
                analysis.pluginVersion(),
                Stored.written(analysis.parameters()),
                Stored.written(period, draft.filters()),
                day,
                span.last(),
                source.person(),
                source.policy(),
                source.fingerprint(),
                doubts(found.caveats()),
                found.score(),
                Instant.EPOCH,
                found.segments().stream()
                        .map(s -> new StoredSegmentation.Segment(
                                s.key(), s.name().strip(), s.name().strip(), s.description(), s.action()))
                        .toList(),
                List.of());
        Set<LocalDate> days = monthEnds(day, draft.months(), span);
        List<Snapshot> snapshots = new ArrayList<>();
        try {
            snapshots.addAll(applied(plain, found.model(), days, state, progress, cancel));
            snapshots.add(written(plain, day, found.customers(), state, cancel));
        } catch (RuntimeException e) {
            source.forget(snapshots.stream().map(Snapshot::dataset).toList());
            throw e;
        }
        return new Made(with(plain, plain.segments(), snapshots), found.model());
    }

    private static LocalDate fittedOn(SegmentDraft draft, SegmentSource.Span span) {
        LocalDateTime last = span.last();
        LocalDateTime first = span.first();
        if (last == null || first == null) {
            // Without orders customers have no past: they are known as the last import has them, whatever days are on
            // show.
            return draft.asOf() == null ? end(span) : asTheyAre(draft.asOf(), span);
        }
        LocalDate end = draft.period().to();
        LocalDate day = draft.asOf() != null
                ? draft.asOf()
                : end != null && end.isBefore(last.toLocalDate()) ? end : last.toLocalDate();
        LocalDate from = draft.period().from();
        if (Objects.requireNonNull(day).isBefore(first.toLocalDate()) || day.isAfter(last.toLocalDate())) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("publishing.data_lies_between_does_not", first.toLocalDate(), last.toLocalDate(), day));
        }
        if (from != null && from.isAfter(day)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("publishing.days_in_force_begin_on", from, day));
        }
        return day;
    }

    private static LocalDate asTheyAre(LocalDate wanted, SegmentSource.Span span) {
        LocalDate end = end(span);
        if (span.last() == null && !wanted.equals(end)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("publishing.no_past_without_orders", end, wanted));
        }
        return wanted;
    }

    private static String doubts(List<Caveat> said) {
        Set<String> all = new LinkedHashSet<>();
        said.forEach(c -> all.add(c.message().replaceAll("\\s+", " ")));
        return String.join("\n", all);
    }

    /** Ends of months before a day on which there is data, the earliest first. */
    private Set<LocalDate> monthEnds(LocalDate before, int most, SegmentSource.Span span) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDateTime first = span.first();
        LocalDate day = before;
        for (int i = 0; i < most && first != null; i++) {
            day = source.monthEndBefore(day);
            if (day.isBefore(first.toLocalDate())) {
                break;
            }
            days.add(day);
        }
        return days;
    }

    private List<Snapshot> applied(
            Version version, String model, Set<LocalDate> days, long state, Progress progress, CancelSignal cancel) {
        List<Snapshot> snapshots = new ArrayList<>();
        try {
            for (LocalDate day : days) {
                progress.report(
                        (double) snapshots.size() / days.size(),
                        TEXTS.get(
                                version.score() == null
                                        ? "publishing.putting_customers_into_segments"
                                        : "publishing.working_out_scores",
                                day));
                snapshots.add(written(version, day, members(version, model, day, progress, cancel), state, cancel));
            }
        } catch (RuntimeException e) {
            source.forget(snapshots.stream().map(Snapshot::dataset).toList());
            throw e;
        }
        return snapshots;
    }

    private CustomerList members(Version version, String model, LocalDate day, Progress progress, CancelSignal cancel) {
        Period fitted = Stored.period(version);
        LocalDate from = fitted.from();
        Period period =
                new Period(from == null ? null : from.plusDays(ChronoUnit.DAYS.between(version.fittedOn(), day)), day);
        try {
            return source.apply(version, model, period, Stored.filters(version), progress, cancel);
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.NOTHING_YET) {
                return version.score() == null
                        ? Members.of(new String[0], new int[0])
                        : Scores.of(new String[0], new double[0]);
            }
            throw e;
        }
    }

    private Snapshot written(Version version, LocalDate day, CustomerList members, long state, CancelSignal cancel) {
        List<Integer> sizes = members instanceof Members m
                ? IntStream.of(m.sizes(version.segments().size())).boxed().toList()
                : List.of(members.size());
        return new Snapshot(source.write(members, cancel), day, sizes, state, Instant.EPOCH);
    }

    private static Version with(Version v, List<StoredSegmentation.Segment> segments, List<Snapshot> snapshots) {
        return new Version(
                v.id(),
                v.number(),
                v.analysis(),
                v.pluginVersion(),
                v.parameters(),
                v.fittedUnder(),
                v.fittedOn(),
                v.dataAsOf(),
                v.publisher(),
                v.madeUnder(),
                v.fingerprint(),
                v.doubts(),
                v.score(),
                v.madeAt(),
                segments,
                snapshots);
    }

    /** What people called a segment, and what they wanted done, goes on where the analysis still calls it the same. */
    static Version keepingNames(Version next, PublishedSegmentation.Version before) {
        if (!next.analysis().equals(before.analysis())) {
            return next;
        }
        List<StoredSegmentation.Segment> segments = new ArrayList<>();
        for (StoredSegmentation.Segment s : next.segments()) {
            Optional<PublishedSegmentation.Segment> same = before.segments().stream()
                    .filter(b -> b.key().equals(s.key()) && b.former().equals(s.former()))
                    .filter(b -> next.segments().stream()
                            .noneMatch(o -> o != s && o.name().equalsIgnoreCase(b.name())))
                    .findFirst();
            segments.add(same.map(b -> new StoredSegmentation.Segment(
                            s.key(),
                            b.name(),
                            s.former(),
                            s.description(),
                            b.action().isEmpty() ? s.action() : b.action()))
                    .orElse(s));
        }
        return with(next, segments, next.snapshots());
    }

    private static Version inForce(StoredSegmentation s) {
        return s.versions().stream()
                .filter(v -> v.number() == s.inForce())
                .findFirst()
                .orElseThrow();
    }

    /** Whether the data has changed since customers were put into segments, and this person may put them there. */
    boolean due(StoredSegmentation s) {
        Version version = inForce(s);
        List<Snapshot> all = version.snapshots();
        return version.fingerprint().equals(source.fingerprint())
                && all.get(all.size() - 1).dataState() != source.dataState();
    }

    void apply(StoredSegmentation s, Days wanted, Progress progress, CancelSignal cancel) {
        Version version = inForce(s);
        if (!version.fingerprint().equals(source.fingerprint())) {
            throw new AnalyticsException(
                    ErrorCode.FORBIDDEN,
                    TEXTS.get(
                            "publishing.was_published_under_policy_you",
                            s.name(),
                            version.madeUnder(),
                            source.policy()));
        }
        SegmentSource.Span span = source.span(cancel);
        LocalDate end = end(span);
        Set<LocalDate> days = new TreeSet<>();
        LocalDate one = wanted.day();
        if (one == null) {
            days.addAll(monthEnds(end, wanted.months(), span));
            days.add(end);
        } else if (one.isAfter(end)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("publishing.data_ends_on_before_choose", end, one));
        } else {
            days.add(asTheyAre(one, span));
        }
        if (!apply(s, version, days, Set.of(), progress, cancel)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("publishing.customers_are_being_put_into", s.name()));
        }
    }

    private static LocalDate end(SegmentSource.Span span) {
        LocalDate end = span.end();
        if (end == null) {
            throw new AnalyticsException(ErrorCode.NOTHING_YET, TEXTS.get("publishing.nothing_imported"));
        }
        return end;
    }

    /**
     * Goes on with the data: its end, and ends of months since the last time. What was written down in between stays for the day that it was fitted on and for ends of
     * months only, so lists grow by the month.
     *
     * @return whether it was done
     */
    boolean catchUp(StoredSegmentation s, Progress progress, CancelSignal cancel) {
        Version version = inForce(s);
        try {
            SegmentSource.Span span = source.span(cancel);
            LocalDate end = end(span);
            List<LocalDate> there =
                    version.snapshots().stream().map(Snapshot::asOf).toList();
            LocalDate newest = there.stream()
                    .filter(d -> !d.isAfter(end))
                    .reduce((a, b) -> b)
                    .orElse(end);
            int months = 1 + (int) ChronoUnit.MONTHS.between(YearMonth.from(newest), YearMonth.from(end));
            Set<LocalDate> days = monthEnds(end, months, span).stream()
                    .filter(d -> d.isAfter(newest))
                    .collect(Collectors.toCollection(TreeSet::new));
            days.add(end);
            Set<LocalDate> gone = there.stream()
                    .filter(d -> d.isAfter(end) || !d.equals(version.fittedOn()) && !monthEnd(d))
                    .filter(d -> !days.contains(d))
                    .collect(Collectors.toSet());
            return apply(s, version, days, gone, progress, cancel);
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            LOG.warn("Customers are in the segments of {} as they were: {}", s.name(), e.getMessage());
            return false;
        }
    }

    private boolean monthEnd(LocalDate day) {
        return source.monthEndBefore(day.plusDays(1)).equals(day);
    }

    private boolean apply(
            StoredSegmentation s,
            Version version,
            Set<LocalDate> days,
            Set<LocalDate> gone,
            Progress progress,
            CancelSignal cancel) {
        AutoCloseable alone = source.alone(s.id());
        if (alone == null) {
            return false;
        }
        try {
            return source.listed(
                    TEXTS.get("publishing.put_customers_into", s.name()), progress, cancel, (told, stop) -> {
                        long state = source.dataState();
                        List<Snapshot> made = applied(version, source.model(version.id()), days, state, told, stop);
                        try {
                            stop.throwIfCancelled();
                            source.addSnapshots(version.id(), made, gone);
                            return true;
                        } catch (RuntimeException e) {
                            source.forget(made.stream().map(Snapshot::dataset).toList());
                            throw e;
                        }
                    });
        } finally {
            try {
                alone.close();
            } catch (Exception e) {
                LOG.warn("Nobody can put customers into {} until the next start", s.name(), e);
            }
        }
    }
}
