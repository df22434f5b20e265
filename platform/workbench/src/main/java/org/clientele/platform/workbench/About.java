package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.workbench.page.PluginsPage;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Section;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.jspecify.annotations.Nullable;

/** What this program is, in which version, made of what, and under which licences. */
final class About {
    private static final Texts TEXTS = Texts.of(About.class);

    private About() {}

    /** @param versionAndState as the contents of a workspace have them, "1.0.0 STARTED" */
    private static String plugin(String versionAndState) {
        int state = versionAndState.lastIndexOf(' ') + 1;
        return TEXTS.get(
                "about.plugin",
                versionAndState.substring(0, state).strip(),
                PluginsPage.word(versionAndState.substring(state)));
    }

    static Sheet.Content sheet(String version, @Nullable OpenWorkspace opened) {
        List<Section> all = new ArrayList<>();
        all.add(new Section("", TEXTS.get("about.what")));
        all.add(new Section(TEXTS.get("about.licence"), TEXTS.get("about.licences")));
        if (opened != null && !opened.contents().plugins().isEmpty()) {
            all.add(new Section(
                    TEXTS.get("about.plugins"),
                    "",
                    opened.contents().plugins().entrySet().stream()
                            .map(e -> new Sheet.Row(e.getKey(), plugin(e.getValue())))
                            .toList()));
        }
        if (opened != null) {
            all.add(new Section(
                    TEXTS.get("about.workspace"), opened.workspace().directory().toString()));
        }
        all.add(new Section(
                TEXTS.get("about.runs.on"),
                TEXTS.get(
                        "about.runs.on.these",
                        Runtime.version(),
                        System.getProperty("os.name", ""),
                        SWT.getVersion(),
                        SWT.getPlatform())));
        return new Sheet.Content(
                TEXTS.get("about.title", version), all, List.of(Sheet.Action.primary(TEXTS.get("close"), () -> {})));
    }
}
