package org.clientele.sdk.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;

/**
 * A workspace in a temporary folder with one plugin, the one whose classes the build has just compiled. It is the real
 * thing: the real host loads the plugin as a jar, the real warehouse answers.
 *
 * <pre>{@code
 * try (PluginWorkspace w = PluginWorkspace.withSample(200)) {
 *     Frame frame = w.session().query(MetricQuery.of("orders-per-customer"), CancelSignal.create());
 * }
 * }</pre>
 */
public final class PluginWorkspace implements AutoCloseable {
    private static final Path CLASSES = Path.of("target", "classes");

    private final Path folder;
    private final Workspace workspace;
    private final Session session;

    private PluginWorkspace(Path folder, Workspace workspace) {
        this.folder = folder;
        this.workspace = workspace;
        this.session = workspace.session(Subject.local(), Policy.allowAll());
    }

    /** A workspace without data, with the plugin in {@code target/classes}. */
    public static PluginWorkspace empty() {
        try {
            Path folder = Files.createTempDirectory("clientele-testkit");
            Path plugins = Files.createDirectory(folder.resolve("product-plugins"));
            jar(CLASSES, plugins.resolve("plugin-under-test.jar"));
            return new PluginWorkspace(
                    folder,
                    Workspace.open(folder.resolve("workspace"), WorkspaceOptions.withPlugins(List.of(plugins))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a sample retailer of so many customers, always the same rows. */
    public static PluginWorkspace withSample(int customers) {
        PluginWorkspace w = empty();
        SampleOptions options = new SampleOptions(customers, SampleOptions.DEFAULT_SEED);
        w.session
                .imports()
                .load(
                        "Sample",
                        "testkit " + customers,
                        CancelSignal.create(),
                        sink -> new SampleRetailer(options).generate(sink::rows, Progress.NONE, CancelSignal.create()));
        return w;
    }

    /** The open workspace. */
    public Workspace workspace() {
        return workspace;
    }

    /** A session of the local user who may see everything. */
    public Session session() {
        return session;
    }

    private static void jar(Path classes, Path target) throws IOException {
        Path manifestFile = classes.resolve("META-INF/MANIFEST.MF");
        if (!Files.exists(manifestFile)) {
            throw new IllegalStateException(
                    "There is no " + manifestFile + ": the plugin's pom needs the parent org.clientele:plugin-parent.");
        }
        Manifest manifest;
        try (InputStream in = Files.newInputStream(manifestFile)) {
            manifest = new Manifest(in);
        }
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.equals(manifestFile)) {
                    jar.putNextEntry(
                            new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, jar);
                    jar.closeEntry();
                }
            }
        }
    }

    /** Closes the workspace and deletes it. */
    @Override
    public void close() {
        session.close();
        workspace.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
