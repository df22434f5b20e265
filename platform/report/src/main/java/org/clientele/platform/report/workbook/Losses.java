package org.clientele.platform.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a workbook cannot hold as it was, counted, to be said in it. Not thread-safe. */
final class Losses {
    private long rounded;
    private long cut;
    private long replaced;
    private long days;
    private long infinite;

    void roundedNumber() {
        rounded++;
    }

    void cutText() {
        cut++;
    }

    void replacedCharacters() {
        replaced++;
    }

    void dayAsText() {
        days++;
    }

    void infinity() {
        infinite++;
    }

    /** One sentence a kind; empty where everything is as it was. */
    List<String> sentences() {
        List<String> all = new ArrayList<>();
        add(
                all,
                rounded,
                "number has",
                "numbers have",
                "more than the 15 digits that a cell holds; the last ones are rounded. CSV files have all digits.");
        add(
                all,
                cut,
                "text is",
                "texts are",
                "longer than the 32,767 characters that a cell holds, and cut. CSV files have all of them.");
        add(
                all,
                replaced,
                "text has",
                "texts have",
                "control characters or broken letters, which a workbook cannot hold; \uFFFD stands in their place.");
        add(
                all,
                days,
                "day is",
                "days are",
                "before March 1900 or after the year 9999, where spreadsheets count no days, and written as text.");
        add(all, infinite, "number is", "numbers are", "infinite, which cells cannot hold, and written as text.");
        return all;
    }

    private static void add(List<String> all, long count, String one, String many, String rest) {
        if (count > 0) {
            all.add(String.format(Locale.UK, "%,d ", count) + (count == 1 ? one : many) + " " + rest);
        }
    }
}
