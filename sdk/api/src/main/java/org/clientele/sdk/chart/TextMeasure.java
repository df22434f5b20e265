package org.clientele.sdk.chart;

import org.clientele.sdk.scene.TextStyle;

/** Widths of text in the bundled font, without a display. Thread-safe. */
@FunctionalInterface
public interface TextMeasure {
    /** The sum of advances in pixels at 100 %; sinks may differ by up to 8 %. */
    double width(String text, double size, TextStyle.Weight weight);
}
