package org.clientele.platform.host;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.slf4j.Logger;

/**
 * What the workbench exports to plugins: the SDK, the annotations that null checkers read, and the logger. Packages and
 * versions are those that each jar's own manifest states, so that nothing is written twice.
 */
final class SystemPackages {
    private static final Texts TEXTS = Texts.of(SystemPackages.class);

    private static final List<Class<?>> ONE_OF_EACH = List.of(ClientelePlugin.class, NullMarked.class, Logger.class);

    private SystemPackages() {}

    /** The value of the framework property for extra system packages. */
    static String exports() {
        return String.join(
                ",", ONE_OF_EACH.stream().map(SystemPackages::exportsBeside).toList());
    }

    private static String exportsBeside(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            Path place = Path.of(source.getLocation().toURI());
            Manifest manifest = manifest(place);
            String exports =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
            if (exports == null) {
                throw new AnalyticsException(
                        ErrorCode.INTERNAL,
                        TEXTS.get("system.packages.has_no_manifest_with_export", place, type.getName()));
            }
            return exports;
        } catch (IOException | URISyntaxException e) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, TEXTS.get("system.packages.manifest_beside_cannot_read", type.getName()), e);
        }
    }

    private static @Nullable Manifest manifest(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            Path file = place.resolve(JarFile.MANIFEST_NAME);
            if (!Files.exists(file)) {
                return null;
            }
            try (InputStream in = Files.newInputStream(file)) {
                return new Manifest(in);
            }
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return jar.getManifest();
        }
    }
}
