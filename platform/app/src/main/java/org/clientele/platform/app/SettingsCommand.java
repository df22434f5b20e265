package org.clientele.platform.app;

import java.util.List;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.SettingView;
import org.clientele.platform.runtime.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code settings}: how the workspace counts, and how to change that. */
@Command(name = "settings", description = "${bundle:usage.settings}")
final class SettingsCommand extends WorkspaceCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "${bundle:option.settings.name}")
    @Nullable
    String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "${bundle:option.settings.value}")
    @Nullable
    String value;

    @Override
    int run(Workspace workspace, Session session) {
        if (name == null) {
            List<SettingView> all = session.settings().all();
            if (root.json) {
                Json.write(out(), all);
            } else {
                all.forEach(this::print);
            }
            return ExitCode.DONE;
        }
        SettingView one = value == null
                ? session.settings().get(name)
                : session.settings().change(name, value, cancel());
        if (root.json) {
            Json.write(out(), one);
        } else {
            print(one);
        }
        return ExitCode.DONE;
    }

    private void print(SettingView s) {
        out().println(s.name() + " = " + (s.value().isEmpty() ? "\"\"" : s.value()) + (s.set() ? "" : "  (default)"));
        out().println("    " + s.about());
    }
}
