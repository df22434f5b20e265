package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that a tile, a dashboard or a report can leave the program as. */
public enum FileFormat {
    /** Typed cells, a sheet a table, and a sheet that says what they are. */
    XLSX("Excel workbook, for figures to work with"),
    /** One table for any program, and a text about it beside. */
    CSV("CSV, for any program"),
    /** All tables as CSV. */
    ZIP("CSV of all tiles, packed as ZIP"),
    /** One page that needs nothing else. */
    HTML("Web page, one file"),
    /** For paper. */
    PDF("PDF, for print"),
    /** Pixels. */
    PNG("PNG picture, for documents and mails"),
    /** Lines and letters. */
    SVG("SVG picture, scales without loss");

    private final String label;

    FileFormat(String label) {
        this.label = label;
    }

    /** What it is, and for what. */
    public String label() {
        return label;
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
