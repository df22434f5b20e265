package org.clientele.platform.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segments}: published segmentations and scores. */
@Command(
        name = "segments",
        description = {"${bundle:usage.segments}", "${bundle:usage.segments.details}"})
final class SegmentsCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(SegmentsCommand.class);

    @Parameters(index = "0", arity = "0..1", paramLabel = "DEED", description = "${bundle:option.segments.what}")
    String what = "list";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME", description = "${bundle:option.segments.names}")
    List<String> names = List.of();

    @Option(names = "--name", paramLabel = "TEXT", description = "${bundle:option.segments.name}")
    @Nullable
    String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "${bundle:option.for_people}")
    @Nullable
    String description;

    @Option(names = "--action", paramLabel = "TEXT", description = "${bundle:option.segments.action}")
    @Nullable
    String action;

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "${bundle:option.segments.parameters}")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin
    FilterOptions filters = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(names = "--as-of", paramLabel = "DATE", description = "${bundle:option.segments.as_of}")
    @Nullable
    LocalDate asOf;

    @Option(names = "--months", paramLabel = "N", description = "${bundle:option.segments.months}")
    @Nullable
    Integer months;

    @Option(names = "--versions", arity = "1..2", paramLabel = "N", description = "${bundle:option.segments.versions}")
    List<Integer> versions = List.of();

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    int run(Workspace workspace, Session session) {
        Segmentations segments = session.segmentations();
        SegmentsText text = new SegmentsText(session, out(), root.json, cancel());
        switch (what.toLowerCase(Locale.ROOT)) {
            case "list" -> text.list();
            case "publish" ->
                text.show(TEXTS.get("segments.published"), segments.publish(draft(session), progress(), cancel()));
            case "apply" -> apply(segments, text);
            case "show" -> show(segments.get(name(0, TEXTS.get("segments.show_needs_segmentation"))), text);
            case "versions" -> text.versions(segments.get(name(0, TEXTS.get("segments.versions_needs_segmentation"))));
            case "compare" -> compare(segments, text);
            case "use" -> text.show(TEXTS.get("segments.force"), use(segments));
            case "rename" -> text.show(TEXTS.get("segments.renamed"), renamed(segments));
            case "segment" -> text.show(TEXTS.get("segments.changed"), edited(segments));
            case "delete" -> {
                PublishedSegmentation gone = segments.get(name(0, TEXTS.get("segments.delete_needs_segmentation")));
                segments.delete(gone);
                text.gone(gone);
            }
            case "restore" ->
                text.show(
                        TEXTS.get("segments.brought_back"),
                        segments.restore(segments.deleted(name(0, TEXTS.get("segments.restore_needs_segmentation")))));
            default -> throw invalid(TEXTS.get("segments.nothing_to_do", what));
        }
        return ExitCode.DONE;
    }

    /** Puts customers into the segments that are due after new data, and says so. */
    static void catchUp(Session session, PrintWriter out, CancelSignal cancel) {
        session.segmentations().applyDue(Progress.NONE, cancel).forEach(s -> out.println(SegmentsText.line(s)));
    }

    private Progress progress() {
        return new ConsoleProgress(err(), root.surroundings().terminal() && !root.json);
    }

    private String name(int at, String sentence) {
        if (at >= names.size()) {
            throw invalid(TEXTS.get("segments.list_shows", sentence));
        }
        return names.get(at);
    }

    private SegmentDraft draft(Session session) {
        if (names.isEmpty() || name == null) {
            throw invalid(TEXTS.get("segments.segments_publish_needs_analysis"));
        }
        return new SegmentDraft(
                name,
                description == null ? "" : description,
                new AnalysisCall(names.get(0), parameters),
                filters.filters(),
                days.days(session, cancel()),
                asOf,
                months == null ? 0 : months);
    }

    private void apply(Segmentations segments, SegmentsText text) {
        if (names.isEmpty()) {
            text.applied(segments.applyDue(progress(), cancel()));
            return;
        }
        PublishedSegmentation segmentation = segments.get(names.get(0));
        if (asOf != null && months != null) {
            throw invalid(TEXTS.get("segments.as_says_one_day"));
        }
        text.show(
                TEXTS.get("segments.customers"),
                asOf == null
                        ? segments.apply(segmentation, months == null ? 0 : months, progress(), cancel())
                        : segments.applyAsOf(segmentation, asOf, progress(), cancel()));
    }

    private void show(PublishedSegmentation segmentation, SegmentsText text) {
        if (format.format == null) {
            text.show("", segmentation);
        } else {
            text.members(segmentation, format);
        }
    }

    private void compare(Segmentations segments, SegmentsText text) {
        PublishedSegmentation segmentation = segments.get(name(0, TEXTS.get("segments.compare_needs_segmentation")));
        if (versions.size() != 2) {
            throw invalid(TEXTS.get("segments.segments_compare_needs_versions"));
        }
        text.comparison(segments.compare(segmentation, versions.get(0), versions.get(1), cancel()), format);
    }

    private PublishedSegmentation use(Segmentations segments) {
        PublishedSegmentation segmentation = segments.get(name(0, TEXTS.get("segments.use_needs_segmentation")));
        if (versions.size() != 1) {
            throw invalid(TEXTS.get("segments.segments_use_needs_versions"));
        }
        return segments.use(segmentation, versions.get(0));
    }

    private PublishedSegmentation renamed(Segmentations segments) {
        PublishedSegmentation now = segments.get(name(0, TEXTS.get("segments.rename_needs_segmentation")));
        String fresh = names.size() > 1 ? names.get(1) : name == null ? now.name() : name;
        if (names.size() < 2 && name == null && description == null) {
            throw invalid(TEXTS.get("segments.segments_rename_needs_new"));
        }
        return segments.rename(now, fresh, description == null ? now.description() : description);
    }

    private PublishedSegmentation edited(Segmentations segments) {
        PublishedSegmentation now = segments.get(name(0, TEXTS.get("segments.segment_needs_segmentation_segment")));
        String wanted = name(1, TEXTS.get("segments.segment_needs_segment"));
        if (name == null && description == null && action == null) {
            throw invalid(TEXTS.get("segments.segments_segment_needs_name"));
        }
        Optional<Segment> there = now.current().segments().stream()
                .filter(s -> s.name().equalsIgnoreCase(wanted) || s.key().equalsIgnoreCase(wanted))
                .findFirst();
        return segments.edit(
                now,
                wanted,
                name != null ? name : there.map(Segment::name).orElse(wanted),
                description != null
                        ? description
                        : there.map(Segment::description).orElse(""),
                action != null ? action : there.map(Segment::action).orElse(""));
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
