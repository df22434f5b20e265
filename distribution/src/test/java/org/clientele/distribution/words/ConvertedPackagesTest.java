package org.clientele.distribution.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clientele.distribution.words.SpokenSource.Asked;
import org.clientele.sdk.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A package of any module that has a {@code texts.properties} has its visible text there: every key is there, none is left
 * over, and no sentence stands in the code. What is said otherwise stands in two files of this test:
 *
 * <ul>
 *   <li>{@code words/partly.txt}: {@code package.Class} of a package that is not converted whole. Only classes named there are
 *       held to the rule; whoever converts the last one takes out all lines of the package.
 *   <li>{@code words/no-text.txt}: the package, a blank, and a literal there that looks like a sentence, and is none; or
 *       {@code package.Class *} where all that a class writes is for machines.
 * </ul>
 */
class ConvertedPackagesTest {
    private static final Path LISTS = Path.of("src", "test", "resources", "words");
    private static final Set<String> PARTLY = lines("partly.txt");
    private static final Set<String> NO_TEXT = lines("no-text.txt");
    private static final List<SpokenPackage> PACKAGES = SpokenPackage.all(Path.of(".."), PARTLY);

    static List<SpokenPackage> packages() {
        return PACKAGES;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyKeyThatIsUsedIsThereWithItsArguments(SpokenPackage one) {
        one.sources().forEach((file, source) -> {
            for (Asked asked : source.asked()) {
                Set<String> meant = one.keys(asked);
                assertThat(meant).as("%s asks for %s", file, asked.key()).isNotEmpty();
                for (String key : asked.arguments() == Asked.ARRAY ? Set.<String>of() : meant) {
                    int needed = Texts.arguments(one.texts().getProperty(key));
                    // Of two texts one may say less.
                    assertThat(needed)
                            .as("arguments of %s, which %s asks for", key, file)
                            .isBetween(asked.either() ? 0 : asked.arguments(), asked.arguments());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyKeyOfABundleIsUsed(SpokenPackage one) {
        Set<String> unused = new TreeSet<>(one.texts().stringPropertyNames());
        one.sources().values().forEach(source -> {
            source.asked().forEach(asked -> unused.removeAll(one.keys(asked)));
            source.keys().forEach(unused::remove);
            source.choices().forEach(beginning -> unused.removeIf(key -> key.startsWith(beginning)));
        });
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void otherLanguagesSayTheSameKeysWithTheSameArguments(SpokenPackage one) {
        for (Path file : one.languages()) {
            Properties other = SpokenPackage.properties(file);
            assertThat(one.texts().stringPropertyNames())
                    .as("keys of %s", file)
                    .containsAll(other.stringPropertyNames());
            other.stringPropertyNames()
                    .forEach(key -> assertThat(Texts.arguments(other.getProperty(key)))
                            .as("arguments of %s in %s", key, file)
                            .isEqualTo(Texts.arguments(one.texts().getProperty(key))));
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void noSentenceStandsInTheCode(SpokenPackage one) {
        one.sources()
                .forEach((file, source) -> assertThat(source.literals())
                        .as("literals of %s that a person would read: they belong into texts.properties", file)
                        .filteredOn(text -> !NO_TEXT.contains(one.name() + " " + text)
                                && !NO_TEXT.contains(one.name() + "." + file + " *"))
                        .isEmpty());
    }

    @Test
    void theListsNameWhatIsThere() {
        Set<String> names = PACKAGES.stream().map(SpokenPackage::name).collect(Collectors.toSet());
        Set<String> classes = PACKAGES.stream()
                .flatMap(p -> p.sources().keySet().stream().map(c -> p.name() + "." + c))
                .collect(Collectors.toSet());
        Set<String> literals = new TreeSet<>();
        PACKAGES.forEach(p -> p.sources()
                .forEach((file, source) -> source.literals().forEach(text -> {
                    literals.add(p.name() + " " + text);
                    literals.add(p.name() + "." + file + " *");
                })));

        assertThat(names).contains("org.clientele.platform.workbench.imports").hasSizeGreaterThan(3);
        assertThat(classes).containsAll(PARTLY);
        assertThat(NO_TEXT)
                .as("named, and not there")
                .filteredOn(n -> !literals.contains(n))
                .isEmpty();
    }

    @Test
    void theRuleSeesWhatAPersonWouldRead() {
        SpokenSource source = SpokenSource.of("Bad", """
                class Bad {
                    enum Kind { ALL("kind.all"); Kind(String key) {} }
                    record Choice(@Parameter(label = "%choice.top", help = "The best") int top) {}
                    String a() { return TEXTS.get("a.key", 1, b("Hidden")); }
                    String b(String s) { LOG.warn("not shown"); return n + " rows"; }
                    String c() { return TEXTS.get("rows." + s); }
                    String d() { return TEXTS.get(n > 1 ? "many" : "few", n); }
                    boolean e(String s) { return s.startsWith("The file ") && s.isEmpty(); }
                    String f() { throw new IllegalStateException("for the log"); }
                    String g() { throw new AnalyticsException(CODE, "For a person"); }
                    String id() { return "cell:" + n; }
                    String h() { return TEXTS.get("rows." + s + ".of", n); }
                    public String toString() { return "For the log"; }
                    @Option(names = "--top", description = {"${bundle:option.top}", "How many"}) int many;
                    String i() { return "SELECT name FROM " + t + " ORDER BY name, id"; }
                    String j() { return node.put("rowsRead", n).formatted("%5d  %s"); }
                }
                """);

        assertThat(source.literals()).containsExactly("The best", "Hidden", " rows", "For a person", "How many");
        assertThat(source.asked())
                .containsExactly(
                        new Asked("choice.top", false, 0, false),
                        new Asked("a.key", false, 2, false),
                        new Asked("rows.", true, 0, false),
                        new Asked("many", false, 1, true),
                        new Asked("few", false, 1, true),
                        new Asked("rows.", true, 1, false),
                        new Asked("option.top", false, 0, false));
        assertThat(source.keys()).contains("kind.all");
    }

    private static Set<String> lines(String file) {
        try {
            return Files.readAllLines(LISTS.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
