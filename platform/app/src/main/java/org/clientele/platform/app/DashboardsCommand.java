package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import picocli.CommandLine.Command;

/** {@code dashboards}: what can be opened and rendered. */
@Command(name = "dashboards", description = "List the dashboards.")
final class DashboardsCommand extends WorkspaceCommand {
    @Override
    int run(Workspace workspace, Session session) {
        if (root.json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            for (DashboardEntry d : session.dashboards()) {
                all.addObject().put("id", d.id()).put("title", d.title()).put("plugin", d.plugin());
            }
            Json.write(out(), all);
        } else {
            for (DashboardEntry d : session.dashboards()) {
                out().println(d.id() + "  " + d.title() + "  (" + d.pluginTitle() + ")");
            }
        }
        return ExitCode.DONE;
    }
}
