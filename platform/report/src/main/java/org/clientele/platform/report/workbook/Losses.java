package org.clientele.platform.report.workbook;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.text.Texts;

/** What a workbook cannot hold as it was, counted, to be said in it. Not thread-safe. */
final class Losses {
    private static final Texts TEXTS = Texts.of(Losses.class);

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
        add(all, rounded, "losses.rounded");
        add(all, cut, "losses.cut");
        add(all, replaced, "losses.replaced");
        add(all, days, "losses.days");
        add(all, infinite, "losses.infinite");
        return all;
    }

    private static void add(List<String> all, long count, String key) {
        if (count > 0) {
            all.add(TEXTS.get(key, count));
        }
    }
}
