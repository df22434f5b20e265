package org.clientele.platform.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/** Writes scenes as SVG. */
public final class SvgWriter {
    private static final Texts TEXTS = Texts.of(SvgWriter.class);

    private SvgWriter() {}

    /**
     * Writes a whole SVG document.
     *
     * @throws UncheckedIOException if {@code out} cannot be written to
     */
    public static void write(Scene scene, Appendable out, SvgOptions options) {
        scene.paint(new SvgSink(out, options));
    }

    /** The document as text. */
    public static String toString(Scene scene, SvgOptions options) {
        StringBuilder s = new StringBuilder(1 << 16);
        write(scene, s, options);
        return s.toString();
    }

    /**
     * Writes a file.
     *
     * @throws AnalyticsException FILE_UNREADABLE if it cannot be written
     */
    public static void write(Scene scene, Path file, SvgOptions options) {
        try {
            Files.writeString(file, toString(scene, options), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("svg.writer.file_cannot_be_written", file, String.valueOf(e.getMessage())),
                    e);
        }
    }
}
