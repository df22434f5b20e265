package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.RenderedReport;
import org.clientele.platform.runtime.ReportRequest;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code report}: all dashboards as one document. */
@Command(name = "report", description = "Write all dashboards, or some, as one document: HTML or PDF.")
final class ReportCommand extends WorkspaceCommand {
    @Parameters(
            paramLabel = "DASHBOARD",
            arity = "0..*",
            description = "Dashboards' ids or the last parts of them, in the order wanted. Default: all.")
    List<String> dashboards = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description =
                    "Where it goes; its ending says what it becomes: .html, one file that needs nothing else, or .pdf.")
    Path out = Path.of("");

    @Mixin
    PeriodOption days = new PeriodOption();

    @Override
    int run(Workspace workspace, Session session) {
        String name = out.toString().toLowerCase(Locale.ROOT);
        boolean pdf = name.endsWith(".pdf");
        if (!pdf && !name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new ParameterException(
                    spec.commandLine(), "--out names a file that ends in .html or .pdf, not \"" + out + "\".");
        }
        RenderedReport report = session.report(new ReportRequest(dashboards, days.choice()), cancel());
        cancel().throwIfCancelled();
        Path target = out.toAbsolutePath().normalize();
        OutputFile.write(target, file -> {
            if (pdf) {
                report.writePdf(file);
            } else {
                report.writeHtml(file);
            }
        });
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            o.put("file", target.toString());
            o.put("format", pdf ? "pdf" : "html");
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
