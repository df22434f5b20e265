package org.clientele.platform.app;

import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.runtime.PluginView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plugins}: what is loaded, and what was refused and why. */
@Command(name = "plugins", description = "${bundle:usage.plugins}")
final class PluginsCommand extends WorkspaceCommand {
    @ArgGroup(exclusive = true)
    @Nullable
    Change change;

    static final class Change {
        @Option(names = "--install", paramLabel = "FILE.jar", description = "${bundle:option.plugins.install}")
        @Nullable
        Path install;

        @Option(names = "--remove", paramLabel = "ID", description = "${bundle:option.plugins.remove}")
        @Nullable
        String remove;
    }

    @Override
    int run(Workspace workspace, Session session) {
        if (change != null && change.install != null) {
            workspace.installPlugin(change.install);
        } else if (change != null && change.remove != null) {
            workspace.removePlugin(change.remove);
        }
        List<PluginView> plugins = workspace.plugins();
        if (root.json) {
            Json.write(out(), plugins);
        } else {
            for (PluginView p : plugins) {
                out().println(p.id() + "  " + p.version() + "  " + p.state()
                        + (p.message().isEmpty() ? "" : "  " + p.message()));
            }
        }
        return ExitCode.DONE;
    }
}
