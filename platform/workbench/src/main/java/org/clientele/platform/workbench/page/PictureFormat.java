package org.clientele.platform.workbench.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.clientele.platform.charts.SvgOptions;
import org.clientele.platform.charts.SvgWriter;
import org.clientele.platform.charts.pdf.PdfWriter;
import org.clientele.platform.charts.png.PngWriter;
import org.clientele.sdk.scene.Scene;

/** The kinds of files that a picture can be saved as; the first is offered first. */
enum PictureFormat {
    SVG("SVG, scales without loss") {
        @Override
        void write(Scene scene, Path file) throws IOException {
            SvgWriter.write(scene, file, SvgOptions.standard());
        }
    },
    PNG("PNG, for documents and mails") {
        @Override
        void write(Scene scene, Path file) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                PngWriter.write(scene, out, PIXELS);
            }
        }
    },
    PDF("PDF, for print") {
        @Override
        void write(Scene scene, Path file) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                PdfWriter.write(scene, out);
            }
        }
    };

    /** Pixels of a PNG for one of the scene, so that it is sharp on any screen. */
    private static final double PIXELS = 2;

    private final String label;

    PictureFormat(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The end of a file's name, without the dot. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that a file's name ends in, or else another one. */
    static PictureFormat of(String file, PictureFormat otherwise) {
        for (PictureFormat f : values()) {
            if (file.toLowerCase(Locale.ROOT).endsWith("." + f.extension())) {
                return f;
            }
        }
        return otherwise;
    }

    /** The name with its ending, where that is missing. */
    String named(String file) {
        return of(file, this) == this && file.toLowerCase(Locale.ROOT).endsWith("." + extension())
                ? file
                : file + "." + extension();
    }

    /** Writes the file, over one that is there. Not on the UI thread. */
    abstract void write(Scene scene, Path file) throws IOException;
}
