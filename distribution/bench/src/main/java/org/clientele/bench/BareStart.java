package org.clientele.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.launch.Framework;

/** The least program that starts Felix and paints an SWT window; says so and ends. */
public final class BareStart {
    private BareStart() {}

    /** Prints "first paint" once the window has been painted. */
    public static void main(String[] args) throws Exception {
        Path cache = Files.createTempDirectory("bare-start");
        Framework framework =
                new FrameworkFactory().newFramework(Map.of("org.osgi.framework.storage", cache.toString()));
        framework.start();
        Display display = new Display();
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(1280, 800);
        Canvas canvas = new Canvas(shell, SWT.DOUBLE_BUFFERED);
        Color color = new Color(245, 246, 248);
        boolean[] painted = {false};
        canvas.addPaintListener(e -> {
            e.gc.setBackground(color);
            e.gc.fillRectangle(canvas.getClientArea());
            e.gc.drawText("Bare", 20, 20);
            if (!painted[0]) {
                painted[0] = true;
                display.asyncExec(() -> {
                    System.out.println("first paint");
                    System.out.flush();
                    shell.close();
                });
            }
        });
        shell.open();
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.dispose();
        framework.stop();
        framework.waitForStop(2000);
        Folders.delete(cache);
    }
}
