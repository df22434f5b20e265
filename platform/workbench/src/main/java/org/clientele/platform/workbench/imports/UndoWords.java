package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.UndoForecast;
import org.clientele.platform.runtime.UndoForecast.Rows;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.sdk.data.CustomerModel;

/** What an undo takes and what it brings back, said before it is done. */
final class UndoWords {
    private static final int MOST = 4;

    private UndoWords() {}

    /** The question, with what would go and what would come back. */
    static Sheet.Content question(String file, UndoForecast forecast, Words words, Runnable undo) {
        List<Sheet.Section> sections = new ArrayList<>();
        sections.add(new Sheet.Section("", sentence(forecast, words)));
        boolean derived = forecast.goes().stream().anyMatch(Rows::derived);
        sections.add(new Sheet.Section(
                "",
                (derived ? "Customers and products that nothing else names go with them. " : "")
                        + "The files themselves are not touched."));
        return new Sheet.Content(
                "Undo the import of " + file + "?",
                sections,
                List.of(Sheet.Action.plain("Keep it", () -> {}), Sheet.Action.danger("Undo", undo)));
    }

    /** "6,919 order lines of b.txt go; the 541,909 order lines of a.csv that they replaced come back." */
    static String sentence(UndoForecast forecast, Words words) {
        List<Rows> goes = own(forecast.goes());
        List<Rows> back = own(forecast.back());
        if (goes.isEmpty() && back.isEmpty()) {
            return "Nothing of it is left in the workspace, so nothing changes but its state in this list.";
        }
        String gone = listed(goes, words, "") + (total(goes) == 1 ? " goes" : " go");
        if (goes.isEmpty()) {
            gone = "Nothing of it is left";
        }
        boolean one = total(goes) == 1;
        return back.isEmpty()
                ? gone + (one ? ". It had" : ". They had") + " replaced nothing, so nothing comes back."
                : gone + "; " + listed(back, words, "the ") + (one ? " that it replaced " : " that they replaced ")
                        + (total(back) == 1 ? "comes" : "come") + " back.";
    }

    private static List<Rows> own(List<Rows> rows) {
        return rows.stream().filter(r -> !r.derived()).toList();
    }

    private static long total(List<Rows> rows) {
        return rows.stream().mapToLong(Rows::count).sum();
    }

    private static String listed(List<Rows> rows, Words words, String article) {
        List<String> parts = new ArrayList<>();
        boolean many = rows.size() > MOST;
        for (Rows r : many ? rows.subList(0, MOST - 1) : rows) {
            parts.add(article + words.several(r.count(), label(r.table())) + " of " + r.file());
        }
        if (many) {
            parts.add(article + words.rows(total(rows.subList(MOST - 1, rows.size()))) + " of other tables");
        }
        String last = parts.isEmpty() ? "" : parts.remove(parts.size() - 1);
        return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
    }

    private static String label(String table) {
        return CustomerModel.standard().tables().stream()
                .filter(t -> t.name().equals(table))
                .map(t -> t.label().equals("feedback") ? "row of feedback" : t.label())
                .findFirst()
                .orElse("row");
    }
}
