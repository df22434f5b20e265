package org.clientele.platform.runtime;

/**
 * A dashboard that can be opened.
 *
 * @param id {@code vendor.plugin/name}
 * @param title for navigation and tab
 * @param description one sentence
 * @param plugin the id of the plugin it comes from
 * @param pluginTitle the plugin's name for people
 */
public record DashboardEntry(String id, String title, String description, String plugin, String pluginTitle) {}
