package org.clientele.platform.charts;

/**
 * How a scene becomes SVG.
 *
 * @param embedFonts whether the letters used travel with the file (about 15 KB a weight), so that it looks the same
 *     everywhere, offline
 * @param fixedSize whether the file has a size of its own in pixels; else it fills what it is put in
 * @param inPage whether it becomes a part of an HTML page, which brings {@link SvgFonts#SETTINGS} and the fonts itself: nothing
 *     then needs a style of its own, which a strict policy of the page would refuse
 * @param prefix of all ids, so that pictures of one page do not share any
 */
public record SvgOptions(boolean embedFonts, boolean fixedSize, boolean inPage, String prefix) {
    /** A file that stands for itself. */
    public static SvgOptions standard() {
        return new SvgOptions(true, true, false, "");
    }

    /** A part of an HTML page, as large as the page makes it. */
    public static SvgOptions inPage(String prefix) {
        return new SvgOptions(false, false, true, prefix);
    }

    /** The same with or without the letters. */
    public SvgOptions embedFonts(boolean yes) {
        return new SvgOptions(yes, fixedSize, inPage, prefix);
    }
}
