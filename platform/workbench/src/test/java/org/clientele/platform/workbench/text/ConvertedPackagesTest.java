package org.clientele.platform.workbench.text;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.clientele.platform.workbench.text.SpokenSource.Asked;
import org.clientele.sdk.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages whose visible text is in bundles: every key is there, none is left over, and no sentence stands in the code. */
class ConvertedPackagesTest {
    private static final String WORKBENCH = "org/clientele/platform/workbench/";

    /** These lists only grow; an empty one means every class of the package. */
    private static final Map<String, Set<String>> CONVERTED = new TreeMap<>(Map.of(
            "", Set.of("About", "Greetings", "Imports", "WindowLanguage"),
            "imports", Set.of(),
            "scope", Set.of("Chips", "History", "MemberPicker", "Narrowable"),
            "frame", Set.of("EmptyPane", "Entries", "SearchField", "StatusBar", "TabStrip", "Toast")));

    /** What looks like a sentence, and is none. */
    private static final Set<String> NO_TEXT = Set.of(
            // what an import of every table is said to go to
            "customer model",
            // ways of writing a date, which a file has and no language
            "yyyyMMdd",
            "yyyy-MM-dd HH:mm:ss",
            "dd.MM.yyyy HH:mm",
            "dd/MM/yyyy HH:mm",
            "MM/dd/yyyy HH:mm");

    static Stream<String> packages() {
        return CONVERTED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyKeyThatIsUsedIsThereWithItsArguments(String name) {
        Properties texts = bundle(name);
        sources(name).forEach((file, source) -> {
            for (Asked asked : source.asked()) {
                Set<String> meant = keys(texts, asked);
                assertThat(meant).as("%s asks for %s", file, asked.key()).isNotEmpty();
                for (String key : meant) {
                    assertThat(Texts.arguments(texts.getProperty(key)))
                            .as("arguments of %s, which %s asks for", key, file)
                            .isEqualTo(asked.arguments());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyKeyOfABundleIsUsed(String name) {
        Properties texts = bundle(name);
        Set<String> unused = new TreeSet<>(texts.stringPropertyNames());
        sources(name).values().forEach(source -> {
            source.asked().forEach(asked -> unused.removeAll(keys(texts, asked)));
            source.keys().forEach(unused::remove);
        });
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void otherLanguagesSayTheSameKeysWithTheSameArguments(String name) {
        Properties texts = bundle(name);
        for (Path file : languages(name)) {
            Properties other = read(file);
            assertThat(texts.stringPropertyNames()).as("keys of %s", file).containsAll(other.stringPropertyNames());
            other.stringPropertyNames()
                    .forEach(key -> assertThat(Texts.arguments(other.getProperty(key)))
                            .as("arguments of %s in %s", key, file)
                            .isEqualTo(Texts.arguments(texts.getProperty(key))));
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void noSentenceStandsInTheCode(String name) {
        sources(name)
                .forEach((file, source) -> assertThat(source.literals())
                        .as("literals of %s that a person would read: they belong into texts.properties", file)
                        .filteredOn(text -> !NO_TEXT.contains(text))
                        .isEmpty());
    }

    @Test
    void theRuleSeesWhatAPersonWouldRead() {
        SpokenSource source = SpokenSource.of("Bad", """
                class Bad {
                    enum Kind { ALL("kind.all"); Kind(String key) {} }
                    String a() { return TEXTS.get("a.key", 1, b("Hidden")); }
                    String b(String s) { LOG.warn("not shown"); return n + " rows"; }
                    String c() { return TEXTS.get("rows." + s); }
                    boolean d(String s) { return s.startsWith("The file ") && s.isEmpty(); }
                    String e() { throw new IllegalStateException("for the log"); }
                    String id() { return "cell:" + n; }
                }
                """);

        assertThat(source.literals()).containsExactly("Hidden", " rows");
        assertThat(source.asked()).containsExactly(new Asked("a.key", false, 2), new Asked("rows.", true, 0));
        assertThat(source.keys()).contains("kind.all");
    }

    private static Set<String> keys(Properties texts, Asked asked) {
        Set<String> all = new TreeSet<>(texts.stringPropertyNames());
        all.removeIf(key -> asked.prefix() ? !key.startsWith(asked.key()) : !key.equals(asked.key()));
        return all;
    }

    private static Map<String, SpokenSource> sources(String name) {
        Set<String> some = CONVERTED.get(name);
        Map<String, SpokenSource> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java", WORKBENCH, name))) {
            for (Path file : files.toList()) {
                String type = file.getFileName().toString().replace(".java", "");
                if (some.isEmpty() || some.contains(type)) {
                    all.put(type, SpokenSource.of(type, Files.readString(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(Math.max(2, some.size()));
        return all;
    }

    private static Properties bundle(String name) {
        return read(Path.of("src/main/resources", WORKBENCH, name, "texts.properties"));
    }

    private static List<Path> languages(String name) {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", WORKBENCH, name))) {
            return files.filter(f -> f.getFileName().toString().startsWith("texts_"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
