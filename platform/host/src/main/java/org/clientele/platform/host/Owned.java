package org.clientele.platform.host;

/**
 * A contribution and whose it is.
 *
 * @param plugin the id of the plugin
 * @param value what it contributes
 */
public record Owned<T>(String plugin, T value) {}
