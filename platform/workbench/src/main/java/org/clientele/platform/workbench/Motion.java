package org.clientele.platform.workbench;

import java.util.Locale;

/** What a person chose about things that move by themselves. */
enum Motion {
    SYSTEM("As the system asks"),
    FULL("On"),
    REDUCED("Reduced");

    private final String label;

    Motion(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The choice of that name; the system's where nobody chose. */
    static Motion of(String name) {
        for (Motion m : values()) {
            if (m.name().equals(name.toUpperCase(Locale.ROOT))) {
                return m;
            }
        }
        return SYSTEM;
    }

    /** Whether nothing shall move by itself. Needs a display where the system decides. */
    boolean calm() {
        return this == REDUCED || this == SYSTEM && !NativeLook.animated();
    }
}
