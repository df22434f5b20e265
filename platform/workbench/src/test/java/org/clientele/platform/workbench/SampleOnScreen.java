package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.sdk.chart.Theme;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The real window on a small retailer, and a person who looks around there. */
@ExtendWith(PictureOfFailure.class)
abstract class SampleOnScreen {
    static final String OVERVIEW = "trial.window/overview";
    static final String BROKEN = "trial.window/broken";
    static final String PAD = "trial.window/pad";

    @TempDir(cleanup = CleanupMode.NEVER)
    Path temporary;

    Display display;
    Hands hands;
    TrialWorkspace workspace;
    WorkbenchWindow window;
    private UiWatch watch;

    @BeforeEach
    void opensTheWindow() {
        display = OnScreen.display();
        hands = new Hands();
        System.setProperty(
                Preferences.FILE_PROPERTY,
                temporary.resolve("workbench.properties").toString());
        watch = UiWatch.start(Thread.currentThread());
        workspace = workspace(temporary);
        open(WorkbenchOptions.defaults("test").sized(1280, 800).themed(Theme.LIGHT));
        awaitFront(OVERVIEW);
    }

    /** The data of this test. */
    TrialWorkspace workspace(Path folder) {
        return TrialWorkspace.withSample(folder);
    }

    void open(WorkbenchOptions options) {
        window = new WorkbenchWindow(display, workspace::open, options.sample(TrialWorkspace::load));
        window.show(workspace.folder());
        window.shell().forceActive();
    }

    @AfterEach
    void closesTheWindow() {
        if (watch == null) {
            return; // without a display no test began
        }
        close();
        watch.stop();
        System.clearProperty(Preferences.FILE_PROPERTY);
        assertThat(watch.blockingCalls())
                .as("calls that query, import or change plugins on the UI thread")
                .isEmpty();
    }

    void close() {
        if (window != null && !window.shell().isDisposed()) {
            window.shell().close();
        }
    }

    Page front() {
        return window.pages().front().orElseThrow();
    }

    /** Opens a dashboard, as the navigation does, and waits for its pictures. */
    DashboardPage dashboard(String id) {
        window.desk().openDashboard(id);
        awaitFront(id);
        await("tiles of " + id, () -> front().settled());
        return (DashboardPage) front();
    }

    static Rectangle bounds(DashboardPage page, String tile) {
        return page.sight().tileBounds(tile).orElseThrow();
    }

    void awaitFront(String id) {
        await(
                id + " in front",
                () -> window.pages().front().filter(p -> p.id().equals(id)).isPresent());
    }

    void await(String what, BooleanSupplier condition) {
        OnScreen.await(what, condition);
    }

    void click(DrawnPane pane, String id) {
        await(id, () -> pane.place(id).isPresent());
        hands.click(pane.control(), pane.place(id).orElseThrow());
        settle();
    }

    /** Lets the window see what hands did. */
    void settle() {
        boolean[] done = {false};
        display.asyncExec(() -> done[0] = true);
        await("the event", () -> done[0]);
    }
}
