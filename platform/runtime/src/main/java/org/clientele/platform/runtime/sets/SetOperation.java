package org.clientele.platform.runtime.sets;

/** How two sets make a third. */
public enum SetOperation {
    /** Who is in either. */
    UNION("in either"),
    /** Who is in both. */
    INTERSECTION("in both"),
    /** Who is in the first and not in the second. */
    DIFFERENCE("in the first only");

    private final String label;

    SetOperation(String label) {
        this.label = label;
    }

    /** For people: "in both". */
    public String label() {
        return label;
    }
}
