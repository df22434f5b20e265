package org.clientele.distribution.words;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.distribution.words.SpokenSource.Asked;

/**
 * A package that has a bundle, with its sources.
 *
 * @param name the package
 * @param folder of its bundles
 * @param texts the bundle in English
 * @param sources of the classes that are converted, by class
 */
record SpokenPackage(String name, Path folder, Properties texts, Map<String, SpokenSource> sources) {
    private static final String BUNDLE = "texts.properties";
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    /**
     * All packages of the product that have a bundle.
     *
     * @param root of the product
     * @param partly classes that are converted, of packages that are not converted whole: {@code package.Class}
     */
    static List<SpokenPackage> all(Path root, Set<String> partly) {
        return modules(root).stream().flatMap(m -> bundles(m, partly).stream()).toList();
    }

    /** Folders with sources: {@code sdk/api}, {@code platform/charts}. */
    private static List<Path> modules(Path root) {
        return list(root).stream()
                .filter(Files::isDirectory)
                .flatMap(area -> list(area).stream())
                .filter(m -> Files.isDirectory(m.resolve(RESOURCES)))
                .toList();
    }

    private static List<SpokenPackage> bundles(Path module, Set<String> partly) {
        Path resources = module.resolve(RESOURCES);
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(f -> f.endsWith(BUNDLE))
                    .sorted()
                    .map(f -> of(module, resources.relativize(f.getParent()), partly))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpokenPackage of(Path module, Path place, Set<String> partly) {
        String name = place.toString().replace(place.getFileSystem().getSeparator(), ".");
        Path java = module.resolve(Path.of("src", "main", "java")).resolve(place);
        Map<String, Path> files = list(java).stream()
                .filter(f -> f.toString().endsWith(".java"))
                .collect(Collectors.toMap(
                        f -> f.getFileName().toString().replace(".java", ""), f -> f, (a, b) -> a, TreeMap::new));
        Set<String> some = files.keySet().stream()
                .filter(f -> partly.contains(name + "." + f))
                .collect(Collectors.toSet());
        if (!some.isEmpty()) {
            files.keySet().retainAll(some);
        }
        Map<String, String> texts = new TreeMap<>();
        files.forEach((type, file) -> texts.put(type, read(file)));
        Map<String, SpokenSource> sources = SpokenSource.all(texts);
        Path folder = module.resolve(RESOURCES).resolve(place);
        return new SpokenPackage(name, folder, properties(folder.resolve(BUNDLE)), sources);
    }

    /** Bundles of other languages. */
    List<Path> languages() {
        return list(folder).stream()
                .filter(f -> f.getFileName().toString().startsWith("texts_"))
                .toList();
    }

    /** The keys that are meant by what a source asks for. */
    Set<String> keys(Asked asked) {
        Set<String> all = new TreeSet<>(texts.stringPropertyNames());
        all.removeIf(key -> asked.prefix() ? !key.startsWith(asked.key()) : !key.equals(asked.key()));
        return all;
    }

    @Override
    public String toString() {
        return name;
    }

    static Properties properties(Path file) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
