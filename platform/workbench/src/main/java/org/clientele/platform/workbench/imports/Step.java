package org.clientele.platform.workbench.imports;

import org.clientele.sdk.text.Texts;

/** The steps of the wizard, in order. */
public enum Step {
    /** What is imported at all. */
    FILES("step.files"),
    /** How the text of each is read. */
    READING("step.reading"),
    /** Where its columns go. */
    COLUMNS("step.columns"),
    /** What would become of it. */
    CHECK("step.check"),
    /** What became of it. */
    DONE("step.done");

    private static final Texts TEXTS = Texts.of(Step.class);

    private final String key;

    Step(String key) {
        this.key = key;
    }

    /** For people. */
    public String label() {
        return TEXTS.get(key);
    }
}
