package org.clientele.platform.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of the window as PNG files. UI thread only. */
final class Snapshot {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    /** Several frames of the screen, in milliseconds. */
    private static final int FRAMES = 120;

    private Snapshot() {}

    /**
     * Writes a picture once everything that was asked to be drawn is drawn.
     *
     * @param done hears "", or what went wrong
     */
    static void writeSoon(Shell shell, Path file, Consumer<String> done) {
        shell.redraw();
        shell.update();
        // The toolkit prints what it drew last, and draws when its frame clock ticks.
        shell.getDisplay().timerExec(FRAMES, () -> {
            if (!shell.isDisposed()) {
                done.accept(write(shell, file));
            }
        });
    }

    /** The height of the menu bar within the window, which the client area leaves out. */
    static int menuHeight(Shell shell) {
        return frame(shell).y - shell.computeTrim(0, 0, 0, 0).y;
    }

    /** What the window manager puts around a window of this kind. */
    static Rectangle frame(Shell shell) {
        Shell plain = new Shell(shell.getDisplay(), shell.getStyle());
        try {
            return plain.computeTrim(0, 0, 0, 0);
        } finally {
            plain.dispose();
        }
    }

    /** Writes a picture of the window as it is; gives "", or what went wrong. */
    static String write(Shell shell, Path file) {
        Rectangle size = shell.getClientArea();
        int menu = menuHeight(shell);
        // Printing fills device pixels, which an image does not know of.
        double zoom = shell.getMonitor().getZoom() / 100.0;
        int width = (int) Math.max(1, Math.round(size.width * zoom));
        int height = (int) Math.max(1, Math.round((size.height + menu) * zoom));
        Image image = new Image(shell.getDisplay(), width, height);
        GC gc = new GC(image);
        try {
            shell.print(gc);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            loader.save(file.toString(), SWT.IMAGE_PNG);
            return "";
        } catch (SWTException | java.io.IOException e) {
            LOG.error("The picture of the window was not written to {}", file, e);
            return String.valueOf(e.getMessage());
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
