package org.clientele.platform.workbench.imports;

/** The body of a step. */
interface StepView {
    /**
     * Draws it.
     *
     * @param h what can be seen at once
     * @return the height of all of it
     */
    double draw(Sketch s, double x, double y, double w, double h);

    /** The wheel was turned; gives whether this took it. */
    default boolean wheel(int lines, boolean sideways) {
        return false;
    }
}
