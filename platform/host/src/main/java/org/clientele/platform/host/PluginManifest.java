package org.clientele.platform.host;

import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** What a jar's manifest says about the plugin. The author writes it once, in the pom; bnd puts it there. */
record PluginManifest(String id, Version version, String title, String vendor, String licence) {
    private static final Texts TEXTS = Texts.of(PluginManifest.class);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    /** @throws AnalyticsException PLUGIN_REFUSED if something that is needed is missing or malformed */
    static PluginManifest of(String file, Manifest manifest) {
        Attributes main = manifest.getMainAttributes();
        String id = withoutParameters(text(main, Constants.BUNDLE_SYMBOLICNAME));
        if (id.isEmpty()) {
            throw refused(TEXTS.get("plugin.manifest.has_no_bundle_symbolicname_is", file));
        }
        if (!ID.matcher(id).matches()) {
            throw refused(TEXTS.get("plugin.manifest.calls_itself_is_not_plugin", file, id));
        }
        if (!text(main, Constants.BUNDLE_MANIFESTVERSION).equals("2")) {
            throw refused(TEXTS.get("plugin.manifest.has_no_bundle_manifestversion_2", file));
        }
        for (String header : List.of(Constants.FRAGMENT_HOST, Constants.BUNDLE_ACTIVATOR)) {
            if (!text(main, header).isEmpty()) {
                throw refused(TEXTS.get("plugin.manifest.has_plugin_starts_by_entry", file, header));
            }
        }
        String version = text(main, Constants.BUNDLE_VERSION);
        try {
            String title = text(main, Constants.BUNDLE_NAME);
            return new PluginManifest(
                    id,
                    Version.parseVersion(version),
                    title.isEmpty() ? id : title,
                    text(main, Constants.BUNDLE_VENDOR),
                    withoutParameters(text(main, "Bundle-License")));
        } catch (IllegalArgumentException e) {
            throw refused(TEXTS.get("plugin.manifest.has_version_is_not_like", file, version));
        }
    }

    /** For sentences: id and version. */
    String label() {
        return id + " " + version;
    }

    private static String text(Attributes main, String header) {
        String value = main.getValue(header);
        return value == null ? "" : value.strip();
    }

    private static String withoutParameters(String header) {
        int semicolon = header.indexOf(';');
        return (semicolon < 0 ? header : header.substring(0, semicolon)).strip();
    }

    private static AnalyticsException refused(String sentence) {
        return new AnalyticsException(ErrorCode.PLUGIN_REFUSED, sentence);
    }
}
