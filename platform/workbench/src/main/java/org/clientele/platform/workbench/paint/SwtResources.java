package org.clientele.platform.workbench.paint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the fonts of a display: made on first use, disposed with the display. Used on the UI thread only.
 *
 * <p>Sizes are pixels at 100 %; the display's resolution turns them into the points that the toolkit wants.
 */
public final class SwtResources {
    private static final Logger LOG = LoggerFactory.getLogger(SwtResources.class);
    private static final String KEY = SwtResources.class.getName();
    private static final String FAMILY = "Roboto";

    private final Display display;
    private final Map<FontKey, SizedFont> fonts = new HashMap<>();

    private record FontKey(int tenths, Weight weight) {}

    /**
     * A font and what placing text with it needs.
     *
     * @param font owned by this class
     * @param ascent pixels from the top of a line to its baseline
     * @param height of a line in pixels
     */
    record SizedFont(Font font, int ascent, int height) {}

    private SwtResources(Display display) {
        this.display = display;
    }

    /** The resources of a display; the same each time. */
    public static SwtResources of(Display display) {
        if (display.getData(KEY) instanceof SwtResources known) {
            return known;
        }
        SwtResources fresh = new SwtResources(display);
        display.setData(KEY, fresh);
        display.disposeExec(fresh::dispose);
        return fresh;
    }

    /**
     * Registers the bundled fonts where the toolkit can do that (Windows, macOS). On GTK the launcher's FONTCONFIG_FILE
     * does it, before the process starts.
     *
     * @param folder with TrueType files, or null for none
     */
    public void loadFonts(@Nullable Path folder) {
        if (folder == null || SWT.getPlatform().equals("gtk")) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(f -> f.toString().endsWith(".ttf")).sorted().toList();
            for (Path file : found) {
                if (!display.loadFont(file.toString())) {
                    LOG.warn("The font {} could not be loaded; the system's font stands in.", file);
                }
            }
        } catch (IOException e) {
            LOG.warn("The font folder {} cannot be read; the system's font stands in.", folder, e);
        }
    }

    SizedFont font(double size, Weight weight) {
        return fonts.computeIfAbsent(new FontKey((int) Math.round(size * 10), weight), this::create);
    }

    /** A font for a native control, for example an edit field. Stays owned by this class. */
    public Font nativeFont(double size, Weight weight) {
        return font(size, weight).font();
    }

    private SizedFont create(FontKey key) {
        double points = key.tenths() / 10.0 * 72 / display.getDPI().y;
        // Medium is a family of its own for fontconfig; "Roboto Medium" with SWT.BOLD would be a faked weight.
        String family = key.weight() == Weight.MEDIUM ? FAMILY + " Medium" : FAMILY;
        int style = key.weight() == Weight.BOLD ? SWT.BOLD : SWT.NORMAL;
        // The text form is the only public way to a fractional height that exists on every platform.
        FontData data = new FontData("1|" + family + "|" + points + "|" + style + "|");
        Font font = new Font(display, data);
        GC gc = new GC(display);
        try {
            gc.setFont(font);
            return new SizedFont(
                    font,
                    gc.getFontMetrics().getAscent() + gc.getFontMetrics().getLeading(),
                    gc.getFontMetrics().getHeight());
        } finally {
            gc.dispose();
        }
    }

    private void dispose() {
        fonts.values().forEach(f -> f.font().dispose());
        fonts.clear();
    }
}
