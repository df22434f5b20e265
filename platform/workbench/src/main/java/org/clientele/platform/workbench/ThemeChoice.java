package org.clientele.platform.workbench;

import java.util.Locale;
import org.clientele.platform.workbench.paint.Palette;

/** What a person chose for the window's colours. */
enum ThemeChoice {
    SYSTEM("&Follow the system"),
    LIGHT("&Light"),
    DARK("&Dark");

    private final String label;

    ThemeChoice(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The label without the mark of its key. */
    String plain() {
        return label.replace("&", "");
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
