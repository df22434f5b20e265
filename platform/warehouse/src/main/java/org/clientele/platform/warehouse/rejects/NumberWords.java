package org.clientele.platform.warehouse.rejects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers in English and German words. */
final class NumberWords {
    /** Word in lower case to digits. */
    static final Map<String, String> DIGITS = make();

    private NumberWords() {}

    private static Map<String, String> make() {
        Map<String, String> all = new HashMap<>();
        number(all, "zero one two three four five six seven eight nine ten eleven twelve", 0, 1);
        number(all, "null eins zwei drei vier f\u00fcnf sechs sieben acht neun zehn elf zw\u00f6lf", 0, 1);
        number(all, "ten twenty thirty forty fifty sixty seventy eighty ninety hundred", 10, 10);
        number(all, "zehn zwanzig drei\u00dfig vierzig f\u00fcnfzig sechzig siebzig achtzig neunzig hundert", 10, 10);
        all.put("ein", "1");
        all.put("eine", "1");
        all.put("dozen", "12");
        all.put("a dozen", "12");
        all.put("dutzend", "12");
        all.put("half", "0.5");
        return Map.copyOf(all);
    }

    private static void number(Map<String, String> all, String words, int first, int step) {
        int n = first;
        for (String word : List.of(words.split(" "))) {
            all.put(word, String.valueOf(n));
            n += step;
        }
    }
}
