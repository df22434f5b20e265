package org.clientele.platform.workbench;

import java.util.Locale;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.text.Texts;

/** What a person chose for the window's colours. */
enum ThemeChoice {
    SYSTEM("theme.system"),
    LIGHT("theme.light"),
    DARK("theme.dark");

    private static final Texts TEXTS = Texts.of(ThemeChoice.class);

    private final String key;

    ThemeChoice(String key) {
        this.key = key;
    }

    String label() {
        return TEXTS.get(key);
    }

    /** The label without the mark of its key. */
    String plain() {
        return label().replace("&", "");
    }

    /** The choice of that name; the system's where nobody chose. */
    static ThemeChoice of(String name) {
        for (ThemeChoice c : values()) {
            if (c.name().equals(name.toUpperCase(Locale.ROOT))) {
                return c;
            }
        }
        return SYSTEM;
    }

    Palette palette(boolean systemIsDark) {
        return this == DARK || this == SYSTEM && systemIsDark ? Palette.DARK : Palette.LIGHT;
    }
}
