package org.clientele.platform.app;

import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code query}: metrics by dimensions. */
@Command(name = "query", description = "${bundle:usage.query}")
final class QueryCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(QueryCommand.class);

    @Parameters(paramLabel = "METRIC", arity = "1..*", description = "${bundle:option.query.metrics}")
    List<String> metrics = List.of();

    @Option(names = "--by", paramLabel = "DIM", split = ",", description = "${bundle:option.query.by}")
    List<String> by = List.of();

    @Mixin
    FilterOptions rows = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(names = "--top", paramLabel = "N", description = "${bundle:option.query.top}")
    int top;

    @Mixin
    SeriesOptions series = new SeriesOptions();

    @Option(names = "--target", description = "${bundle:option.query.target}")
    boolean target;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    int run(Workspace workspace, Session session) {
        MetricQuery query = series.of(new MetricQuery(
                metrics, dimensions(), rows.filters(), days.days(session, cancel()), Comparison.NONE, topN()));
        Frame frame = target ? session.assessed(query, cancel()) : session.query(query, cancel());
        format.print(frame, root.json, session.format(), out());
        return ExitCode.DONE;
    }

    private List<String> dimensions() {
        return by.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }

    private int topN() {
        if (top < 1 && spec.commandLine().getParseResult().hasMatchedOption("--top")) {
            throw new ParameterException(
                    spec.commandLine(), TEXTS.get("breakdown.top_takes_number_from", String.valueOf(top)));
        }
        return top;
    }
}
