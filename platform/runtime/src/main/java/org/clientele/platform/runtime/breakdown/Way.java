package org.clientele.platform.runtime.breakdown;

import org.clientele.sdk.text.Texts;

/** How the dimension of a level is found. */
public enum Way {
    /** A person names it. */
    BY_HAND("way.by_hand"),
    /** The one with the member that stands out most by its value. */
    MOST("way.most"),
    /** The one with the member that falls short most. */
    LEAST("way.least"),
    /** The one with the member that rose most against the comparison. */
    RISE("way.rise"),
    /** The one with the member that fell most against the comparison. */
    FALL("way.fall");
    private static final Texts TEXTS = Texts.of(Way.class);

    private final String key;

    Way(String key) {
        this.key = key;
    }

    /** For people. */
    public String label() {
        return TEXTS.get(key);
    }

    /** Whether it looks at the change against the comparison. */
    public boolean ofChange() {
        return this == RISE || this == FALL;
    }

    /** Whether it looks for the highest figure rather than the lowest. */
    public boolean upwards() {
        return this != LEAST && this != FALL;
    }
}
