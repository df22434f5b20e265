package org.clientele.platform.workbench.paint;

import java.util.HashMap;
import java.util.Map;
import org.clientele.sdk.scene.Scene;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/**
 * Finished pictures of scenes, for as long as many frames a second are painted: one that did not change since the frame before is put
 * on the screen as it is. They are drawn in this process; on a window each line and word can be a request to the screen's server,
 * whose time a frame does not have. UI thread only.
 */
public final class SceneCopies {
    private static final PaletteData COLOURS = new PaletteData(0xFF0000, 0xFF00, 0xFF);

    private final Map<String, Copy> copies = new HashMap<>();

    private static final class Copy {
        private final Image image;
        private final Pattern picture;
        private final int width;
        private final int height;
        private int surface;
        private @Nullable Scene drawn;

        Copy(Display display, int width, int height) {
            // Made from data, it lies in this process; made from a size, it would lie with the screen's server.
            this.image = new Image(display, new ImageData(width, height, 24, COLOURS));
            this.picture = new Pattern(display, image);
            this.width = width;
            this.height = height;
        }

        void dispose() {
            picture.dispose();
            image.dispose();
        }

        boolean fits(Rectangle place) {
            return width == place.width && height == place.height;
        }

        void draw(Scene scene, int behind, double zoom) {
            GC gc = new GC(image);
            try {
                Pen pen = new Pen(gc, SwtResources.of((Display) image.getDevice()), zoom);
                pen.fill(0, 0, width, height, behind);
                scene.paint(new SwtSink(pen, 0, 0));
            } finally {
                gc.dispose();
            }
            drawn = scene;
            surface = behind;
        }
    }

    /**
     * Paints a scene.
     *
     * @param name of what shows it; it has one copy
     * @param place where the scene goes, as seen from the pen's origin
     * @param behind the colour that it stands on
     */
    public void paint(Pen pen, String name, Scene scene, Rectangle place, int behind) {
        Copy copy = copies.get(name);
        if (copy == null || !copy.fits(place)) {
            if (copy != null) {
                copy.dispose();
            }
            copy = new Copy(pen.display(), Math.max(1, place.width), Math.max(1, place.height));
            copies.put(name, copy);
        }
        if (copy.drawn != scene || copy.surface != behind) {
            copy.draw(scene, behind, pen.zoom());
        }
        pen.picture(copy.picture, place.x, place.y, copy.width, copy.height);
    }

    /** Nothing is painted many times a second any more. */
    public void release() {
        copies.values().forEach(Copy::dispose);
        copies.clear();
    }
}
