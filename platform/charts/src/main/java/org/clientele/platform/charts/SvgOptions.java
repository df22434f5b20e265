package org.clientele.platform.charts;

/**
 * How a scene becomes SVG.
 *
 * @param embedFonts whether the letters used travel with the file (about 15 KB a weight), so that it looks the same
 *     everywhere, offline
 * @param fixedSize whether the file has a size of its own in pixels; else it fills what it is put in
 */
public record SvgOptions(boolean embedFonts, boolean fixedSize) {
    /** A file that stands for itself. */
    public static SvgOptions standard() {
        return new SvgOptions(true, true);
    }

    /** The same with or without the letters. */
    public SvgOptions embedFonts(boolean yes) {
        return new SvgOptions(yes, fixedSize);
    }
}
