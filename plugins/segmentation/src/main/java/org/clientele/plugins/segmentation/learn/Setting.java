package org.clientele.plugins.segmentation.learn;

/** What algorithms can be told, as {@link Refusal} names it. */
public enum Setting {
    /** How many groups. */
    GROUPS("setting.groups"),
    /** From how many starts. */
    RESTARTS("setting.restarts"),
    /** How often an algorithm may go on. */
    ITERATIONS("setting.iterations"),
    /** What counts as being at rest. */
    TOLERANCE("setting.tolerance"),
    /** What is added to variances. */
    REGULARISATION("setting.regularisation"),
    /** How near points are around another. */
    RADIUS("setting.radius"),
    /** How many points make a dense place. */
    NEIGHBOURS("setting.neighbours"),
    /** How many components are shown. */
    DIMENSIONS("setting.dimensions"),
    /** How many points a sample has. */
    SAMPLE("setting.sample"),
    /** How often points are drawn anew. */
    RESAMPLES("setting.resamples"),
    /** How many clouds of one group are compared with. */
    REFERENCES("setting.references");

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
