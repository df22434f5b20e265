package org.clientele.platform.warehouse.rejects;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiled patterns by their text: those of this package, some dozens. Case does not matter to any of them. */
final class Patterns {
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Patterns() {}

    static Matcher matcher(String pattern, String value) {
        return COMPILED.computeIfAbsent(
                        pattern, p -> Pattern.compile(p, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .matcher(value);
    }

    static boolean fits(String pattern, String value) {
        return matcher(pattern, value).matches();
    }
}
