package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.clientele.sdk.text.Texts;

/** The kinds of file that a tile, a dashboard or a report can leave the program as. */
public enum FileFormat {
    /** Typed cells, a sheet a table, and a sheet that says what they are. */
    XLSX("file.format.xlsx"),
    /** One table for any program, and a text about it beside. */
    CSV("file.format.csv"),
    /** All tables as CSV. */
    ZIP("file.format.zip"),
    /** One page that needs nothing else. */
    HTML("file.format.html"),
    /** For paper. */
    PDF("file.format.pdf"),
    /** Pixels. */
    PNG("file.format.png"),
    /** Lines and letters. */
    SVG("file.format.svg");
    private static final Texts TEXTS = Texts.of(FileFormat.class);

    private final String key;

    FileFormat(String key) {
        this.key = key;
    }

    /** What it is, and for what. */
    public String label() {
        return TEXTS.get(key);
    }

    /** How names of such files end, without the dot: "xlsx". */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format by a file's ending; empty for others. */
    public static Optional<FileFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (FileFormat format : values()) {
            if (name.endsWith("." + format.extension())) {
                return Optional.of(format);
            }
        }
        return name.endsWith(".htm") ? Optional.of(HTML) : Optional.empty();
    }

    /** The file with this format's ending, where it has another one or none. */
    public Path named(Path file) {
        return of(file).filter(f -> f == this).isPresent()
                ? file
                : file.resolveSibling(file.getFileName() + "." + extension());
    }
}
