package org.clientele.platform.warehouse.rejects;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What is wrong with words of a small vocabulary: yes and no, kinds of order lines, currencies. */
final class WordDiagnosis {
    private static final Texts TEXTS = Texts.of(WordDiagnosis.class);

    /** Words for yes, by the language that they are of. */
    private static final Map<String, String> TRUE_WORDS = Map.of(
            "yes",
            "en",
            "ja",
            "de",
            "oui",
            "fr",
            "si",
            "es",
            "s\u00ed",
            "es",
            "sim",
            "pt",
            "wahr",
            "de",
            "vrai",
            "fr",
            "tak",
            "pl",
            "verdadero",
            "es");

    /** Words for no, by the language that they are of. */
    private static final Map<String, String> FALSE_WORDS = Map.of(
            "no",
            "en",
            "nein",
            "de",
            "non",
            "fr",
            "n\u00e3o",
            "pt",
            "nee",
            "nl",
            "falsch",
            "de",
            "faux",
            "fr",
            "nie",
            "pl",
            "falso",
            "es");

    private static final Set<String> TRUE_LETTERS = Set.of("y", "j", "t", "on", "an", "ein", "active", "aktiv");
    private static final Set<String> FALSE_LETTERS = Set.of("n", "f", "off", "aus", "inactive", "inaktiv");
    /** Codes of the currencies that a sign stands for; a question mark behind one that others share. */
    private static final Map<String, List<String>> SIGNS = Map.of(
            "$",
            List.of("USD?"),
            "\u20ac",
            List.of("EUR"),
            "\u00a3",
            List.of("GBP?"),
            "\u00a5",
            List.of("JPY", "CNY"),
            "\u20b9",
            List.of("INR"),
            "kr",
            List.of("SEK", "NOK", "DKK"),
            "z\u0142",
            List.of("PLN"),
            "\u20bd",
            List.of("RUB"),
            "\u20ba",
            List.of("TRY"),
            "Fr.",
            List.of("CHF?"));

    /** The same for names. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("euro", List.of("EUR")),
            Map.entry("euros", List.of("EUR")),
            Map.entry("pound", List.of("GBP")),
            Map.entry("pounds", List.of("GBP")),
            Map.entry("sterling", List.of("GBP")),
            Map.entry("pfund", List.of("GBP")),
            Map.entry("dollar", List.of("USD?")),
            Map.entry("dollars", List.of("USD?")),
            Map.entry("us dollar", List.of("USD")),
            Map.entry("yen", List.of("JPY")),
            Map.entry("franken", List.of("CHF")),
            Map.entry("francs", List.of("CHF?")),
            Map.entry("rupee", List.of("INR?")),
            Map.entry("rupees", List.of("INR?")),
            Map.entry("kronen", List.of("DKK", "NOK")),
            Map.entry("kronor", List.of("SEK")));

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("order", "sale"),
            Map.entry("sold", "sale"),
            Map.entry("sales", "sale"),
            Map.entry("purchase", "sale"),
            Map.entry("invoice", "sale"),
            Map.entry("verkauf", "sale"),
            Map.entry("rechnung", "sale"),
            Map.entry("refund", "return"),
            Map.entry("returned", "return"),
            Map.entry("returns", "return"),
            Map.entry("credit", "return"),
            Map.entry("credit note", "return"),
            Map.entry("cancellation", "return"),
            Map.entry("cancelled", "return"),
            Map.entry("retoure", "return"),
            Map.entry("gutschrift", "return"),
            Map.entry("storno", "return"),
            Map.entry("correction", "adjustment"),
            Map.entry("adjust", "adjustment"),
            Map.entry("write-off", "adjustment"),
            Map.entry("korrektur", "adjustment"));
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private WordDiagnosis() {}

    static Finding yesNo(Expected expected, String value) {
        String shown = Shown.quoted(value);
        if (!expected.example().isEmpty()) {
            return CellTrouble.YES_NO_OTHER.with(shown, expected.wanted());
        }
        String word = value.toLowerCase(Locale.ROOT);
        String yes = TRUE_WORDS.get(word);
        if (yes != null) {
            return CellTrouble.YES_NO_OTHER_LANGUAGE.with(shown, language(yes), "true");
        }
        String no = FALSE_WORDS.get(word);
        if (no != null) {
            return CellTrouble.YES_NO_OTHER_LANGUAGE.with(shown, language(no), "false");
        }
        if (TRUE_LETTERS.contains(word) || FALSE_LETTERS.contains(word)) {
            return CellTrouble.YES_NO_LETTER.with(shown, TRUE_LETTERS.contains(word) ? "true" : "false");
        }
        if (Patterns.fits("[x+\u2713\u2714\u2717\u2718\u00d7\u2611\u2610\u25cf\u25cb]|\\[[ x]?\\]", word)) {
            return CellTrouble.YES_NO_MARK.with(shown);
        }
        if (Patterns.fits("[+-]?\\d+([.,]\\d+)?", word)) {
            return CellTrouble.YES_NO_NUMBER.with(shown);
        }
        return Patterns.fits("maybe|perhaps|vielleicht|unsure|partly|sometimes|undecided|teilweise", word)
                ? CellTrouble.YES_NO_MAYBE.with(shown)
                : CellTrouble.YES_NO_OTHER.with(shown, expected.wanted());
    }

    static Finding text(ColumnSpec column, Expected expected, String value) {
        String shown = Shown.quoted(value);
        if (column.name().equals("kind")) {
            String kind = KINDS.get(value.toLowerCase(Locale.ROOT));
            return kind == null ? CellTrouble.KIND_UNKNOWN.with(shown) : CellTrouble.KIND_OTHER_WORD.with(shown, kind);
        }
        Finding currency = column.name().equals("currency") ? currency(value, shown) : null;
        return currency != null ? currency : CellTrouble.TEXT_NOT_TAKEN.with(shown, CellDiagnosis.named(column));
    }

    private static String language(String tag) {
        return Months.named(Locale.forLanguageTag(tag));
    }

    /** "EUR", "USD perhaps", "JPY or CNY", "SEK, NOK or DKK". */
    private static String said(List<String> codes) {
        String last = codes.get(codes.size() - 1);
        if (codes.size() > 1) {
            return TEXTS.get("word.codes.or", String.join(", ", codes.subList(0, codes.size() - 1)), last);
        }
        return last.endsWith("?") ? TEXTS.get("word.codes.perhaps", last.substring(0, last.length() - 1)) : last;
    }

    private static @Nullable Finding currency(String value, String shown) {
        List<String> sign = SIGNS.get(value);
        if (sign != null) {
            return CellTrouble.CURRENCY_SIGN.with(shown, said(sign));
        }
        List<String> name = NAMES.get(value.toLowerCase(Locale.ROOT));
        if (name != null) {
            return CellTrouble.CURRENCY_NAME.with(shown, said(name));
        }
        String code = value.replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT);
        return CODES.contains(code) && !code.equals(value)
                ? CellTrouble.CURRENCY_CODE_SPELLING.with(shown, code)
                : CellTrouble.CURRENCY_UNKNOWN.with(shown);
    }
}
