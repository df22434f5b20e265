package org.clientele.platform.warehouse.rejects;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.sdk.data.ColumnSpec;
import org.jspecify.annotations.Nullable;

/** What is wrong with words of a small vocabulary: yes and no, kinds of order lines, currencies. */
final class WordDiagnosis {
    private static final Map<String, String> TRUE_WORDS = Map.of(
            "yes",
            "English",
            "ja",
            "German",
            "oui",
            "French",
            "si",
            "Spanish",
            "s\u00ed",
            "Spanish",
            "sim",
            "Portuguese",
            "wahr",
            "German",
            "vrai",
            "French",
            "tak",
            "Polish",
            "verdadero",
            "Spanish");
    private static final Map<String, String> FALSE_WORDS = Map.of(
            "no",
            "English",
            "nein",
            "German",
            "non",
            "French",
            "n\u00e3o",
            "Portuguese",
            "nee",
            "Dutch",
            "falsch",
            "German",
            "faux",
            "French",
            "nie",
            "Polish",
            "falso",
            "Spanish");
    private static final Set<String> TRUE_LETTERS = Set.of("y", "j", "t", "on", "an", "ein", "active", "aktiv");
    private static final Set<String> FALSE_LETTERS = Set.of("n", "f", "off", "aus", "inactive", "inaktiv");
    private static final Map<String, String> SIGNS = Map.of(
            "$",
            "USD perhaps",
            "\u20ac",
            "EUR",
            "\u00a3",
            "GBP perhaps",
            "\u00a5",
            "JPY or CNY",
            "\u20b9",
            "INR",
            "kr",
            "SEK, NOK or DKK",
            "z\u0142",
            "PLN",
            "\u20bd",
            "RUB",
            "\u20ba",
            "TRY",
            "Fr.",
            "CHF perhaps");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("pound", "GBP"),
            Map.entry("pounds", "GBP"),
            Map.entry("sterling", "GBP"),
            Map.entry("pfund", "GBP"),
            Map.entry("dollar", "USD perhaps"),
            Map.entry("dollars", "USD perhaps"),
            Map.entry("us dollar", "USD"),
            Map.entry("yen", "JPY"),
            Map.entry("franken", "CHF"),
            Map.entry("francs", "CHF perhaps"),
            Map.entry("rupee", "INR perhaps"),
            Map.entry("rupees", "INR perhaps"),
            Map.entry("kronen", "DKK or NOK"),
            Map.entry("kronor", "SEK"));
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
            return CellTrouble.YES_NO_OTHER_LANGUAGE.with(shown, yes, "true");
        }
        String no = FALSE_WORDS.get(word);
        if (no != null) {
            return CellTrouble.YES_NO_OTHER_LANGUAGE.with(shown, no, "false");
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

    private static @Nullable Finding currency(String value, String shown) {
        String sign = SIGNS.get(value);
        if (sign != null) {
            return CellTrouble.CURRENCY_SIGN.with(shown, sign);
        }
        String name = NAMES.get(value.toLowerCase(Locale.ROOT));
        if (name != null) {
            return CellTrouble.CURRENCY_NAME.with(shown, name);
        }
        String code = value.replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT);
        return CODES.contains(code) && !code.equals(value)
                ? CellTrouble.CURRENCY_CODE_SPELLING.with(shown, code)
                : CellTrouble.CURRENCY_UNKNOWN.with(shown);
    }
}
