package org.clientele.platform.workbench.imports;

/** The steps of the wizard, in order. */
public enum Step {
    /** What is imported at all. */
    FILES("Files"),
    /** How the text of each is read. */
    READING("Reading"),
    /** Where its columns go. */
    COLUMNS("Columns"),
    /** What would become of it. */
    CHECK("Check"),
    /** What became of it. */
    DONE("Done");

    private final String label;

    Step(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
