package org.clientele.platform.workbench;

import java.util.Locale;
import org.clientele.sdk.text.Texts;

/** What a person chose about things that move by themselves. */
enum Motion {
    SYSTEM("motion.system"),
    FULL("motion.full"),
    REDUCED("motion.reduced");

    private static final Texts TEXTS = Texts.of(Motion.class);

    private final String key;

    Motion(String key) {
        this.key = key;
    }

    String label() {
        return TEXTS.get(key);
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
