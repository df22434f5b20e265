package org.clientele.platform.workbench.page;

import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.runtime.sets.SetRule;

/** What a page needs of its window. */
public interface PageHost {
    /** Period, data age or pictures of the page changed. */
    void changed(Page page);

    /** The page was narrowed down to something else. */
    void narrowed(Page page);

    /** Every picture of the page was painted. */
    void painted(Page page);

    /** Something went wrong that a person should hear. */
    void failed(String title, String sentence);

    /** Something was done that a person should hear: "Copied 13 rows". */
    void done(String sentence);

    /**
     * The same where it can be taken back or gone on with, for as long as the notice stands there.
     *
     * @param action what is written on its button: "Undo"
     */
    void done(String sentence, String action, Runnable run);

    /** Asks where to and writes something on show as a file. */
    void export(Exportable what);

    /** Opens the import dialog. */
    void importFiles();

    /** Opens a table of records. */
    void showRecords(RecordsRequest request);

    /** Asks for the name of a set of the customers whom a rule chooses, and makes it. */
    void makeSet(String title, SetRule rule);

    /** Opens the card of a customer. */
    void showCustomer(String id);

    /** Opens what explains a mark: a dashboard, behind a # one of its tiles, or a query as a command. */
    void open(String link);

    /** Opens the breakdown of a metric; one that is open already is narrowed down so. */
    void showBreakdown(String metric, Scope scope);

    /**
     * Opens a dashboard and narrows it down.
     *
     * @param deed what was done, for the menu: "look at France"
     */
    void showDashboard(String id, Scope scope, String deed);

    /** Asks for an alert that is filled in as far as is known. */
    default void alert(Alert draft) {}

    /** Asks for the name of a segmentation that is to be published. */
    default void publish(SegmentDraft draft, String title) {}

    /** Whether nothing shall move by itself. */
    boolean calm();

    /** Whether rows and cards shall be closer together. */
    boolean compact();
}
