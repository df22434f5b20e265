/**
 * From a chart spec and a frame to a scene, and from scenes to SVG: cards, dashboards, hit tests. Needs no display.
 */
@NullMarked
package org.clientele.platform.charts;

import org.jspecify.annotations.NullMarked;
