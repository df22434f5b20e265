package org.clientele.platform.charts.draw;

import java.util.List;
import org.clientele.sdk.text.Texts;

/** Lists and pairs in sentences, in the order and with the marks of the reader's language. */
public final class Phrases {
    private static final Texts TEXTS = Texts.of(Phrases.class);

    private Phrases() {}

    /** "A, B, C"; "" of nothing. */
    public static String list(List<String> items) {
        return items.stream().reduce((a, b) -> TEXTS.get("list", a, b)).orElse("");
    }

    /** "A; B; C"; "" of nothing. */
    public static String clauses(List<String> items) {
        return items.stream().reduce((a, b) -> TEXTS.get("clauses", a, b)).orElse("");
    }

    /** "A, B and C"; "" of nothing. */
    public static String all(List<String> items) {
        int last = items.size() - 1;
        return last < 1 ? list(items) : TEXTS.get("list.last", list(items.subList(0, last)), items.get(last));
    }

    /** "A, B, and 4 more."; "A, B." where there are no more. */
    public static String some(List<String> items, Texts.Count more) {
        return more.number() > 0 ? TEXTS.get("list.more", list(items), more) : end(list(items));
    }

    /** "A; B; and 4 more."; "A; B." where there are no more. */
    public static String someClauses(List<String> items, Texts.Count more) {
        return more.number() > 0 ? TEXTS.get("clauses.more", clauses(items), more) : end(clauses(items));
    }

    /** What is said of something: "A: B". */
    public static String of(String what, String said) {
        return TEXTS.get("said", what, said);
    }

    /** A name with its value: "A 12". */
    public static String pair(String name, String value) {
        return TEXTS.get("pair", name, value);
    }

    /** "A to B". */
    public static String span(String from, String to) {
        return TEXTS.get("span", from, to);
    }

    /** A clause as a sentence: "A." */
    public static String end(String clause) {
        return TEXTS.get("end", clause);
    }

    /** A number as it stands, for a text whose plural goes by it. */
    public static Texts.Count plain(long n) {
        return new Texts.Count(n, Long.toString(n));
    }
}
