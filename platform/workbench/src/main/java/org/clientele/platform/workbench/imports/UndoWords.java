package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.UndoForecast;
import org.clientele.platform.runtime.UndoForecast.Rows;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.sdk.text.Texts;

/** What an undo takes and what it brings back, said before it is done. */
final class UndoWords {
    private static final Texts TEXTS = Texts.of(UndoWords.class);
    private static final int MOST = 4;

    private UndoWords() {}

    /** The question, with what would go and what would come back. */
    static Sheet.Content question(String file, UndoForecast forecast, Words words, Runnable undo) {
        List<Sheet.Section> sections = new ArrayList<>();
        sections.add(new Sheet.Section("", sentence(forecast, words)));
        boolean derived = forecast.goes().stream().anyMatch(Rows::derived);
        sections.add(new Sheet.Section("", derived ? TEXTS.get("undo.derived") : TEXTS.get("undo.files")));
        return new Sheet.Content(
                TEXTS.get("undo.question", file),
                sections,
                List.of(
                        Sheet.Action.plain(TEXTS.get("undo.keep"), () -> {}),
                        Sheet.Action.danger(TEXTS.get("undo.undo"), undo)));
    }

    /** "6,919 order lines of b.txt go; the 541,909 order lines of a.csv that they replaced come back." */
    static String sentence(UndoForecast forecast, Words words) {
        List<Rows> goes = own(forecast.goes());
        List<Rows> back = own(forecast.back());
        if (goes.isEmpty() && back.isEmpty()) {
            return TEXTS.get("undo.nothing");
        }
        Texts.Count going = words.counted(total(goes));
        Texts.Count coming = words.counted(total(back));
        if (back.isEmpty()) {
            return TEXTS.get("undo.goes", going, listed(goes, words, false));
        }
        return goes.isEmpty()
                ? TEXTS.get("undo.back", coming, listed(back, words, true))
                : TEXTS.get("undo.swaps", going, listed(goes, words, false), coming, listed(back, words, true));
    }

    private static List<Rows> own(List<Rows> rows) {
        return rows.stream().filter(r -> !r.derived()).toList();
    }

    private static long total(List<Rows> rows) {
        return rows.stream().mapToLong(Rows::count).sum();
    }

    private static String listed(List<Rows> rows, Words words, boolean back) {
        List<String> parts = new ArrayList<>();
        boolean many = rows.size() > MOST;
        for (Rows r : many ? rows.subList(0, MOST - 1) : rows) {
            String some = words.rowsOf(r.count(), r.table());
            parts.add(back ? TEXTS.get("undo.rows.back", some, r.file()) : TEXTS.get("undo.rows", some, r.file()));
        }
        if (many) {
            Texts.Count others = words.counted(total(rows.subList(MOST - 1, rows.size())));
            parts.add(back ? TEXTS.get("undo.others.back", others) : TEXTS.get("undo.others", others));
        }
        return Words.list(parts);
    }
}
