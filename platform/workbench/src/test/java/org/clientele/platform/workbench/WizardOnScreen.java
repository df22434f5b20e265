package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.workbench.imports.Wizard;
import org.clientele.platform.workbench.imports.WizardModel;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.sdk.chart.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The real window on a real, empty workspace, and a person who imports files there. */
@ExtendWith(PictureOfFailure.class)
abstract class WizardOnScreen {
    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir(cleanup = CleanupMode.NEVER)
    Path temporary;

    Display display;
    Hands hands;
    WorkbenchWindow window;
    UiWatch watch;

    @BeforeEach
    void opensTheWindow() {
        display = OnScreen.display();
        hands = new Hands();
        System.setProperty(
                Preferences.FILE_PROPERTY,
                temporary.resolve("workbench.properties").toString());
        watch = UiWatch.start(Thread.currentThread());
        TrialWorkspace workspace = TrialWorkspace.empty(temporary);
        WorkbenchOptions options =
                WorkbenchOptions.defaults("test").sized(1280, 800).themed(Theme.LIGHT);
        window = new WorkbenchWindow(display, workspace::open, options);
        window.show(workspace.folder());
        window.shell().forceActive();
        awaitFront("welcome");
    }

    @AfterEach
    void closesTheWindow() {
        if (watch == null) {
            return; // without a display no test began
        }
        if (window != null && !window.shell().isDisposed()) {
            window.shell().close();
        }
        watch.stop();
        System.clearProperty(Preferences.FILE_PROPERTY);
        assertThat(watch.blockingCalls())
                .as("calls that import on the UI thread")
                .isEmpty();
    }

    void painted(Shell sheet) {
        boolean[] done = {false};
        Control body = sheet.getChildren()[0];
        body.addListener(SWT.Paint, e -> done[0] = true);
        body.redraw();
        await("the sheet drawn", () -> done[0]);
    }

    void settle() {
        boolean[] done = {false};
        display.asyncExec(() -> done[0] = true);
        await("the event", () -> done[0]);
    }

    Path known(String name, int rows) throws IOException {
        Path file = temporary.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 0; i < rows; i++) {
                out.write(line(i, "6"));
            }
        }
        return file;
    }

    static String line(int order, String quantity) {
        return (536_365 + order) + ",85123A,HOLDER," + quantity + ",2010-12-01 08:26:00,2.55,17850,United Kingdom\n";
    }

    static WizardModel.Totals totals(ImportReply reply) {
        return WizardModel.Totals.of(reply);
    }

    void drop(Path... files) {
        window.desk().importFiles(List.of(files));
    }

    Wizard settled() {
        awaitFront(Wizard.ID);
        Wizard wizard = (Wizard) front();
        await("the files read", wizard::settled);
        return wizard;
    }

    Page front() {
        return window.pages().front().orElseThrow();
    }

    Shell sheet() {
        await("a sheet", () -> window.shell().getShells().length > 0);
        return window.shell().getShells()[0];
    }

    void awaitFront(String id) {
        await(
                id + " in front",
                () -> window.pages().front().filter(p -> p.id().equals(id)).isPresent());
    }

    void await(String what, java.util.function.BooleanSupplier condition) {
        OnScreen.await(what, condition);
    }

    void click(DrawnPane pane, String id) {
        await(id, () -> pane.place(id).isPresent());
        hands.click(pane.control(), pane.place(id).orElseThrow());
        settle();
    }
}
