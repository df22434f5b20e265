package org.clientele.platform.runtime.segments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.platform.catalog.StoredSegmentation;
import org.clientele.platform.runtime.NameKey;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Snapshot;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Version;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The published segmentations and scores of a workspace as one person may see them. Thread-safe; methods that take a cancel signal block.
 *
 * <pre>{@code
 * PublishedSegmentation rfm = session.segmentations()
 *         .publish(SegmentDraft.of("RFM", AnalysisCall.of("segmentation/rfm")).months(12), progress, cancel);
 * session.query(MetricQuery.of("revenue").by(rfm.dimension()), cancel);
 * }</pre>
 */
public final class Segmentations {
    private static final Texts TEXTS = Texts.of(Segmentations.class);

    private static final int NAME = 100;
    private static final int TEXT = 4000;

    private final SegmentSource source;
    private final Publishing publishing;

    /** @param source what works segments out and keeps them */
    public Segmentations(SegmentSource source) {
        this.source = source;
        this.publishing = new Publishing(source);
    }

    /** All segmentations, by name. Answers at once. */
    public List<PublishedSegmentation> all() {
        return source.stored().stream()
                .filter(s -> s.deletedAt() == null)
                .map(Stored::read)
                .toList();
    }

    /** The names of all of them by their dimensions, as filters name these, and of those that nobody published. Answers at once. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>(source.live());
        all().forEach(s -> names.put(s.dimension(), s.name()));
        return Map.copyOf(names);
    }

    /**
     * Leaves the days out on which nobody knew yet who is in which segment, or has which score.
     *
     * @param dimension of a segmentation or score, as filters name it
     */
    public static Filter knownDays(String dimension) {
        return Filter.where("known(" + dimension + ")");
    }

    /** The segmentations that were deleted and can still be brought back, the last one first. Answers at once. */
    public List<PublishedSegmentation> deleted() {
        return source.stored().stream()
                .filter(s -> s.deletedAt() != null)
                .map(Stored::read)
                .sorted(Comparator.comparing((PublishedSegmentation s) -> Objects.requireNonNull(s.deleted()))
                        .reversed())
                .toList();
    }

    /**
     * The segmentation of a key, also an earlier one, or of a name. Answers at once.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none; the message lists those that there are
     */
    public PublishedSegmentation get(String keyOrName) {
        return find(keyOrName, false).orElseThrow(() -> {
            String names = all().stream().map(PublishedSegmentation::key).collect(Collectors.joining(", "));
            return invalid(
                    names.isEmpty()
                            ? TEXTS.get("segmentations.none_yet", keyOrName.strip())
                            : TEXTS.get("segmentations.unknown", keyOrName.strip(), names));
        });
    }

    /** The segmentation of an id, if it is not deleted. Answers at once. */
    public Optional<PublishedSegmentation> find(long id) {
        return all().stream().filter(s -> s.id() == id).findFirst();
    }

    /** The segmentation of a name, which publishing under that name would give another version, if there is one. Answers at once. */
    public Optional<PublishedSegmentation> named(String name) {
        String plain = plain(name);
        return all().stream().filter(s -> s.name().equalsIgnoreCase(plain)).findFirst();
    }

    /**
     * The deleted segmentation of a key or name, to be brought back. Answers at once.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none
     */
    public PublishedSegmentation deleted(String keyOrName) {
        return find(keyOrName, true)
                .orElseThrow(
                        () -> invalid(TEXTS.get("segmentations.no_segmentation_was_deleted_in", keyOrName.strip())));
    }

    private Optional<PublishedSegmentation> find(String text, boolean deleted) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String key = wanted.replaceFirst("^(segment|score)\\.", "");
        List<StoredSegmentation> among = source.stored().stream()
                .filter(s -> deleted == (s.deletedAt() != null))
                .toList();
        return among.stream()
                .filter(s ->
                        s.key().equals(key) || s.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .or(() -> among.stream().filter(s -> s.keys().contains(key)).findFirst())
                .map(Stored::read);
    }

    /**
     * Publishes what an analysis finds: as a segmentation of its own, or as the next version of the one that has that name, which is in force then.
     *
     * @throws AnalyticsException ARGUMENT_INVALID without a name, if the analysis puts customers into no segments, or if a parameter is wrong;
     *     NOTHING_YET if nobody is in any segment; what the analysis says; CANCELLED; nothing is there then
     */
    public PublishedSegmentation publish(SegmentDraft draft, Progress progress, CancelSignal cancel) {
        String name = checked(draft.name(), draft.description());
        Optional<PublishedSegmentation> there = named(name);
        return source.listed(TEXTS.get("segmentations.publish_segmentation", name), progress, cancel, (told, stop) -> {
            Publishing.Made made = publishing.make(draft, told, stop);
            try {
                stop.throwIfCancelled();
                if (there.isEmpty()) {
                    return known(
                            source.add(key(name, -1), name, draft.description().strip(), made.version(), made.model()));
                }
                PublishedSegmentation old = there.get();
                refuseOther(old, made.version());
                StoredSegmentation.Version named = Publishing.keepingNames(made.version(), old.current());
                source.addVersion(old.id(), named, made.model());
                String said = draft.description().strip();
                if (!said.isEmpty() && !said.equals(old.description())) {
                    source.rename(old.id(), old.key(), old.name(), said);
                }
                return known(old.id());
            } catch (RuntimeException e) {
                source.forget(made.datasets());
                throw e;
            }
        });
    }

    private static void refuseOther(PublishedSegmentation old, StoredSegmentation.Version next) {
        if (old.isScore() != (next.score() != null)) {
            throw invalid(
                    TEXTS.get(old.isScore() ? "segmentations.is_score" : "segmentations.is_segmentation", old.name()));
        }
    }

    /**
     * Puts customers into the segments of the version in force by what is known at the end of the data, new ones among them, and by what was known at ends of
     * months before it. A day that was worked out before is worked out anew.
     *
     * @param months how many ends of months, 0 to {@link SegmentDraft#MOST_MONTHS}
     * @throws AnalyticsException FORBIDDEN if it was published under another policy; what the analysis says; CANCELLED; all is as it was then
     */
    public PublishedSegmentation apply(
            PublishedSegmentation segmentation, int months, Progress progress, CancelSignal cancel) {
        publishing.apply(stored(segmentation.id()), Publishing.Days.months(months), progress, cancel);
        return known(segmentation.id());
    }

    /** The same by what was known at the end of one day. */
    public PublishedSegmentation applyAsOf(
            PublishedSegmentation segmentation, LocalDate day, Progress progress, CancelSignal cancel) {
        publishing.apply(stored(segmentation.id()), Publishing.Days.on(day), progress, cancel);
        return known(segmentation.id());
    }

    /** The segmentations whose data has changed since customers were put into them, and that this person may put them into. Answers at once. */
    public List<PublishedSegmentation> due() {
        return source.stored().stream()
                .filter(s -> s.deletedAt() == null)
                .filter(publishing::due)
                .map(Stored::read)
                .toList();
    }

    /**
     * Puts customers into all segmentations that are {@link #due}: at the end of the data, and at ends of months since the last time.
     *
     * @return those that it was done for; one whose analysis says why not is left out, and that is logged
     */
    public List<PublishedSegmentation> applyDue(Progress progress, CancelSignal cancel) {
        List<PublishedSegmentation> done = new ArrayList<>();
        for (StoredSegmentation s : source.stored()) {
            if (s.deletedAt() == null && publishing.due(s) && publishing.catchUp(s, progress, cancel)) {
                done.add(known(s.id()));
            }
        }
        return List.copyOf(done);
    }

    /** Lets questions mean another version. */
    public PublishedSegmentation use(PublishedSegmentation segmentation, int version) {
        source.use(segmentation.id(), segmentation.version(version).number());
        return known(segmentation.id());
    }

    /**
     * Gives a segmentation another name and description; its key follows its name, and it goes on answering to its earlier keys.
     *
     * @throws AnalyticsException ARGUMENT_INVALID without a name, or with one that another segmentation has
     */
    public PublishedSegmentation rename(PublishedSegmentation segmentation, String name, String description) {
        String free = checked(name, description);
        refuseTaken(free, segmentation.id());
        StoredSegmentation now = stored(segmentation.id());
        String key = free.equals(now.name()) ? now.key() : key(free, now.id());
        source.rename(now.id(), key, free, description.strip());
        return known(now.id());
    }

    private void refuseTaken(String name, long own) {
        for (PublishedSegmentation other : all()) {
            if (other.id() != own && other.name().equalsIgnoreCase(name)) {
                throw invalid(TEXTS.get("segmentations.there_is_segmentation_called_already", other.name()));
            }
        }
    }

    /**
     * Gives a segment of the version in force another name, description and action. Filters that say its earlier name still mean it.
     *
     * @param segment its name or key
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such segment, or the name is another segment's
     */
    public PublishedSegmentation edit(
            PublishedSegmentation segmentation, String segment, String name, String description, String action) {
        Version version = known(segmentation.id()).current();
        int place = place(version, segment);
        String plain = plain(name);
        if (plain.isEmpty() || plain.length() > NAME || plain.equalsIgnoreCase(PublishedSegmentation.NONE)) {
            throw invalid(TEXTS.get("segmentations.segment_name_has_1_characters", NAME, PublishedSegmentation.NONE));
        }
        if (description.length() > TEXT || action.length() > TEXT) {
            throw invalid(TEXTS.get("segmentations.segment_description_action_have_characters", TEXT));
        }
        for (int i = 0; i < version.segments().size(); i++) {
            if (i != place && version.segments().get(i).name().equalsIgnoreCase(plain)) {
                throw invalid(TEXTS.get("segmentations.there_is_segment_called_already", plain));
            }
        }
        source.edit(version.id(), place, plain, description.strip(), action.strip());
        return known(segmentation.id());
    }

    private static int place(Version version, String segment) {
        String wanted = segment.strip();
        List<Segment> all = version.segments();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equalsIgnoreCase(wanted)) {
                return i;
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equalsIgnoreCase(wanted)) {
                return i;
            }
        }
        throw invalid(TEXTS.get(
                "segmentations.there_is_no_segment_there",
                wanted,
                all.stream().map(Segment::name).collect(Collectors.joining(", "))));
    }

    /** Deletes a segmentation; for thirty days it can be brought back. Filters that name it say so from now on. */
    public void delete(PublishedSegmentation segmentation) {
        source.delete(segmentation.id(), true);
    }

    /**
     * Brings a deleted segmentation back.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if another one has its name by now, or it was forgotten
     */
    public PublishedSegmentation restore(PublishedSegmentation segmentation) {
        refuseTaken(stored(segmentation.id()).name(), segmentation.id());
        source.delete(segmentation.id(), false);
        return known(segmentation.id());
    }

    /**
     * Compares two versions: on the last day that both have, else on the newest of each.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such version
     */
    public VersionComparison compare(PublishedSegmentation segmentation, int first, int second, CancelSignal cancel) {
        if (segmentation.isScore()) {
            throw invalid(TEXTS.get("segmentations.scores_not_compared", segmentation.name()));
        }
        Version a = segmentation.version(first);
        Version b = segmentation.version(second);
        LocalDate common = a.snapshots().stream()
                .map(Snapshot::day)
                .filter(day -> b.snapshots().stream().anyMatch(s -> s.day().equals(day)))
                .max(Comparator.naturalOrder())
                .orElse(null);
        LocalDate dayOfA = common == null ? a.newest().day() : common;
        LocalDate dayOfB = common == null ? b.newest().day() : common;
        StoredSegmentation stored = stored(segmentation.id());
        return VersionComparison.of(
                a,
                dayOfA,
                source.members(dataset(stored, a, dayOfA), cancel),
                b,
                dayOfB,
                source.members(dataset(stored, b, dayOfB), cancel));
    }

    private static long dataset(StoredSegmentation stored, Version version, LocalDate day) {
        return stored.versions().stream()
                .filter(v -> v.id() == version.id())
                .flatMap(v -> v.snapshots().stream())
                .filter(s -> s.asOf().equals(day))
                .findFirst()
                .orElseThrow(() -> invalid(TEXTS.get("segmentations.versions_have_changed_meanwhile_compare")))
                .dataset();
    }

    /**
     * Its customers as they are now as a list of records, which can be sorted, filtered and exported.
     *
     * @param segment the name of one segment, or null for all customers, those in none among them
     */
    public RecordsRequest members(PublishedSegmentation segmentation, @Nullable String segment, List<String> columns) {
        return members(segmentation.dimension(), segment, columns);
    }

    /** The same by its dimension, also of segments that nobody published. */
    public RecordsRequest members(String dimension, @Nullable String segment, List<String> columns) {
        String name = names().getOrDefault(dimension, dimension);
        List<String> shown = new ArrayList<>(columns);
        shown.remove(dimension);
        shown.add(Math.min(1, shown.size()), dimension);
        List<Filter> filters = segment == null ? List.of() : List.of(Filter.in(dimension, segment));
        return RecordsRequest.of(
                segment == null ? name : name + ": " + segment,
                RowQuery.of(CustomerModel.CUSTOMER, shown.toArray(String[]::new))
                        .filtered(filters));
    }

    private PublishedSegmentation known(long id) {
        return Stored.read(stored(id));
    }

    private StoredSegmentation stored(long id) {
        return source.stored().stream()
                .filter(s -> s.id() == id)
                .findFirst()
                .orElseThrow(() -> invalid(TEXTS.get("segmentations.segmentation_was_deleted_for_good")));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private static String checked(String name, String description) {
        String plain = plain(name);
        if (plain.isEmpty()) {
            throw invalid(TEXTS.get("segmentations.segmentation_needs_name"));
        }
        if (plain.length() > NAME || description.length() > TEXT) {
            throw invalid(TEXTS.get("segmentations.segmentation_name_has_characters_at", NAME, TEXT));
        }
        return plain;
    }

    /** A key that no other segmentation answers to, so that no filter changes its meaning. */
    private String key(String name, long own) {
        List<String> taken = source.stored().stream()
                .filter(s -> s.id() != own)
                .flatMap(s -> s.keys().stream())
                .toList();
        return NameKey.of(name, "segments_", taken);
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
