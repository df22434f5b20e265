package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.ExportOptions;
import org.clientele.platform.runtime.FileFormat;
import org.clientele.platform.runtime.RenderedReport;
import org.clientele.platform.runtime.ReportRequest;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code report}: all dashboards as one document. */
@Command(name = "report", description = "${bundle:usage.report}")
final class ReportCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(ReportCommand.class);

    @Parameters(paramLabel = "DASHBOARD", arity = "0..*", description = "${bundle:option.report.dashboards}")
    List<String> dashboards = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "${bundle:option.report.out}")
    Path out = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "${bundle:option.report.format}")
    @Nullable
    FileFormat format;

    @Mixin
    PeriodOptions days = new PeriodOptions();

    @Mixin
    FilterOptions rows = new FilterOptions();

    @Mixin
    SeriesOptions series = new SeriesOptions();

    @Mixin
    ChoiceOptions choices = new ChoiceOptions();

    @Override
    int run(Workspace workspace, Session session) {
        FileFormat wanted = format != null ? format : FileFormat.of(out).orElse(null);
        if (wanted == null || !Export.ofReports().contains(wanted)) {
            throw new ParameterException(
                    spec.commandLine(),
                    TEXTS.get("report.report_becomes_html_pdf", (format == null ? out : format.extension())));
        }
        RenderedReport report = session.report(
                new ReportRequest(
                        dashboards, series.of(choices.of(days.during(Scope.ALL)).filtered(rows.filters()))),
                cancel());
        cancel().throwIfCancelled();
        Path target = out.toAbsolutePath().normalize();
        report.export().write(wanted, target, ExportOptions.standard(), Progress.NONE, cancel());
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            o.put("file", target.toString());
            o.put("format", wanted.extension());
            report.dashboards().forEach(o.putArray("dashboards")::add);
            report.failures().forEach(o.putArray("failures")::add);
            Json.write(out(), o);
        } else {
            out().println(target);
        }
        report.failures().forEach(failure -> err().println(failure));
        return report.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
