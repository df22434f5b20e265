package org.clientele.platform.runtime.sets;

import java.util.Locale;
import org.clientele.sdk.text.Texts;

/** How two sets make a third. */
public enum SetOperation {
    /** Who is in either. */
    UNION,
    /** Who is in both. */
    INTERSECTION,
    /** Who is in the first and not in the second. */
    DIFFERENCE;
    private static final Texts TEXTS = Texts.of(SetOperation.class);

    /** For people: "in both". */
    public String label() {
        return TEXTS.get("operation.label." + key());
    }

    /** What is said of a set that was made so: "Who is in both: Big spenders, France." */
    String said(String first, String second) {
        return TEXTS.get("operation.said." + key(), first, second);
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
