package org.clientele.sdk;

/** Whose matter a failure is, and so who can mend it. */
public enum Blame {
    /** The request was wrong: an unknown name, a bad formula, a right that is missing. */
    USER,
    /** The data was wrong: a column is missing, a file is damaged. */
    DATA,
    /** A plugin broke its contract or failed inside. */
    PLUGIN,
    /** The machine ran out of something, or a resource is held by somebody else. */
    RESOURCE,
    /** A defect of Clientele itself. */
    INTERNAL
}
