package org.clientele.platform.runtime;

/**
 * A plugin as a person sees it.
 *
 * @param id for example clientele.executive; the file's name where a refused jar has none
 * @param title for people
 * @param version of the plugin
 * @param vendor who made it, or ""
 * @param licence its licence, or ""
 * @param state STARTED, STOPPED, FAILED or REFUSED
 * @param message why it was refused or failed, one sentence, or ""
 * @param source the file it came from
 */
public record PluginView(
        String id,
        String title,
        String version,
        String vendor,
        String licence,
        String state,
        String message,
        String source) {}
