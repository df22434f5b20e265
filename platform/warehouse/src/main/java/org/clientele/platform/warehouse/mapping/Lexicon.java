package org.clientele.platform.warehouse.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What the words of headers mean. A header is cut into words at case, blanks and digits, compounds ({@code Kundennummer},
 * {@code orderdate}) into the words they are made of, and each word is replaced by its meaning, typing errors included.
 */
final class Lexicon {
    private static final double ALIKE = 0.93;
    private static final Set<String> NOISE = Set.of(
            "the",
            "of",
            "in",
            "dim",
            "fact",
            "tbl",
            "fld",
            "val",
            "e",
            "is",
            "my",
            "der",
            "die",
            "das",
            "des",
            "dem",
            "fuer",
            "for",
            "by",
            "and",
            "und",
            "was",
            "has",
            "with",
            "mit",
            "pro",
            "inkl",
            "incl",
            "excl",
            "exkl",
            "zum",
            "zur",
            "de",
            "item1",
            "a",
            "local",
            "current",
            "raw",
            "utc",
            "gmt",
            "dollar",
            "euro",
            "record",
            "pseudo",
            "level",
            "original",
            "traffic",
            "geo",
            "cent",
            "cents",
            "pence",
            "pennies",
            "centimes",
            "centavos");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(c -> c.getCurrencyCode().toLowerCase(Locale.ROOT))
            .filter(c ->
                    !Set.of("all", "try", "top", "mop", "cup", "lak", "bam").contains(c))
            .collect(Collectors.toUnmodifiableSet());
    /** Words that make another thing of what they stand beside. */
    private static final Set<String> OTHER =
            Set.of("percent", "rate", "tax", "cost", "discount", "net", "gross", "ship", "date", "id");

    private static final Pattern OPT = Pattern.compile("(?i)\\bopt[-_ ](in|out)\\b");
    private static final int QUESTION = 6;
    /** What a column is about is said by then; a name of thousands of letters is none, and takes long to look at. */
    private static final int LONGEST = 300;

    private static final Lexicon DEFAULT = new Lexicon();

    private final Map<String, List<String>> meanings = new LinkedHashMap<>();
    private final JaroWinklerSimilarity likeness = new JaroWinklerSimilarity();

    private Lexicon() {
        for (String line : lines("words.txt")) {
            int colon = line.indexOf(':');
            List<String> meaning = List.of(line.substring(0, colon).strip().split(" "));
            for (String word : line.substring(colon + 1).strip().split(" +")) {
                meanings.putIfAbsent(plain(word), meaning);
                meanings.putIfAbsent(unaccented(word), meaning);
            }
        }
    }

    static Lexicon get() {
        return DEFAULT;
    }

    static List<String> lines(String resource) {
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AnalyticsException(ErrorCode.INTERNAL, "The dictionary of headers is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("--"))
                    .toList();
        } catch (IOException e) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "The dictionary of headers cannot be read.", e);
        }
    }

    /** Lower case without umlauts: ä becomes ae. */
    private static String plain(String word) {
        return unaccented(word.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss"));
    }

    private static String unaccented(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /** The words of a header, lower case. */
    static List<String> words(String header) {
        String cut = OPT.matcher(shortened(header))
                .replaceAll(m -> "opt" + m.group(1).toLowerCase(Locale.ROOT))
                .replace("#", " nr ")
                .replace("%", " percent ")
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                .replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", " ");
        List<String> words = new ArrayList<>();
        for (String word : plain(cut).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static String shortened(String header) {
        return header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    }

    /** The meanings of a header's words, each once; a word that is not known stands for itself with a leading "?". */
    List<String> meaning(String header) {
        String lower = shortened(header).toLowerCase(Locale.ROOT);
        List<String> asked = question(lower);
        if (!asked.isEmpty()) {
            return asked;
        }
        Set<String> all = new LinkedHashSet<>();
        // "number of items" counts them.
        if (lower.matches("(no|num|nr|number|nbr|count|anzahl|#)[ _.]*(of|der|an)?[ _].*")
                && !lower.matches(".*[ _]id")
                && lower.contains("of") | lower.startsWith("anzahl") | lower.startsWith("num")) {
            all.add("quantity");
        }
        List<String> words = words(header);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (NOISE.contains(word)
                    || words.size() > 1 && word.matches("\\d+|[a-z]|per")
                    || CURRENCIES.contains(word) && words.size() > 1) {
                continue;
            }
            List<String> whole = i == 0 ? meanings.get(String.join("", words)) : null;
            if (whole != null) {
                return whole;
            }
            List<String> found = one(word);
            all.addAll(found == null ? List.of("?" + word) : found);
        }
        if (all.contains("quantity") && words.size() > 1 && !words.contains("nr")) {
            all.remove("id");
        }
        return List.copyOf(all);
    }

    /** What the question of a survey, which is a header there, asks for. */
    private static List<String> question(String lower) {
        if (words(lower).size() < QUESTION) {
            return List.of();
        }
        if (lower.matches(".*(recommend|satisf|how (would|do) you rate|empfehlen|zufrieden|bewerten sie).*")
                && !lower.matches(".*(why|reason|warum|grund).*")) {
            return List.of("score");
        }
        boolean open = lower.matches(".*(why|reason|improve|suggest|comment|tell us|warum|grund|verbesser|anregung).*");
        return open ? List.of("comment") : List.of();
    }

    /** The same without what stands in brackets, if that is an aside: "E-mail (billing)", "Price (each)". */
    List<String> plainMeaning(String header) {
        String name = shortened(header);
        int close = Math.max(name.lastIndexOf(')'), name.lastIndexOf(']'));
        int open = Math.max(name.lastIndexOf('(', close), name.lastIndexOf('[', close));
        boolean aside = open > 0 && name.substring(0, open).codePoints().anyMatch(Character::isLetter);
        if (!aside || meaning(name.substring(open + 1, close)).stream().anyMatch(OTHER::contains)) {
            return meaning(name);
        }
        return meaning(name.substring(0, open) + " " + name.substring(close + 1));
    }

    private @Nullable List<String> one(String word) {
        List<String> known = meanings.get(word);
        if (known != null) {
            return known;
        }
        List<String> parts = parts(word);
        return parts != null ? parts : misspelt(word);
    }

    /** The parts of a compound, as few as possible. */
    private @Nullable List<String> parts(String word) {
        int n = word.length();
        List<@Nullable List<String>> best = new ArrayList<>();
        int[] pieces = new int[n + 1];
        best.add(List.of());
        for (int end = 1; end <= n; end++) {
            best.add(null);
            for (int from = 0; from < end; from++) {
                List<String> before = best.get(from);
                if (before == null) {
                    continue;
                }
                List<String> meaning = piece(word, from, end);
                List<String> now = best.get(end);
                if (meaning != null && (now == null || pieces[from] + 1 < pieces[end])) {
                    List<String> joined = new ArrayList<>(before);
                    joined.addAll(meaning);
                    best.set(end, joined);
                    pieces[end] = pieces[from] + 1;
                }
            }
        }
        return best.get(n);
    }

    private @Nullable List<String> piece(String word, int from, int end) {
        String piece = word.substring(from, end);
        boolean whole = from == 0 && end == word.length();
        if (from > 0 && end < word.length() && Set.of("s", "n", "en", "of").contains(piece)) {
            return List.of();
        }
        boolean edge = from == 0 && piece.equals("kd")
                || end == word.length() && Set.of("nr", "id", "no").contains(piece);
        boolean signs = piece.codePoints().allMatch(Character::isIdeographic);
        boolean allowed = whole || edge || signs || piece.length() >= 3;
        return allowed ? meanings.get(piece) : null;
    }

    private @Nullable List<String> misspelt(String word) {
        if (word.length() < 5 || word.chars().anyMatch(Character::isDigit)) {
            return null;
        }
        for (int cut = 4; cut <= word.length() - 4; cut++) {
            List<String> start = meanings.get(word.substring(0, cut));
            List<String> rest = start == null ? null : misspelt(word.substring(cut));
            if (start != null && rest != null) {
                List<String> both = new ArrayList<>(start);
                both.addAll(rest);
                return both;
            }
        }
        String best = null;
        double most = ALIKE;
        for (String known : meanings.keySet()) {
            if (known.length() >= 4 && Math.abs(known.length() - word.length()) <= 2) {
                double alike = likeness.apply(known, word);
                if (alike > most) {
                    most = alike;
                    best = known;
                }
            }
        }
        return best == null ? null : meanings.get(best);
    }

    /** The currency that a header names, "Preis (EUR)", or "". */
    static String currency(String header) {
        for (String word : header.split("[^A-Za-z]+")) {
            if (word.length() == 3
                    && word.equals(word.toUpperCase(Locale.ROOT))
                    && CURRENCIES.contains(word.toLowerCase(Locale.ROOT))) {
                return word;
            }
        }
        return sign(header);
    }

    /** The currency of a sign, where it has one meaning for most of the world, or "". */
    static String sign(String text) {
        return text.contains("€")
                ? "EUR"
                : text.contains("£")
                        ? "GBP"
                        : text.contains("R$")
                                ? "BRL"
                                : text.contains("$")
                                        ? "USD"
                                        : text.contains("₹")
                                                ? "INR"
                                                : text.contains("zł") ? "PLN" : text.contains("¥") ? "JPY" : "";
    }
}
