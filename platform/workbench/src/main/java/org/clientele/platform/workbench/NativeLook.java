package org.clientele.platform.workbench;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.chart.Theme;
import org.eclipse.swt.SWT;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the toolkit's own menus, dialogs and title bars the window's colours. SWT has no API for it, so it is done by
 * reflection, and where that fails the native parts keep the system's look.
 */
final class NativeLook {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLook.class);
    private static final int PRIORITY_USER = 800;

    private static long provider;

    private NativeLook() {}

    /** Dark or light; works before the display is made and while it lives. */
    static void apply(Palette palette) {
        if (SWT.getPlatform().equals("cocoa")) {
            return;
        }
        try {
            String os = SWT.getPlatform().equals("gtk")
                    ? "org.eclipse.swt.internal.gtk.OS"
                    : "org.eclipse.swt.internal.win32.OS";
            Class.forName(os).getMethod("setTheme", boolean.class).invoke(null, palette.dark());
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("The toolkit's own theme cannot be changed.", e);
        }
    }

    /** Whether the system lets things move; true where that cannot be known. Needs a display. */
    static boolean animated() {
        if (!SWT.getPlatform().equals("gtk")) {
            return true;
        }
        try {
            Class<?> os = Class.forName("org.eclipse.swt.internal.gtk.OS");
            Class<?> gtk = Class.forName("org.eclipse.swt.internal.gtk.GTK");
            long settings = (Long) gtk.getMethod("gtk_settings_get_default").invoke(null);
            int[] value = {1};
            os.getMethod("g_object_get", long.class, byte[].class, int[].class, long.class)
                    .invoke(null, settings, "gtk-enable-animations\0".getBytes(StandardCharsets.UTF_8), value, 0L);
            return value[0] != 0;
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("Whether the system wants motion cannot be asked.", e);
            return true;
        }
    }

    /** Colours menus and tool tips like the window; only GTK 3 can. Needs a display. */
    static void style(Palette palette) {
        if (!SWT.getPlatform().equals("gtk")) {
            return;
        }
        try {
            Class<?> gtk = Class.forName("org.eclipse.swt.internal.gtk.GTK");
            if (gtk.getField("GTK4").getBoolean(null)) {
                return;
            }
            Class<?> gtk3 = Class.forName("org.eclipse.swt.internal.gtk3.GTK3");
            Class<?> gdk = Class.forName("org.eclipse.swt.internal.gtk.GDK");
            if (provider == 0) {
                provider = (Long) gtk.getMethod("gtk_css_provider_new").invoke(null);
                long screen = (Long) gdk.getMethod("gdk_screen_get_default").invoke(null);
                gtk3.getMethod("gtk_style_context_add_provider_for_screen", long.class, long.class, int.class)
                        .invoke(null, screen, provider, PRIORITY_USER);
            }
            Method load = gtk3.getMethod(
                    "gtk_css_provider_load_from_data", long.class, byte[].class, long.class, long[].class);
            byte[] css = (css(palette) + "\0").getBytes(StandardCharsets.UTF_8);
            load.invoke(null, provider, css, -1L, null);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("Menus keep the system's colours.", e);
        }
    }

    private static String css(Palette p) {
        Theme t = p.theme();
        return """
                * { font-family: Roboto, sans-serif; }
                menubar { background-color: %1$s; background-image: none; color: %3$s; box-shadow: none;
                    border-bottom: 1px solid %2$s; padding: 2px 8px; font-size: 13px; }
                menubar > menuitem { padding: 5px 10px; border-radius: 5px; color: %3$s; }
                menubar > menuitem:hover { background-color: %2$s; color: %3$s; box-shadow: none; }
                menu, .csd.popup menu, window.popup menu { background-color: %4$s; color: %3$s; border: 1px solid %5$s;
                    padding: 5px; font-size: 13px; }
                menu > menuitem { padding: 6px 10px; color: %3$s; border-radius: 5px; min-height: 16px; }
                menu > menuitem:hover { background-color: %2$s; color: %3$s; }
                menu > menuitem:disabled, menubar > menuitem:disabled { color: %7$s; }
                menu > menuitem radio, menu > menuitem check { border: none; background: none; box-shadow: none;
                    color: transparent; -gtk-icon-source: none; min-width: 16px; min-height: 16px; margin-right: 6px; }
                menu > menuitem radio:checked, menu > menuitem check:checked { color: %3$s;
                    -gtk-icon-source: -gtk-icontheme("object-select-symbolic"); }
                menu > menuitem accelerator { color: %6$s; }
                menu > separator { background-color: %2$s; min-height: 1px; margin: 5px 4px; }
                entry.flat, entry.flat:focus { border: none; box-shadow: none; outline: none; min-height: 0; padding: 0;
                    background-image: none; }
                tooltip, tooltip.background { background-color: %4$s; color: %3$s; border: 1px solid %5$s;
                    border-radius: 5px; box-shadow: none; font-size: 12px; }
                tooltip * { color: %3$s; background-color: transparent; }
                """.formatted(
                        hex(p.navigation()),
                        hex(t.border()),
                        hex(t.text()),
                        hex(p.tip()),
                        hex(p.tipBorder()),
                        hex(t.secondary()),
                        hex(p.faint()));
    }

    private static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }
}
