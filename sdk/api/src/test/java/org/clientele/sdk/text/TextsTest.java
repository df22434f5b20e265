package org.clientele.sdk.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Locale POLISH = Locale.forLanguageTag("pl-PL");

    private final Texts texts = Texts.of(TextsTest.class);
    private final Locale before = Texts.locale();

    @AfterEach
    void asItWas() {
        Texts.choose(before);
    }

    @Test
    void aPluralFollowsTheLanguageOfItsWordsAndItsNumberTheReader() {
        assertThat(texts.in(Locale.UK).get("rows", 1)).isEqualTo("1 row");
        assertThat(texts.in(Locale.UK).get("rows", 541_909)).isEqualTo("541,909 rows");
        Texts polish = texts.in(POLISH);
        assertThat(List.of(polish.get("rows", 1), polish.get("rows", 22), polish.get("rows", 25)))
                .containsExactly("1 wiersz", "22 wiersze", "25 wierszy");
        assertThat(texts.in(Locale.GERMANY).get("rows", 541_909))
                .as("words that are not there in German are English, the number is German")
                .isEqualTo("541.909 rows");
        assertThat(polish.get("rows.of", 22L, "a.csv"))
                .as("English words have English plurals")
                .isEqualTo("22 rows of \"a.csv\" isn't there");
        assertThat(polish.get("rows", new Texts.Count(5, "ca. 5"))).isEqualTo("ca. 5 wierszy");
    }

    @Test
    void anExactNumberGoesBeforeItsCategory() {
        assertThat(texts.in(Locale.UK).get("rows.of", 0, "x")).startsWith("No row of \"x\"");
        assertThat(texts.in(Locale.UK).get("rows.of", 1, "x")).startsWith("One row of \"x\"");
    }

    @Test
    void whatALanguageLacksIsNotSaidInTheSystemsLanguage() {
        Locale system = Locale.getDefault();
        Locale.setDefault(POLISH);
        try {
            assertThat(texts.in(Locale.UK).get("rows", 25)).isEqualTo("25 rows");
        } finally {
            Locale.setDefault(system);
        }
    }

    @Test
    void theLocaleCanBeChangedWhileTextsAreInUse() {
        Texts.choose(Locale.UK);
        assertThat(texts.get("rows", 5)).isEqualTo("5 rows");
        Texts.choose(POLISH);
        assertThat(texts.get("rows", 5)).isEqualTo("5 wierszy");
    }

    @Test
    void thePseudoLocaleChangesWordsAndLeavesArguments() {
        String shown = texts.in(Texts.PSEUDO).get("only.english", "orders.csv");

        assertThat(shown).startsWith("[").endsWith("]").contains("orders.csv").doesNotContain("Import");
        assertThat(shown.length()).isBetween((int) (29 * 1.25), (int) (29 * 1.6));
        assertThat(texts.in(Texts.PSEUDO).get("rows", 1_000))
                .startsWith("[1,000 ")
                .endsWith("]");
    }

    @Test
    void whatIsMissingIsAnErrorInTests() {
        assertThatThrownBy(() -> texts.get("no.such.key"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("org.clientele.sdk.text has no text no.such.key.");
        assertThatThrownBy(() -> texts.get("rows")).hasMessageContaining("the argument {0} is missing");
        assertThatThrownBy(() -> texts.get("rows", "many")).hasMessageContaining("is no number");
        assertThatThrownBy(() -> texts.get("broken", 1)).hasMessageContaining("lacks the branch \"other\"");
        assertThatThrownBy(() -> Texts.of(String.class).get("any")).hasMessageContaining("java.lang has no texts");
    }

    @Test
    void aPatternTellsItsArguments() {
        assertThat(Texts.arguments("none")).isZero();
        assertThat(Texts.arguments("{1} and {0, plural, one {#} other {# of {3}}}"))
                .isEqualTo(4);
        assertThatThrownBy(() -> Texts.arguments("a } b")).hasMessageContaining("at character 3");
        assertThatThrownBy(() -> Texts.arguments("{0, choice, x}")).hasMessageContaining("only \"plural\"");
    }

    /** The JDK's own plural rules, of which only the words for thousands can be seen: one category, one word. */
    @ParameterizedTest
    @ValueSource(strings = {"pl", "ru", "uk", "cs", "sk", "lt", "lv", "sl", "hr", "es", "it", "de", "sv", "he"})
    void categoriesAreThoseOfTheJdksCompactNumbers(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        NumberFormat compact = NumberFormat.getCompactNumberInstance(language, NumberFormat.Style.LONG);
        Map<String, String> words = new HashMap<>();
        LongStream.range(1, 1_000).forEach(n -> {
            String word = compact.format(n * 1_000).replaceAll("[0-9\\s\\p{Z}]+", "");
            String category = Plurals.category(language, n) + (String.valueOf(n).length());
            assertThat(words.merge(category, word, (old, fresh) -> old))
                    .as("%s of %d in %s", category, n, tag)
                    .isEqualTo(word);
        });
    }

    @Test
    void categoriesOfLanguagesWhoseWordsDoNotTellThem() {
        assertThat(categories("fr", 0, 1, 2, 1_000_000)).containsExactly("one", "one", "other", "many");
        assertThat(categories("ar", 0, 1, 2, 3, 10, 11, 99, 100, 102))
                .containsExactly("zero", "one", "two", "few", "few", "many", "many", "other", "other");
        assertThat(categories("ro", 0, 1, 2, 19, 20, 101, 119, 120))
                .containsExactly("few", "one", "few", "few", "other", "few", "few", "other");
        assertThat(categories("ja", 0, 1, 2)).containsOnly("other");
        assertThat(categories("en", 0, 1, 2, 21)).containsExactly("other", "one", "other", "other");
        assertThat(categories("pl", 0, 1, 2, 5, 12, 22, 101))
                .containsExactly("many", "one", "few", "many", "many", "few", "many");
    }

    private static List<String> categories(String language, long... counts) {
        return LongStream.of(counts)
                .mapToObj(n -> Plurals.category(Locale.forLanguageTag(language), n))
                .toList();
    }
}
