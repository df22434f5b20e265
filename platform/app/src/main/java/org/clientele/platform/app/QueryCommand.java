package org.clientele.platform.app;

import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code query}: metrics by dimensions. */
@Command(
        name = "query",
        description = "Ask for metrics, for example: query revenue orders --by month --running ytd --compare"
                + " year-before")
final class QueryCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "METRIC", arity = "1..*", description = "Metric ids or the last part of them.")
    List<String> metrics = List.of();

    @Option(
            names = "--by",
            paramLabel = "DIM",
            split = ",",
            description =
                    "day, week, month, quarter, year, country, currency, product, product-name, category, customer; or a"
                            + " column, such as channel, customer.gender or product.brand.")
    List<String> by = List.of();

    @Mixin
    FilterOptions rows = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Option(names = "--top", paramLabel = "N", description = "The N groups with the most of the first metric.")
    int top;

    @Mixin
    SeriesOptions series = new SeriesOptions();

    @Option(
            names = "--target",
            description =
                    "Also the target of each metric for these days, how far it is reached, and where it comes from.")
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
            throw new ParameterException(spec.commandLine(), "--top takes a number from 1, not " + top + ".");
        }
        return top;
    }
}
