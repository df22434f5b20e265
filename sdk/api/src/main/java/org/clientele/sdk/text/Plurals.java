package org.clientele.sdk.text;

import java.util.Locale;

/**
 * The category of a count in a language, after Unicode's CLDR (cardinal rules of whole numbers). A language that is not
 * listed has "one" for 1 and "other" for the rest, as most have.
 */
final class Plurals {
    private Plurals() {}

    /** One of zero, one, two, few, many, other. */
    static String category(Locale language, long number) {
        long n = Math.abs(number);
        int tens = (int) (n % 100);
        int ones = (int) (n % 10);
        return switch (language.getLanguage()) {
            case "ja", "zh", "ko", "vi", "th", "id", "ms", "lo", "my", "km", "bo" -> "other";
            case "fr", "pt" -> n <= 1 ? "one" : millions(n);
            case "es", "it", "ca" -> n == 1 ? "one" : millions(n);
            case "hi", "bn", "gu", "kn", "fa", "am", "zu" -> n <= 1 ? "one" : "other";
            case "ru", "uk", "be" -> endsInOne(n) ? "one" : endsInFew(n) ? "few" : "many";
            case "hr", "sr", "bs" -> endsInOne(n) ? "one" : endsInFew(n) ? "few" : "other";
            case "pl" -> n == 1 ? "one" : endsInFew(n) ? "few" : "many";
            case "cs", "sk" -> n == 1 ? "one" : n >= 2 && n <= 4 ? "few" : "other";
            case "sl" -> tens == 1 ? "one" : tens == 2 ? "two" : tens == 3 || tens == 4 ? "few" : "other";
            case "lt" -> teen(tens) || ones == 0 ? "other" : ones == 1 ? "one" : "few";
            case "lv" -> teen(tens) || ones == 0 ? "zero" : ones == 1 ? "one" : "other";
            case "ro" -> n == 1 ? "one" : n == 0 || tens >= 1 && tens <= 19 ? "few" : "other";
            case "is", "mk" -> endsInOne(n) ? "one" : "other";
            case "he" -> n == 1 ? "one" : n == 2 ? "two" : "other";
            case "ar" -> arabic(n, tens);
            default -> n == 1 ? "one" : "other";
        };
    }

    private static String millions(long n) {
        return n != 0 && n % 1_000_000 == 0 ? "many" : "other";
    }

    private static boolean teen(int tens) {
        return tens >= 11 && tens <= 19;
    }

    private static boolean endsInOne(long n) {
        return n % 10 == 1 && n % 100 != 11;
    }

    private static boolean endsInFew(long n) {
        return n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14);
    }

    private static String arabic(long n, int tens) {
        if (n <= 2) {
            return n == 0 ? "zero" : n == 1 ? "one" : "two";
        }
        return tens >= 3 && tens <= 10 ? "few" : tens >= 11 ? "many" : "other";
    }
}
