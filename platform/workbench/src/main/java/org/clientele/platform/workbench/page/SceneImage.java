package org.clientele.platform.workbench.page;

import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.platform.workbench.paint.SwtSink;
import org.clientele.sdk.scene.Scene;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Control;

/** A scene as pixels, in twice the size, so that it stays crisp where it is pasted. UI thread only. */
final class SceneImage {
    private static final int SCALE = 2;

    private SceneImage() {}

    static ImageData of(Scene scene, Control on) {
        Image image = new Image(
                on.getDisplay(), (int) Math.ceil(scene.width() * SCALE), (int) Math.ceil(scene.height() * SCALE));
        GC gc = new GC(image);
        Transform larger = new Transform(on.getDisplay());
        try {
            larger.scale(SCALE, SCALE);
            gc.setTransform(larger);
            Pen pen = new Pen(gc, SwtResources.of(on.getDisplay()), SCALE);
            scene.paint(new SwtSink(pen, 0, 0));
            return image.getImageData();
        } finally {
            larger.dispose();
            gc.dispose();
            image.dispose();
        }
    }
}
