package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clientele.sdk.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command line in the language that has an accent on every word, and a bracket around every text. */
class HelpTextsTest extends CommandTest {
    private static final Locale BEFORE = Texts.locale();
    /** A text, perhaps over several lines. */
    private static final Pattern TEXT = Pattern.compile("\\[[^]]*[^\\p{ASCII}][^]]*]");
    /** A word that nobody types into a command line. */
    private static final Pattern ENGLISH = Pattern.compile("(?<=\\s)\\p{L}[a-z]+[.,:;]?(?=\\s)");

    @BeforeEach
    void accents() {
        Texts.choose(Texts.PSEUDO);
    }

    @AfterEach
    void before() {
        Texts.choose(BEFORE);
    }

    @Test
    void helpOfEachCommandIsTranslatedWhole() {
        Said help = run("--help");
        List<String> commands = TEXT.matcher(help.out())
                .replaceAll("")
                .lines()
                .filter(line -> line.matches("  [a-z]+ +"))
                .map(String::strip)
                .toList();

        assertThat(commands).contains("query", "import", "alerts").hasSizeGreaterThan(20);
        assertThat(help.out()).contains("Ţ", "[Çóómmááñďš:]", "  1   [fááííļééď]");
        for (String command : commands) {
            String said = run(command, "--help").out();
            assertThat(english(said)).as(said).isSubsetOf("clientele", command, "jar");
        }
    }

    @Test
    void errorsAreTranslatedWholeAndKeepWhatWasTyped() {
        Said unknown = run("query", "revenue", "--nope");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err().lines())
                .containsExactly(
                        "[Úñķñóówñ óópţííóóñ: '--nope']",
                        "[Póóššííbļéé šóóļúúţííóóñš: --not]",
                        "[Ţŕý: clientele query --help]");
        assertThat(first("rejects")).isEqualTo("[Mííššííñĝ: --import=N]");
        assertThat(first("query", "revenue", "--top")).isEqualTo("[--top=N ñééééďš áá vááļúúéé]");
        assertThat(first("query", "revenue", "--top", "1", "--top", "2"))
                .isEqualTo("[--top=N ííš ĝíívééñ móóŕéé ţhááñ óóñçéé]");
        assertThat(first("query", "revenue", "--top", "many"))
                .startsWith("[Íñvááļííď vááļúúéé fóóŕ --top=N: [\"many\" ííš ñóó ");
        assertThat(first("analyse", "x", "--format", "pages"))
                .contains("[\"pages\" ")
                .doesNotContain("expected");
        assertThat(run("alerts", "ponder").err().strip())
                .startsWith("[\"ponder\" ííš ñóóţ")
                .endsWith("]");
        assertThat(run("alerts", "add").err().strip()).startsWith("[").endsWith("]");
    }

    private String first(String... arguments) {
        Said said = run(arguments);
        assertThat(said.exit()).isEqualTo(ExitCode.USAGE);
        return said.err().lines().findFirst().orElse("");
    }

    private static List<String> english(String help) {
        List<String> words = new ArrayList<>();
        ENGLISH.matcher(TEXT.matcher(help).replaceAll(" ")).results().forEach(found -> words.add(found.group()));
        return words;
    }
}
