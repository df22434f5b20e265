package org.clientele.platform.runtime;

import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;

/**
 * How a tile is to be laid out.
 *
 * @param theme colours
 * @param width of the card in pixels at 100 %
 * @param height of the card in pixels at 100 %
 * @param view how the person looks at it
 */
public record SceneRequest(Theme theme, double width, double height, ViewState view) {}
