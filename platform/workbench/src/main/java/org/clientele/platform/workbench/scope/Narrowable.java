package org.clientele.platform.workbench.scope;

import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.query.Period;

/** A page that can be narrowed down. UI thread only. */
public interface Narrowable {
    /** What it is narrowed down to. */
    Scope scope();

    /**
     * Narrows it down to something else; the way back is kept.
     *
     * @param deed what was done, for the menu: "filter by country"
     */
    void narrow(Scope to, String deed);

    /** The days in force. */
    Period days();

    /** Whom it asks. */
    Session session();
}
