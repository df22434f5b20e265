package org.clientele.platform.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.AnalysisView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyse}: what plugins work out. */
@Command(
        name = "analyse",
        description = "Run an analysis of a plugin, or, without one, list them with their parameters.")
final class AnalyseCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "ANALYSIS", arity = "0..1", description = "Its id or the last part of it.")
    @Nullable
    String analysis;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter; what is not named has its default.")
    Map<String, String> parameters = Map.of();

    @Option(names = "--where", paramLabel = "EXPR", description = "A condition, for example \"country = 'France'\".")
    List<String> where = List.of();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, as 2011-12-01.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day, included.")
    @Nullable
    LocalDate to;

    @Option(names = "--format", description = "csv, json or table. Default: table, or json with --json.")
    QueryCommand.@Nullable Format format;

    @Override
    int run(Workspace workspace, Session session) {
        if (analysis == null) {
            list(session.analysesOffered());
            return ExitCode.DONE;
        }
        Frame frame = session.analyse(
                new AnalysisCall(analysis, parameters),
                new Period(from, to),
                where.stream().map(Filter::where).toList(),
                Progress.NONE,
                cancel());
        switch (root.json ? QueryCommand.Format.JSON : format == null ? QueryCommand.Format.TABLE : format) {
            case JSON -> Json.write(out(), Json.frame(frame));
            case CSV -> FrameText.csv(frame, out());
            case TABLE -> FrameText.table(frame, session.format(), out());
        }
        return ExitCode.DONE;
    }

    private void list(List<AnalysisView> offered) {
        if (root.json) {
            Json.write(out(), offered);
            return;
        }
        for (AnalysisView a : offered) {
            out().println(a.id() + "  " + a.title());
            a.parameters()
                    .forEach(p -> out().println("    --param " + p.name() + "=" + p.initial() + "  " + p.label()));
        }
    }
}
