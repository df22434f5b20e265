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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segments}: published segmentations and scores. */
@Command(
        name = "segments",
        description = {
            "List published segmentations, publish what an analysis finds, put customers into their segments anew:",
            "  segments list",
            "  segments publish segmentation/rfm --name RFM --months 12",
            "  segments publish segmentation/k-means --name Clusters --param k=5 --as-of 2011-11-30",
            "  segments apply rfm --months 3",
            "  segments apply",
            "  segments show rfm --format csv",
            "  segments versions rfm",
            "  segments compare rfm --versions 1 2",
            "  segments use rfm --versions 1",
            "  segments rename rfm \"Value\"",
            "  segments segment rfm champions --name \"Best\" --action \"Invite them.\"",
            "  segments delete rfm",
            "  segments restore rfm",
            "What an analysis gives each customer as a number is published likewise: a score, score.value, to filter by in query",
            "--between score.value=100..500, with the metrics mean-value and sum-value.",
            "A segmentation is a dimension, segment.rfm with the names of its segments, none and unknown, in query --by and --only."
        })
final class SegmentsCommand extends WorkspaceCommand {
    private static final String DEEDS =
            "list, publish, apply, show, versions, compare, use, rename, segment, delete and restore";

    @Parameters(index = "0", arity = "0..1", paramLabel = "DEED", description = DEEDS + "; list where it is left out.")
    String what = "list";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME",
            description = "The name or key of a segmentation; to publish, an analysis; then a segment or a new name.")
    List<String> names = List.of();

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "The name of what is published, or a segment's new one.")
    @Nullable
    String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "For people.")
    @Nullable
    String description;

    @Option(names = "--action", paramLabel = "TEXT", description = "For segment: what to do for its customers.")
    @Nullable
    String action;

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "For publish: a parameter of the analysis.")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin
    FilterOptions filters = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(names = "--as-of", paramLabel = "DATE", description = "Customers as they were at the end of this day.")
    @Nullable
    LocalDate asOf;

    @Option(names = "--months", paramLabel = "N", description = "Also at the ends of so many months before.")
    @Nullable
    Integer months;

    @Option(
            names = "--versions",
            arity = "1..2",
            paramLabel = "N",
            description = "Numbers of versions: two to compare, one to use.")
    List<Integer> versions = List.of();

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    int run(Workspace workspace, Session session) {
        Segmentations segments = session.segmentations();
        SegmentsText text = new SegmentsText(session, out(), root.json, cancel());
        switch (what.toLowerCase(Locale.ROOT)) {
            case "list" -> text.list();
            case "publish" -> text.show("Published", segments.publish(draft(session), progress(), cancel()));
            case "apply" -> apply(segments, text);
            case "show" -> show(segments.get(name(0, "show needs a segmentation.")), text);
            case "versions" -> text.versions(segments.get(name(0, "versions needs a segmentation.")));
            case "compare" -> compare(segments, text);
            case "use" -> text.show("In force", use(segments));
            case "rename" -> text.show("Renamed", renamed(segments));
            case "segment" -> text.show("Changed", edited(segments));
            case "delete" -> {
                PublishedSegmentation gone = segments.get(name(0, "delete needs a segmentation."));
                segments.delete(gone);
                text.gone(gone);
            }
            case "restore" ->
                text.show("Brought back", segments.restore(segments.deleted(name(0, "restore needs a segmentation."))));
            default -> throw invalid("\"" + what + "\" is nothing to do with segmentations; " + DEEDS + " are.");
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
            throw invalid("segments " + sentence + " segments list shows those that there are.");
        }
        return names.get(at);
    }

    private SegmentDraft draft(Session session) {
        if (names.isEmpty() || name == null) {
            throw invalid("segments publish needs an analysis and --name NAME. clientele analyse lists analyses.");
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
            throw invalid("--as-of says one day, and --months several; leave one of them out.");
        }
        text.show(
                "Customers are in",
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
        PublishedSegmentation segmentation = segments.get(name(0, "compare needs a segmentation."));
        if (versions.size() != 2) {
            throw invalid("segments compare needs --versions and two numbers, such as --versions 1 2.");
        }
        text.comparison(segments.compare(segmentation, versions.get(0), versions.get(1), cancel()), format);
    }

    private PublishedSegmentation use(Segmentations segments) {
        PublishedSegmentation segmentation = segments.get(name(0, "use needs a segmentation."));
        if (versions.size() != 1) {
            throw invalid("segments use needs --versions and one number, such as --versions 1.");
        }
        return segments.use(segmentation, versions.get(0));
    }

    private PublishedSegmentation renamed(Segmentations segments) {
        PublishedSegmentation now = segments.get(name(0, "rename needs a segmentation."));
        String fresh = names.size() > 1 ? names.get(1) : name == null ? now.name() : name;
        if (names.size() < 2 && name == null && description == null) {
            throw invalid("segments rename needs the new name, or --description.");
        }
        return segments.rename(now, fresh, description == null ? now.description() : description);
    }

    private PublishedSegmentation edited(Segmentations segments) {
        PublishedSegmentation now = segments.get(name(0, "segment needs a segmentation and a segment."));
        String wanted = name(1, "segment needs a segment.");
        if (name == null && description == null && action == null) {
            throw invalid("segments segment needs --name, --description or --action.");
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
