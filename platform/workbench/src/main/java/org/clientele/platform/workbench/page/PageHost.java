package org.clientele.platform.workbench.page;

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

    /** Asks where to and writes something on show as a file. */
    void export(Exportable what);

    /** Opens the import dialog. */
    void importFiles();

    /** Whether nothing shall move by itself. */
    boolean calm();

    /** Whether rows and cards shall be closer together. */
    boolean compact();
}
