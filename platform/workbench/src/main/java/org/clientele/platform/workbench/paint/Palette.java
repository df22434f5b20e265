package org.clientele.platform.workbench.paint;

import org.clientele.sdk.chart.Theme;
import org.eclipse.swt.graphics.Color;

/**
 * The window's colours: the theme of the pictures and what the parts around them need besides. 0xAARRGGBB.
 *
 * @param theme of the pictures
 * @param navigation behind the navigation
 * @param hover over what the pointer is on; see-through
 * @param pressed over what is being pressed; see-through
 * @param selected behind the chosen entry; see-through
 * @param faint text that may be overlooked
 * @param onAccent text on the accent colour
 * @param tip behind a tooltip
 * @param tipBorder around a tooltip
 */
public record Palette(
        Theme theme,
        int navigation,
        int hover,
        int pressed,
        int selected,
        int faint,
        int onAccent,
        int tip,
        int tipBorder) {
    /** Light. */
    public static final Palette LIGHT = new Palette(
            Theme.LIGHT,
            0xFFFFFFFF,
            0x0A101828,
            0x14101828,
            0x142F6FED,
            0xFF98A2B3,
            0xFFFFFFFF,
            0xFFFFFFFF,
            0xFFD5DAE1);
    /** Dark. */
    public static final Palette DARK = new Palette(
            Theme.DARK, 0xFF181C21, 0x0DFFFFFF, 0x17FFFFFF, 0x265B95FF, 0xFF667085, 0xFFFFFFFF, 0xFF262C34, 0xFF3A434F);

    /** The palette that goes with a theme. */
    public static Palette of(Theme theme) {
        return theme.isDark() ? DARK : LIGHT;
    }

    /** Whether it is the dark one. */
    public boolean dark() {
        return theme.isDark();
    }

    /** The accent behind white text: the dark theme's own accent would be too light for it. */
    public int accentFill() {
        return dark() ? 0xFF2F6FED : theme.accent();
    }

    /** A colour of the toolkit; how much it covers is not its business. */
    public static Color color(int argb) {
        return new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
    }

    /** The colour with another opacity, 0 to 255. */
    public static int alpha(int argb, int alpha) {
        return argb & 0xFFFFFF | alpha << 24;
    }
}
