package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Section;
import org.eclipse.swt.SWT;
import org.jspecify.annotations.Nullable;

/** What this program is, in which version, made of what, and under which licences. */
final class About {
    private About() {}

    static Sheet.Content sheet(String version, @Nullable OpenWorkspace opened) {
        List<Section> all = new ArrayList<>();
        all.add(new Section("", "A workbench for customer analytics whose dashboards are plugins."));
        all.add(new Section(
                "Licence",
                "Apache-2.0. The parts that it contains keep theirs, among them SWT (EPL-2.0), DuckDB (MIT), HSQLDB (BSD), jOOQ,"
                        + " Apache Felix, PF4J and the font Roboto (Apache-2.0)."));
        if (opened != null && !opened.contents().plugins().isEmpty()) {
            all.add(new Section(
                    "Plugins",
                    "",
                    opened.contents().plugins().entrySet().stream()
                            .map(e -> new Sheet.Row(e.getKey(), e.getValue().toLowerCase(java.util.Locale.ROOT)))
                            .toList()));
        }
        if (opened != null) {
            all.add(new Section("Workspace", opened.workspace().directory().toString()));
        }
        all.add(new Section(
                "Runs on",
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + ", SWT " + SWT.getVersion()
                        + " on " + SWT.getPlatform()));
        return new Sheet.Content("Clientele " + version, all, List.of(Sheet.Action.primary("Close", () -> {})));
    }
}
