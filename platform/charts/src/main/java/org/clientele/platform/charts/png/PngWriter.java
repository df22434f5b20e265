package org.clientele.platform.charts.png;

import java.io.IOException;
import java.io.OutputStream;
import org.clientele.sdk.scene.Scene;

/** Writes scenes as PNG. */
public final class PngWriter {
    private PngWriter() {}

    /**
     * Writes a whole picture.
     *
     * @param scale pixels of the picture for a pixel at 100 %
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if that is too large
     * @throws IOException if {@code out} cannot be written to
     */
    public static void write(Scene scene, OutputStream out, double scale) throws IOException {
        PngSink sink = new PngSink(scale);
        scene.paint(sink);
        sink.write(out);
    }
}
