package org.clientele.platform.runtime;

/**
 * Details of a file.
 *
 * @param scale pixels of a PNG for a pixel at 100 %
 * @param mark whether CSV starts with a byte order mark, by which spreadsheets know UTF-8 and which some programs take for text
 */
public record ExportOptions(double scale, boolean mark) {
    /** Sharp pictures, and CSV that spreadsheets read rightly. */
    public static ExportOptions standard() {
        return new ExportOptions(2, true);
    }
}
