package org.clientele.platform.workbench.scope;

import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;

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

    /** Whom it asks. */
    Session session();
}
