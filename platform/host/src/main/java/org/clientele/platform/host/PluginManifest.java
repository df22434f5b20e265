package org.clientele.platform.host;

import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** What a jar's manifest says about the plugin. The author writes it once, in the pom; bnd puts it there. */
record PluginManifest(String id, Version version, String title, String vendor, String licence) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    /** @throws AnalyticsException PLUGIN_REFUSED if something that is needed is missing or malformed */
    static PluginManifest of(String file, Manifest manifest) {
        Attributes main = manifest.getMainAttributes();
        String id = withoutParameters(text(main, Constants.BUNDLE_SYMBOLICNAME));
        if (id.isEmpty()) {
            throw refused(
                    file + " has no Bundle-SymbolicName, so it is not a plugin. Build it with the plugin parent.");
        }
        if (!ID.matcher(id).matches()) {
            throw refused(
                    file + " calls itself \"" + id + "\", which is not a plugin id. An id looks like vendor.plugin,"
                            + " in lower case with digits and hyphens.");
        }
        if (!text(main, Constants.BUNDLE_MANIFESTVERSION).equals("2")) {
            throw refused(file + " has no Bundle-ManifestVersion of 2. Build it with the plugin parent.");
        }
        for (String header : List.of(Constants.FRAGMENT_HOST, Constants.BUNDLE_ACTIVATOR)) {
            if (!text(main, header).isEmpty()) {
                throw refused(
                        file + " has a " + header + "; a plugin starts by its entry class and is complete in itself.");
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
            throw refused(file + " has the version \"" + version + "\", which is not one like 1.2.3.");
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
