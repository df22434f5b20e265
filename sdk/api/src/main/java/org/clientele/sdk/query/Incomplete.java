package org.clientele.sdk.query;

/** What becomes of a step or period that is not over, because the data ends before it does. It is always said. */
public enum Incomplete {
    /** It is shown, and compared with the same part of the other, up to the same minute. */
    SAME_PART,
    /** It is shown, and compared with the whole of the other. */
    WHOLE,
    /** Steps of time that are not over are left out, and so are those that the period cuts; a figure without steps stays. */
    LEFT_OUT
}
