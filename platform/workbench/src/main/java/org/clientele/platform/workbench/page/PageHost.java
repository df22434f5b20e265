package org.clientele.platform.workbench.page;

/** What a page needs of its window. */
public interface PageHost {
    /** Period, data age or pictures of the page changed. */
    void changed(Page page);

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

    /** Opens the import dialog. */
    void importFiles();

    /** Whether nothing shall move by itself. */
    boolean calm();

    /** Whether rows and cards shall be closer together. */
    boolean compact();
}
