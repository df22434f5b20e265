package org.clientele.platform.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.platform.workbench.trial.TrialPlugin;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;

/** Real workspaces for the window's tests: the trial plugin as a jar, and on request a small sample retailer. */
final class TrialWorkspace {
    private final Path folder;

    private TrialWorkspace(Path folder) {
        this.folder = folder;
    }

    /** A workspace without data in a folder of the caller's. */
    static TrialWorkspace empty(Path temporary) {
        jar(plugins(temporary).resolve("trial.jar"), "1.0.0");
        return new TrialWorkspace(temporary.resolve("shop"));
    }

    /** A workspace with a small retailer. */
    static TrialWorkspace withSample(Path temporary) {
        TrialWorkspace w = empty(temporary);
        try (Workspace workspace = w.open(w.folder);
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            load(session, Progress.NONE, CancelSignal.create());
        }
        return w;
    }

    /** A workspace with all of Online Retail. */
    static TrialWorkspace withOrders(Path temporary, Path file) {
        TrialWorkspace w = empty(temporary);
        try (Workspace workspace = w.open(w.folder);
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            session.imports()
                    .run(
                            new ImportCommand(List.of(file), "", "", ImportMode.APPEND),
                            Progress.NONE,
                            CancelSignal.create());
        }
        return w;
    }

    static void load(Session session, Progress progress, CancelSignal cancel) {
        SampleOptions options = new SampleOptions(300, SampleOptions.DEFAULT_SEED);
        session.imports()
                .load(
                        "Sample",
                        "300",
                        cancel,
                        sink -> new SampleRetailer(options).generate(sink::rows, progress, cancel));
    }

    Path folder() {
        return folder;
    }

    Workspace open(Path directory) {
        return Workspace.open(directory, WorkspaceOptions.withPlugins(List.of(plugins(folder.getParent()))));
    }

    private static Path plugins(Path temporary) {
        try {
            return Files.createDirectories(temporary.resolve("product-plugins"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the trial plugin, in some version, as the jar that its build would make. */
    static Path jar(Path target, String version) {
        Manifest manifest = new Manifest();
        Attributes a = manifest.getMainAttributes();
        a.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        a.putValue("Bundle-ManifestVersion", "2");
        a.putValue("Bundle-SymbolicName", "trial.window");
        a.putValue("Bundle-Name", "Trial");
        a.putValue("Bundle-Vendor", "Clientele");
        a.putValue("Bundle-License", "Apache-2.0");
        a.putValue("Bundle-Version", version);
        a.putValue(
                "Import-Package",
                "org.clientele.sdk;version=\"[1.0,2)\",org.clientele.sdk.chart;version=\"[1.0,2)\",org.clientele.sdk.dashboard;version=\"[1.0,2)\","
                        + "org.clientele.sdk.extension;version=\"[1.0,2)\",org.clientele.sdk.query;version=\"[1.0,2)\","
                        + "org.clientele.sdk.scene;version=\"[1.0,2)\",org.clientele.sdk.data;version=\"[1.0,2)\"");
        String entry = TrialPlugin.class.getName();
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new ZipEntry("META-INF/extensions.idx"));
            jar.write((entry + "\n").getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            for (String name : List.of(
                    entry,
                    entry.replace("Plugin", "Pad"),
                    entry.replace("Plugin", "Shares"),
                    entry.replace("Plugin", "Shares$Parameters"),
                    entry.replace("Plugin", "Sentences"),
                    entry.replace("Plugin", "Sentences$Parameters"),
                    entry.replace("Plugin", "Segments"),
                    entry.replace("Plugin", "Segments$Parameters"),
                    entry.replace("Plugin", "Worth"),
                    entry.replace("Plugin", "Worth$Parameters"))) {
                String file = name.replace('.', '/') + ".class";
                jar.putNextEntry(new ZipEntry(file));
                try (var in = TrialPlugin.class.getResourceAsStream("/" + file)) {
                    jar.write(in.readAllBytes());
                }
                jar.closeEntry();
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
