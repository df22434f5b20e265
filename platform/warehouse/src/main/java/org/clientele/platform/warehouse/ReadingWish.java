package org.clientele.platform.warehouse;

import java.util.List;
import org.clientele.platform.warehouse.source.SourceChoice;

/**
 * How somebody wishes that all files of an import are read.
 *
 * @param choice of encoding, delimiter and so on; its sheet is not looked at
 * @param sheets of workbooks, and entries of archives, that are read, by their names; empty: all
 * @param leftOut of those that are not
 */
public record ReadingWish(SourceChoice choice, List<String> sheets, List<String> leftOut) {
    /** Everything is found out, and everything is read. */
    public static final ReadingWish AUTOMATIC = new ReadingWish(SourceChoice.AUTOMATIC, List.of(), List.of());

    public ReadingWish {
        sheets = List.copyOf(sheets);
        leftOut = List.copyOf(leftOut);
    }

    SourceChoice of(String sheet) {
        return new SourceChoice(
                choice.charset(), choice.delimiter(), choice.layout(), choice.headerRow(), choice.names(), sheet);
    }

    /** Whether a source, called like its file with the sheet or entry behind it, is left out. */
    boolean leavesOut(String source) {
        String last = source.substring(source.lastIndexOf('/') + 1);
        return leftOut.stream()
                .anyMatch(name -> source.endsWith("/" + name) || source.contains("/") && last.equalsIgnoreCase(name));
    }
}
