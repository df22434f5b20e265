package org.clientele.platform.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code query}: metrics by dimensions. */
@Command(
        name = "query",
        description = "Ask for metrics, for example: query revenue orders --by month --compare year-before")
final class QueryCommand extends WorkspaceCommand {
    enum Format {
        CSV,
        JSON,
        TABLE
    }

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

    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description = "A condition, for example \"country = 'France' and quantity > 0\".")
    List<String> where = List.of();

    @Option(
            names = "--exclude-charges",
            description = "Leave out postage, fees and other charges (see the settings charge-codes and charge-words).")
    boolean excludeCharges;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, as 2011-12-01.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day, included.")
    @Nullable
    LocalDate to;

    @Option(names = "--top", paramLabel = "N", description = "The N groups with the most of the first metric.")
    int top;

    @Option(names = "--compare", paramLabel = "WITH", description = "previous or year-before.")
    @Nullable
    String compare;

    @Option(
            names = "--target",
            description =
                    "Also the target of each metric for these days, how far it is reached, and where it comes from.")
    boolean target;

    @Option(names = "--format", description = "csv, json or table. Default: table, or json with --json.")
    @Nullable
    Format format;

    @Override
    int run(Workspace workspace, Session session) {
        MetricQuery query =
                new MetricQuery(metrics, dimensions(), filters(), new Period(from, to), comparison(), topN());
        Frame frame = target ? session.assessed(query, cancel()) : session.query(query, cancel());
        switch (root.json ? Format.JSON : format == null ? Format.TABLE : format) {
            case JSON -> Json.write(out(), Json.frame(frame));
            case CSV -> FrameText.csv(frame, out());
            case TABLE -> FrameText.table(frame, session.format(), out());
        }
        return ExitCode.DONE;
    }

    private List<Filter> filters() {
        List<Filter> all = new ArrayList<>(where.stream().map(Filter::where).toList());
        if (excludeCharges) {
            all.add(Filter.where("coalesce(is_charge, false) = false"));
        }
        return all;
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

    private Comparison comparison() {
        if (compare == null) {
            return Comparison.NONE;
        }
        return switch (compare.toLowerCase(Locale.ROOT)) {
            case "previous" -> Comparison.PREVIOUS;
            case "year-before" -> Comparison.YEAR_BEFORE;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--compare takes previous or year-before, not \"" + compare + "\".");
        };
    }
}
