package org.clientele.platform.host;

import java.nio.file.Path;

/**
 * What there is to say about a plugin, or about a jar that was refused.
 *
 * @param id {@code vendor.plugin}; the file's name where the jar has none
 * @param title for people; the id where the jar has none
 * @param version as its manifest says, or ""
 * @param vendor as its manifest says, or ""
 * @param licence as its manifest says, or ""
 * @param state how it is
 * @param message one sentence about why it is so, or ""
 * @param source the jar it came from
 */
public record PluginInfo(
        String id,
        String title,
        String version,
        String vendor,
        String licence,
        PluginState state,
        String message,
        Path source) {}
