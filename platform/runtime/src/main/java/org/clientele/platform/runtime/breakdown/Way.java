package org.clientele.platform.runtime.breakdown;

/** How the dimension of a level is found. */
public enum Way {
    /** A person names it. */
    BY_HAND("Chosen by hand"),
    /** The one with the member that stands out most by its value. */
    MOST("Largest part first"),
    /** The one with the member that falls short most. */
    LEAST("Smallest part first"),
    /** The one with the member that rose most against the comparison. */
    RISE("Largest rise first"),
    /** The one with the member that fell most against the comparison. */
    FALL("Largest fall first");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
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
