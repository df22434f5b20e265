package org.clientele.platform.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.clientele.platform.charts.SvgOptions;
import org.clientele.platform.charts.SvgWriter;
import org.clientele.platform.charts.pdf.PdfWriter;
import org.clientele.platform.charts.png.PngWriter;
import org.clientele.sdk.scene.Scene;

/** The kinds of file that a scene can be written to. */
public enum PictureFormat {
    /** Lines and letters, for web pages and editors; the letters used travel with it. */
    SVG,
    /** Pixels. */
    PNG,
    /** A page of the picture's size, whose text can be found and copied. */
    PDF;

    /** How names of such files end: ".svg". */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** The format by a file's ending; empty for others. */
    public static Optional<PictureFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (name.endsWith(format.ending())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Writes a scene; {@code out} stays open.
     *
     * @param scale pixels for a pixel at 100 %; the others have none
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if that many pixels cannot be had
     * @throws IOException if {@code out} cannot be written to
     */
    public void write(Scene scene, double scale, OutputStream out) throws IOException {
        switch (this) {
            case SVG ->
                out.write(SvgWriter.toString(scene, SvgOptions.standard()).getBytes(StandardCharsets.UTF_8));
            case PNG -> PngWriter.write(scene, out, scale);
            case PDF -> PdfWriter.write(scene, out);
        }
    }
}
