/**
 * Points of many coordinates shown in two or three.
 */
@NullMarked
package org.clientele.plugins.segmentation.learn.map;

import org.jspecify.annotations.NullMarked;
