package org.clientele.platform.app;

import java.util.List;
import java.util.Map;
import org.clientele.platform.runtime.AnalysisView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.AnalysisCall;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyse}: what plugins work out. */
@Command(name = "analyse", description = "${bundle:usage.analyse}")
final class AnalyseCommand extends WorkspaceCommand {
    @Parameters(paramLabel = "ANALYSIS", arity = "0..1", description = "${bundle:option.analyse.analysis}")
    @Nullable
    String analysis;

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "${bundle:option.analyse.parameters}")
    Map<String, String> parameters = Map.of();

    @Mixin
    FilterOptions rows = new FilterOptions();

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    int run(Workspace workspace, Session session) {
        if (analysis == null) {
            list(session.analysesOffered());
            return ExitCode.DONE;
        }
        Frame frame = session.analyse(
                new AnalysisCall(analysis, parameters),
                days.days(session, cancel()),
                rows.filters(),
                Progress.NONE,
                cancel());
        format.print(frame, root.json, session.format(), out());
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
