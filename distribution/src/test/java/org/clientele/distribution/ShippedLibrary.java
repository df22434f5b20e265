package org.clientele.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Somebody else's library as its pom, or a parent of that, describes it.
 *
 * @param group Maven's
 * @param artifact Maven's
 * @param version Maven's
 * @param title its name for people
 * @param home where it is from, or ""
 * @param licences each as "name, address"; only one of several needs to be kept to
 */
record ShippedLibrary(String group, String artifact, String version, String title, String home, List<String> licences) {
    /**
     * Reads the pom of a jar.
     *
     * @param repository Maven's local one
     * @param known where that jar lies in the repository, if it does
     */
    static ShippedLibrary of(Path repository, String jar, Optional<Path> known, InputStream content) {
        try (JarInputStream in = new JarInputStream(content)) {
            Manifest manifest = in.getManifest();
            Path pom = known.map(
                            p -> p.resolveSibling(p.getFileName().toString().replaceFirst("\\.jar$", ".pom")))
                    .orElseGet(() -> pom(repository, jar, in));
            return of(repository, pom, manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the pom is by what the jar says of itself. */
    private static Path pom(Path repository, String jar, JarInputStream in) {
        try {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties")) {
                    Properties said = new Properties();
                    said.load(in);
                    if (jar.startsWith(said.getProperty("artifactId") + "-" + said.getProperty("version"))) {
                        return pom(
                                repository,
                                said.getProperty("groupId"),
                                said.getProperty("artifactId"),
                                said.getProperty("version"));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("Nobody knows the pom of " + jar);
    }

    private static Path pom(Path repository, String group, String artifact, String version) {
        return repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    private static ShippedLibrary of(Path repository, Path file, @Nullable Manifest manifest) throws IOException {
        List<Element> chain = new ArrayList<>();
        Path next = file;
        while (next != null && Files.exists(next)) {
            Element pom = read(next);
            chain.add(pom);
            Element parent = child(pom, "parent").orElse(null);
            next = parent == null
                    ? null
                    : pom(repository, text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version"));
        }
        if (chain.isEmpty()) {
            throw new AssertionError("There is no pom " + file);
        }
        Element own = chain.get(0);
        String artifact = text(own, "artifactId");
        String version = first(chain, "version");
        String title = text(own, "name");
        List<String> licences = chain.stream()
                .map(ShippedLibrary::licences)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElseGet(() -> bundled(manifest));
        return new ShippedLibrary(
                first(chain, "groupId"),
                artifact,
                version,
                title.isEmpty() || title.contains("${") ? artifact : title,
                first(chain, "url"),
                licences);
    }

    private static List<String> licences(Element pom) {
        List<String> all = new ArrayList<>();
        child(pom, "licenses").ifPresent(list -> {
            for (Node n = list.getFirstChild(); n != null; n = n.getNextSibling()) {
                if (n instanceof Element licence) {
                    all.add(text(licence, "name") + ", " + text(licence, "url"));
                }
            }
        });
        return all;
    }

    /** What an OSGi bundle says whose pom says nothing. */
    private static List<String> bundled(@Nullable Manifest manifest) {
        String said = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-License");
        return said == null ? List.of() : List.of(said.strip());
    }

    private static String first(List<Element> chain, String name) {
        return chain.stream()
                .map(pom -> text(pom, name))
                .filter(t -> !t.isEmpty() && !t.contains("${"))
                .findFirst()
                .orElse("");
    }

    private static Optional<Element> child(Element of, String name) {
        for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getTagName().equals(name)) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    private static String text(Element of, String name) {
        return child(of, name)
                .map(e -> e.getTextContent().strip().replaceAll("\\s+", " "))
                .orElse("");
    }

    private static Element read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
