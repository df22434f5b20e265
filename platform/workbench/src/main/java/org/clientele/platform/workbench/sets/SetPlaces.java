package org.clientele.platform.workbench.sets;

import java.util.List;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.SetRule;

/** Where customer sets can be made from and used, in the window as it is now. UI thread only. */
public interface SetPlaces {
    /**
     * Something open that customers can be taken from.
     *
     * @param title for people
     * @param rule what it is narrowed down to
     */
    record Origin(String title, SetRule rule) {}

    /**
     * A dashboard that is open.
     *
     * @param title for people
     * @param filter filters it by a set, and shows it
     */
    record Target(String title, java.util.function.Consumer<CustomerSet> filter) {}

    /** What is open and has customers, the page in front first. */
    List<Origin> origins();

    /** The dashboards that are open. */
    List<Target> targets();

    /** Opens two sets side by side. */
    void compare(DashboardEntry comparison);
}
