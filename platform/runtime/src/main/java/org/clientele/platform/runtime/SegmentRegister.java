package org.clientele.platform.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.platform.catalog.StoredSegmentation;
import org.clientele.platform.catalog.StoredSegmentations;
import org.clientele.platform.query.KnownSegments;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.Stored;
import org.clientele.platform.warehouse.Memberships;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.PublishedSegments;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published segmentations of a workspace: definitions in the catalog, lists in the warehouse. A list counts once the catalog names it; what the
 * catalog does not name is deleted at the next start. Thread-safe.
 */
final class SegmentRegister {
    private static final Texts TEXTS = Texts.of(SegmentRegister.class);

    private static final Logger LOG = LoggerFactory.getLogger(SegmentRegister.class);
    private static final Duration KEPT = Duration.ofDays(30);
    /** Questions that were asked before a list was replaced still read it. */
    private static final Duration READ_ON = Duration.ofMinutes(10);

    private final StoredSegmentations segmentations;
    private final Memberships lists;
    private final Clock clock;
    private final Set<Long> working = ConcurrentHashMap.newKeySet();
    private final Deque<Replaced> replaced = new ArrayDeque<>();
    private volatile List<StoredSegmentation> all;
    private volatile KnownSegments known;
    private volatile long changes;

    /** Lists that nothing names since a moment. */
    private record Replaced(Collection<Long> datasets, Instant since) {}

    SegmentRegister(StoredSegmentations segmentations, Memberships lists, Clock clock) {
        this.segmentations = segmentations;
        this.lists = lists;
        this.clock = clock;
        segmentations.forget(clock.instant().minus(KEPT));
        this.all = segmentations.all();
        this.known = known(all);
    }

    List<StoredSegmentation> all() {
        return all;
    }

    Memberships lists() {
        return lists;
    }

    StoredSegmentations stored() {
        return segmentations;
    }

    /** The lists that are named. */
    Set<Long> datasets() {
        return datasets(all);
    }

    static Set<Long> datasets(List<StoredSegmentation> all) {
        Set<Long> named = new HashSet<>();
        all.forEach(s -> s.versions().forEach(v -> v.snapshots().forEach(d -> named.add(d.dataset()))));
        return named;
    }

    /** After a change in the catalog. Lists that it does not name any more go once nobody reads them. */
    synchronized void changed() {
        Set<Long> before = datasets();
        all = segmentations.all();
        known = known(all);
        changes++;
        before.removeAll(datasets());
        if (!before.isEmpty()) {
            replaced.add(new Replaced(before, clock.instant()));
        }
        Instant read = clock.instant().minus(READ_ON);
        for (Replaced r = replaced.peek(); r != null && r.since().isBefore(read); r = replaced.peek()) {
            replaced.remove();
            try {
                lists.delete(r.datasets());
            } catch (RuntimeException e) {
                LOG.warn("The lists {} stay until the next start", r.datasets(), e);
            }
        }
    }

    /** The scores that were known at the end of a day, or are known now, by name. */
    List<PublishedScore> scores(@Nullable LocalDate until) {
        List<PublishedScore> scores = new ArrayList<>();
        for (StoredSegmentation stored : all) {
            PublishedSegmentation s = Stored.read(stored);
            PublishedSegmentation.Score score = s.current().score();
            if (score != null && s.deleted() == null) {
                s.current().snapshots().stream()
                        .map(PublishedSegmentation.Snapshot::day)
                        .filter(day -> until == null || !day.isAfter(until))
                        .reduce((a, b) -> b)
                        .ifPresent(day -> scores.add(
                                new PublishedScore(s.dimension(), s.name(), score.unit(), score.meaning(), day)));
            }
        }
        return List.copyOf(scores);
    }

    /** The segmentations that are not deleted, by name. */
    List<PublishedSegments> segmentations() {
        return all.stream()
                .map(Stored::read)
                .filter(s -> !s.isScore() && s.deleted() == null)
                .map(s -> new PublishedSegments(
                        s.dimension(),
                        s.name(),
                        s.current().analysis(),
                        s.current().parameters()))
                .toList();
    }

    /** A number that changes with the segmentations. */
    long state() {
        return changes;
    }

    /** The segmentations that somebody works on. */
    Set<Long> working() {
        return working;
    }

    /** What questions may name. */
    KnownSegments known() {
        return known;
    }

    private static KnownSegments known(List<StoredSegmentation> all) {
        Map<String, KnownSegments.Known> known = new HashMap<>();
        Map<String, String> gone = new HashMap<>();
        for (StoredSegmentation s : all) {
            Instant deleted = s.deletedAt();
            for (String key : s.keys()) {
                if (deleted == null) {
                    known.put(key, known(s));
                } else {
                    gone.put(key, gone(s, deleted));
                }
            }
        }
        return new KnownSegments(known, gone);
    }

    private static KnownSegments.Known known(StoredSegmentation s) {
        StoredSegmentation.Version version = s.versions().stream()
                .filter(v -> v.number() == s.inForce())
                .findFirst()
                .orElse(s.versions().get(s.versions().size() - 1));
        return new KnownSegments.Known(
                s.key(),
                s.name(),
                version.segments().stream()
                        .map(g -> new KnownSegments.Segment(g.key(), g.name(), g.former()))
                        .toList(),
                version.score() == null ? null : Stored.unit(version.score()),
                version.snapshots().stream()
                        .map(d -> new KnownSegments.Snapshot(d.dataset(), d.asOf()))
                        .toList());
    }

    private static String gone(StoredSegmentation s, Instant deleted) {
        LocalDate day = LocalDate.ofInstant(deleted, java.time.ZoneId.systemDefault());
        return TEXTS.get(
                "segment.register.segmentation_was_deleted_on_bring",
                s.name(),
                PeriodText.day(day),
                "clientele segments restore " + s.key());
    }
}
