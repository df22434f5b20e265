package org.clientele.platform.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.breakdown.BreakdownTable;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.breakdown.Level;
import org.clientele.platform.runtime.breakdown.Way;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code breakdown}: a metric taken apart, level by level. */
@Command(name = "breakdown", description = "${bundle:usage.breakdown}")
final class BreakdownCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(BreakdownCommand.class);

    private static final int MOST_LEVELS = 12;

    @Parameters(paramLabel = "METRIC", description = "${bundle:option.breakdown.metric}")
    String metric = "";

    @Option(names = "--by", paramLabel = "DIM", split = ",", description = "${bundle:option.breakdown.by}")
    List<String> by = List.of();

    @Option(names = "--auto", paramLabel = "N", description = "${bundle:option.breakdown.auto}")
    int auto;

    @Option(names = "--look-for", paramLabel = "WHAT", description = "${bundle:option.breakdown.look_for}")
    String lookFor = "most";

    @Option(names = "--open", paramLabel = "DIM=MEMBER", description = "${bundle:option.breakdown.open}")
    Map<String, String> open = new LinkedHashMap<>();

    @Mixin
    FilterOptions rows = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Mixin
    SeriesOptions series = new SeriesOptions();

    @Option(names = "--top", paramLabel = "N", description = "${bundle:option.breakdown.top}")
    int top = Level.SHOWN;

    @Mixin
    FormatOption format = new FormatOption();

    private boolean compared;

    @Override
    int run(Workspace workspace, Session session) {
        MetricQuery question = series.of(new MetricQuery(
                List.of(metric), List.of(), rows.filters(), days.days(session, cancel()), Comparison.NONE, 0));
        compared = question.comparison() != Comparison.NONE;
        Frame frame = BreakdownTable.of(session.breakdowns().tree(question, drill(), cancel()));
        format.print(root.json ? frame : BreakdownTable.forPeople(frame), root.json, session.format(), out());
        return ExitCode.DONE;
    }

    private Drill drill() {
        if (top < 1) {
            throw wrong(TEXTS.get("breakdown.top_takes_number_from", String.valueOf(top)));
        }
        if (auto < 0 || by.size() + auto > MOST_LEVELS) {
            throw wrong(TEXTS.get("breakdown.auto_together_make_1", String.valueOf(MOST_LEVELS)));
        }
        List<Level> levels = new ArrayList<>();
        for (String name : by) {
            String dimension = name.strip().toLowerCase(Locale.ROOT);
            Level level = Level.by(dimension).showing(top);
            String member = open.get(dimension);
            levels.add(member == null ? level : level.pick(dimension, member));
        }
        for (int i = 0; i < auto; i++) {
            levels.add(Level.found(way()).showing(top));
        }
        return new Drill(levels, "");
    }

    private Way way() {
        return switch (lookFor.toLowerCase(Locale.ROOT)) {
            case "most" -> Way.MOST;
            case "least" -> Way.LEAST;
            case "rise" -> change(Way.RISE);
            case "fall" -> change(Way.FALL);
            default -> throw wrong(TEXTS.get("breakdown.look_for_takes_most", lookFor));
        };
    }

    private Way change(Way way) {
        if (!compared) {
            throw wrong(TEXTS.get("breakdown.look_for_looks_at", lookFor));
        }
        return way;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
