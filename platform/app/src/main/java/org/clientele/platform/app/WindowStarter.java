package org.clientele.platform.app;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.Hosting;
import org.clientele.platform.runtime.door.Holder;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.workbench.Milestone;
import org.clientele.platform.workbench.Summons;
import org.clientele.platform.workbench.WorkbenchOptions;
import org.clientele.platform.workbench.WorkbenchWindow;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Opens the window. System properties serve pictures and measurements of it. */
final class WindowStarter {
    private static final Texts TEXTS = Texts.of(WindowStarter.class);

    private WindowStarter() {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @param directory the workspace, or null for the one that was open last
     */
    static int open(@Nullable Path directory, PrintWriter out) {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        if (linux && isBlank(System.getenv("DISPLAY")) && isBlank(System.getenv("WAYLAND_DISPLAY"))) {
            throw new AnalyticsException(ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("window.starter.there_no_display_so"));
        }
        WorkbenchOptions options = WorkbenchOptions.defaults(ProductVersion.get())
                .fonts(Product.home().resolve("fonts"))
                .sample((session, progress, cancel) ->
                        SampleLoad.into(session, SampleOptions.standard(), null, progress, cancel));
        Path workspace = directory == null ? DefaultWorkspace.path() : directory;
        Optional<Holder> open = Hosting.caller(workspace, ProductVersion.get()).show();
        if (open.isPresent()) {
            out.println(TEXTS.get(
                    "window.starter.workspace_open_already_which",
                    workspace,
                    open.get().described()));
            return ExitCode.DONE;
        }
        Summons summons = new Summons();
        Hosting hosting = Hosting.window(ProductVersion.get(), Entrance::serve, summons::call);
        return WorkbenchWindow.open(
                workspace,
                folder -> Entrance.openForWindow(folder, hosting),
                photographed(measured(options, out)),
                summons);
    }

    private static boolean isBlank(@Nullable String s) {
        return s == null || s.isBlank();
    }

    /** With {@code clientele.exitAfterFirstPaint}, says when the window was first painted and ends the program. */
    private static WorkbenchOptions measured(WorkbenchOptions options, PrintWriter out) {
        if (!Boolean.getBoolean("clientele.exitAfterFirstPaint")) {
            return options;
        }
        return options.milestones(milestone -> {
            out.println(milestone.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
            out.flush();
            if (milestone == Milestone.PAGE_PAINTED) {
                Runtime.getRuntime().halt(ExitCode.DONE);
            }
        });
    }

    /**
     * With {@code clientele.screenshot}, writes a picture of the finished window and closes it; {@code clientele.import} names
     * files that the import wizard shows, {@code clientele.step} its step. With {@code clientele.proof}, goes through all pages and
     * writes what they say, and what of that cannot be read.
     */
    private static WorkbenchOptions photographed(WorkbenchOptions options) {
        String file = System.getProperty("clientele.screenshot");
        String proof = System.getProperty("clientele.proof");
        if (file == null && proof == null) {
            return options;
        }
        WorkbenchOptions pictured = (file == null ? options.proof(Path.of(proof)) : options.screenshot(Path.of(file)))
                .sized(Integer.getInteger("clientele.width", 1280), Integer.getInteger("clientele.height", 800))
                .showing(System.getProperty("clientele.page", ""));
        String imported = System.getProperty("clientele.import");
        if (imported != null) {
            List<Path> files = Arrays.stream(imported.split(File.pathSeparator))
                    .filter(name -> !name.isBlank())
                    .map(Path::of)
                    .toList();
            pictured = pictured.importing(files, Integer.getInteger("clientele.step", 0));
        }
        String theme = System.getProperty("clientele.theme");
        return theme == null ? pictured : pictured.themed(theme.equals("dark") ? Theme.DARK : Theme.LIGHT);
    }
}
