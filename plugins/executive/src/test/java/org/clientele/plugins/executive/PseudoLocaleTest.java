package org.clientele.plugins.executive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All pages in a language of accents and long words: what plugin, platform and SDK say is translated. */
class PseudoLocaleTest {
    /** A word of English: in the pseudo-locale each has an accent on its vowels. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]*[AEIOUaeiou][A-Za-z]*");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** Names in the sample: its currency, genders, and what dimensions are called. */
    private static final List<String> NAMES =
            List.of("EUR", "USD", "GBP", "Female", "Male", "Product", "products", "segment", "workspace");

    /** What a person types into a command line is the same in every language. */
    private static final Pattern COMMAND = Pattern.compile("clientele (goals set|query) [^\\]]*");

    @TempDir
    Path temporary;

    @Test
    void everythingThatIsPaintedOrHintedIsTranslated() throws Exception {
        List<String> data = new ArrayList<>(NAMES);
        for (Month month : Month.values()) {
            data.add(month.getDisplayName(TextStyle.FULL, Locale.US));
            data.add(month.getDisplayName(TextStyle.SHORT, Locale.US));
        }
        Set<String> plain = new TreeSet<>();
        int foreign = 0;
        List<String> pages = pages();
        for (String line : pages) {
            String[] parts = line.split("\t", 3);
            if (parts[0].equals("data")) {
                data.add(parts[1]);
            }
        }
        data.removeIf(String::isBlank);
        data.sort(Comparator.comparingInt(String::length).reversed());
        for (String line : pages) {
            String[] parts = line.split("\t", 3);
            if (parts.length == 3) {
                foreign += parts[2].contains("[") ? 1 : 0;
                if (isPlain(parts[2], data)) {
                    plain.add(parts[0] + " " + parts[1] + ": " + parts[2]);
                }
            }
        }

        assertThat(foreign).isGreaterThan(500);
        assertThat(String.join("\n", plain)).isEmpty();
    }

    private List<String> pages() throws IOException, InterruptedException {
        Path out = temporary.resolve("pages.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-D" + Texts.LOCALE_PROPERTY + "=" + Texts.PSEUDO.toLanguageTag(),
                "-cp",
                System.getProperty("java.class.path"),
                PaintedPages.class.getName()));
        String pictures = System.getProperty("clientele.pictures");
        if (pictures != null) {
            command.add(pictures);
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(temporary.resolve("errors.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(() -> read(temporary.resolve("errors.txt")))
                .isZero();
        return read(out).lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Whether a word is left that no translation reached; a text that was cut is compared by its beginning. */
    private static boolean isPlain(String text, List<String> data) {
        String rest = text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
        rest = COMMAND.matcher(rest).replaceAll(" ");
        String start = rest.strip();
        if (data.stream().anyMatch(d -> d.contains(start))) {
            return false;
        }
        for (String known : data) {
            rest = rest.replace(known, " ");
        }
        Matcher words = WORD.matcher(rest);
        while (words.find()) {
            if (PLAIN.matcher(words.group()).matches()) {
                return true;
            }
        }
        return false;
    }
}
