package org.clientele.platform.workbench.paint;

import java.util.List;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Hears of each text that a drawn pane or a page of cards writes: painted text can be found in no widget, and a test must read what a person
 * reads. A pane's control has it as its data under {@link #KEY}. UI thread only.
 */
public interface TextWitness {
    /** Under which a control keeps it. */
    String KEY = "clientele.text.witness";

    /**
     * A drawing begins.
     *
     * @param damage what of the pane is drawn: what lies outside of it may be left out
     */
    void begins(Rectangle damage);

    /**
     * A text was written.
     *
     * @param place of the text in the pane
     * @param visible what of the pane can be seen there
     */
    void written(String text, Rectangle place, Rectangle visible);

    /** A text had no room and was written as {@code shown}. */
    void shortened(String whole, String shown);

    /** The drawing ends: the places that were declared, with what a screen reader and the pointer say of them. */
    void placed(List<Areas.Area> places);
}
