package org.clientele.platform.host;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.FileResource;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Builds a plugin's jar as an author's build does: javac with PF4J's processor, the manifest by bnd. The entry class of
 * {@code acme.basket} is {@code acme.basket.Entry}.
 */
public final class PluginJarBuilder {
    private final String id;
    private final String version;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();
    private final List<Path> classPath = new ArrayList<>();
    private final List<Path> privateLibraries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private PluginJarBuilder(String id, String version) {
        this.id = id;
        this.version = version;
        header("Bundle-SymbolicName", id).header("Bundle-Version", version).header("Bundle-Name", "The " + id);
        header("Bundle-Vendor", "Acme").header("Bundle-License", "Apache-2.0;link=\"https://www.apache.org\"");
        header("-noextraheaders", "true");
    }

    public static PluginJarBuilder plugin(String id, String version) {
        return new PluginJarBuilder(id, version);
    }

    /** The entry class with these members; everything of the SDK is imported. */
    public PluginJarBuilder entry(String members) {
        return source(id + ".Entry", """
                package %s;
                import java.util.*;
                import org.clientele.sdk.*;
                import org.clientele.sdk.chart.*;
                import org.clientele.sdk.dashboard.*;
                import org.clientele.sdk.extension.*;
                import org.clientele.sdk.query.*;
                import org.clientele.sdk.scene.*;
                @PluginEntry
                public final class Entry extends ClientelePlugin {
                %s
                }
                """.formatted(id, members));
    }

    /** The entry class with one metric, {@code <id>/<name>}. */
    public PluginJarBuilder metric(String name) {
        return entry("""
                @Override public List<MetricDefinition> metrics() {
                    return List.of(MetricDefinition.builder("%s/%s", "sum(amount)").build());
                }
                """.formatted(id, name));
    }

    /** The entry class with one chart type, {@code <id>/chart}, whose layout does this. */
    public PluginJarBuilder chart(String layout) {
        return entry("""
                @Override public List<ChartType> chartTypes() {
                    return List.of(new ChartType() {
                        @Override public String kind() { return "%s/chart"; }
                        @Override public Scene layout(ChartRequest request) { %s }
                    });
                }
                """.formatted(id, layout));
    }

    public PluginJarBuilder source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Puts a text file into the jar. */
    public PluginJarBuilder resource(String path, String text) {
        resources.put(path, text);
        return this;
    }

    public PluginJarBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public PluginJarBuilder exports(String packageAndVersion) {
        return header("Export-Package", packageAndVersion);
    }

    /** Compiles and computes imports against another plugin's jar. */
    public PluginJarBuilder against(Path jar) {
        classPath.add(jar);
        return this;
    }

    /** Packs a jar into this one. */
    public PluginJarBuilder privateLibrary(Path jar) {
        privateLibraries.add(jar);
        return this;
    }

    /** Takes an entry of the jar away after everything else. */
    public PluginJarBuilder without(String entry) {
        leftOut.add(entry);
        return this;
    }

    /** Builds {@code <id>-<version>.jar}. */
    public Path in(Path folder) {
        return to(folder.resolve(id + "-" + version + ".jar"));
    }

    public Path to(Path file) {
        try (Jar jar = new Jar(file.getFileName().toString(), compile());
                Analyzer bnd = new Analyzer(jar)) {
            for (Path library : compilePath()) {
                bnd.addClasspath(library.toFile());
            }
            headers.forEach(bnd::setProperty);
            if (!privateLibraries.isEmpty()) {
                StringBuilder path = new StringBuilder(".");
                for (Path library : privateLibraries) {
                    String name = "lib/" + library.getFileName();
                    jar.putResource(name, new FileResource(library.toFile()));
                    path.append(',').append(name);
                }
                bnd.setProperty("Bundle-ClassPath", path.toString());
            }
            resources.forEach((path, text) ->
                    jar.putResource(path, new EmbeddedResource(text.getBytes(StandardCharsets.UTF_8), 0)));
            jar.setManifest(bnd.calcManifest());
            if (!bnd.getErrors().isEmpty()) {
                throw new AssertionError(bnd.getErrors());
            }
            leftOut.forEach(jar::remove);
            jar.write(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Compiles a plain class into a plain jar. */
    public static Path library(Path file, String className, String text) {
        PluginJarBuilder builder = new PluginJarBuilder("acme.library", "1.0.0").source(className, text);
        try (Jar jar = new Jar("library", builder.compile())) {
            jar.write(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> compilePath() {
        List<Path> all = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!element.contains("platform") && !element.contains("bnd")) {
                all.add(Path.of(element));
            }
        }
        all.addAll(classPath);
        all.addAll(privateLibraries);
        return all;
    }

    private File compile() throws IOException {
        Path work = Files.createTempDirectory(Path.of("target"), "plugin");
        Path classes = Files.createDirectory(work.resolve("classes"));
        List<File> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()).toFile());
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-d",
                    classes.toString(),
                    "-cp",
                    String.join(
                            File.pathSeparator,
                            compilePath().stream().map(Path::toString).toList()),
                    "-processor",
                    "org.pf4j.processor.ExtensionAnnotationProcessor");
            if (!files.isEmpty()
                    && !javac.getTask(
                                    messages, manager, null, options, null, manager.getJavaFileObjectsFromFiles(files))
                            .call()) {
                throw new AssertionError(messages.toString());
            }
        }
        return classes.toFile();
    }
}
