package org.clientele.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes a plugin of one class as the jar that its build would make. */
final class PluginJar {
    private PluginJar() {}

    static void write(Class<?> entry, Path target) throws IOException {
        Manifest manifest = new Manifest();
        Attributes a = manifest.getMainAttributes();
        a.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        a.putValue("Bundle-ManifestVersion", "2");
        a.putValue("Bundle-SymbolicName", "bench.window");
        a.putValue("Bundle-Name", "Benchmark");
        a.putValue("Bundle-Vendor", "Clientele");
        a.putValue("Bundle-License", "Apache-2.0");
        a.putValue("Bundle-Version", "1.0.0");
        a.putValue(
                "Import-Package",
                "org.clientele.sdk.chart;version=\"[1.0,2)\",org.clientele.sdk.dashboard;version=\"[1.0,2)\","
                        + "org.clientele.sdk.extension;version=\"[1.0,2)\",org.clientele.sdk.query;version=\"[1.0,2)\"");
        String file = entry.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream code = Objects.requireNonNull(entry.getResourceAsStream("/" + file), file)) {
            jar.putNextEntry(new ZipEntry("META-INF/extensions.idx"));
            jar.write((entry.getName() + "\n").getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            jar.putNextEntry(new ZipEntry(file));
            code.transferTo(jar);
            jar.closeEntry();
        }
    }
}
