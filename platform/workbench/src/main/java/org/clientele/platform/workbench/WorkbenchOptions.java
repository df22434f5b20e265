package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.sdk.chart.Theme;
import org.jspecify.annotations.Nullable;

/**
 * How a window opens. Start with {@link #defaults} and change what should differ.
 *
 * @param version of the product, for About
 * @param width in pixels, or 0 for the remembered one
 * @param height in pixels, or 0 for the remembered one
 * @param theme or null for the remembered one
 * @param dashboard id of the only page to open, {@code "plugins"} for the plugins view, or "" for the remembered ones
 * @param files to give to the import wizard if that is the page
 * @param step of the wizard to show, from 1; 0 for the one that it shows by itself
 * @param screenshot where to write a PNG of the window once its page is painted; the window then closes; or null
 * @param proof where to write what all pages say, and what of it has no room; the window then closes; or null
 * @param fontFolder the bundled TrueType fonts, for Windows and macOS; or null
 * @param sample loads the sample, or null where there is none
 * @param milestones hears, on the UI thread, how far the start is
 */
public record WorkbenchOptions(
        String version,
        int width,
        int height,
        @Nullable Theme theme,
        String dashboard,
        List<Path> files,
        int step,
        @Nullable Path screenshot,
        @Nullable Path proof,
        @Nullable Path fontFolder,
        @Nullable SampleLoader sample,
        Consumer<Milestone> milestones) {

    /** A window as it was left. */
    public static WorkbenchOptions defaults(String version) {
        return new WorkbenchOptions(version, 0, 0, null, "", List.of(), 0, null, null, null, null, m -> {});
    }

    /** The same with a size in pixels. */
    public WorkbenchOptions sized(int w, int h) {
        return new WorkbenchOptions(
                version, w, h, theme, dashboard, files, step, screenshot, proof, fontFolder, sample, milestones);
    }

    /** The same in a theme. */
    public WorkbenchOptions themed(@Nullable Theme t) {
        return new WorkbenchOptions(
                version, width, height, t, dashboard, files, step, screenshot, proof, fontFolder, sample, milestones);
    }

    /** The same with only one page open. */
    public WorkbenchOptions showing(String id) {
        return new WorkbenchOptions(
                version, width, height, theme, id, files, step, screenshot, proof, fontFolder, sample, milestones);
    }

    /** The same, with the import wizard as the only page, at a step. */
    public WorkbenchOptions importing(List<Path> chosen, int at) {
        return new WorkbenchOptions(
                version, width, height, theme, "import", chosen, at, screenshot, proof, fontFolder, sample, milestones);
    }

    /** The same, writing a PNG of the finished window and closing. */
    public WorkbenchOptions screenshot(Path file) {
        return new WorkbenchOptions(
                version, width, height, theme, dashboard, files, step, file, proof, fontFolder, sample, milestones);
    }

    /** The same, writing what all pages say, and what of it has no room, and closing. */
    public WorkbenchOptions proof(Path file) {
        return new WorkbenchOptions(
                version,
                width,
                height,
                theme,
                dashboard,
                files,
                step,
                screenshot,
                file,
                fontFolder,
                sample,
                milestones);
    }

    /** Whether the window is opened for what it writes only, and shall leave no trace of itself. */
    boolean passing() {
        return screenshot != null || proof != null;
    }

    /** The same with a folder of bundled fonts. */
    public WorkbenchOptions fonts(@Nullable Path folder) {
        return new WorkbenchOptions(
                version, width, height, theme, dashboard, files, step, screenshot, proof, folder, sample, milestones);
    }

    /** The same with a sample to open. */
    public WorkbenchOptions sample(SampleLoader loader) {
        return new WorkbenchOptions(
                version,
                width,
                height,
                theme,
                dashboard,
                files,
                step,
                screenshot,
                proof,
                fontFolder,
                loader,
                milestones);
    }

    /** The same, telling how far the start is. */
    public WorkbenchOptions milestones(Consumer<Milestone> listener) {
        return new WorkbenchOptions(
                version, width, height, theme, dashboard, files, step, screenshot, proof, fontFolder, sample, listener);
    }
}
