package org.clientele.platform.workbench.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.runtime.ImportView.State;

/**
 * Which imports are shown, and in which order.
 *
 * @param kind of which kind
 * @param search what file or table must contain, or ""
 * @param by what they are sorted by
 * @param descending whether the largest or newest comes first
 */
record ImportList(Kind kind, String search, By by, boolean descending) {
    /** All, the newest first. */
    static final ImportList NEWEST = new ImportList(Kind.ALL, "", By.WHEN, true);

    /** Kinds that a person looks for. */
    enum Kind {
        ALL("All", v -> true),
        LOADED("Loaded", v -> v.state() == State.LOADED || v.state() == State.RUNNING),
        REJECTS("With rejected rows", v -> v.rowsRejected() > 0),
        FAILED("Failed", v -> v.state() == State.FAILED),
        GONE("Undone or replaced", v -> v.state() == State.UNDONE || v.state() == State.REPLACED);

        private final String label;
        private final Predicate<ImportView> member;

        Kind(String label, Predicate<ImportView> member) {
            this.label = label;
            this.member = member;
        }

        String label() {
            return label;
        }
    }

    /** What they can be sorted by. */
    enum By {
        WHEN("When", Comparator.comparing(ImportView::at).thenComparing(ImportView::id)),
        FILE("File", Comparator.comparing(v -> v.file().toLowerCase(Locale.ROOT))),
        TABLE("Table", Comparator.comparing(ImportView::entity)),
        READ("Read", Comparator.comparing(ImportView::rowsRead)),
        LOADED("Loaded", Comparator.comparing(ImportView::rowsLoaded)),
        REJECTED("Rejected", Comparator.comparing(ImportView::rowsRejected)),
        STATE("State", Comparator.comparing(ImportView::state));

        private final String label;
        private final Comparator<ImportView> order;

        By(String label, Comparator<ImportView> order) {
            this.label = label;
            this.order = order;
        }

        String label() {
            return label;
        }

        boolean number() {
            return this == READ || this == LOADED || this == REJECTED;
        }
    }

    /** Those that are shown, in order. */
    List<ImportView> of(List<ImportView> all) {
        String wanted = search.toLowerCase(Locale.ROOT);
        Comparator<ImportView> order = descending ? by.order.reversed() : by.order;
        return all.stream()
                .filter(kind.member)
                .filter(v -> (v.file() + " " + v.entity() + " " + v.recipe())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .sorted(order)
                .toList();
    }

    /** The same of another kind. */
    ImportList kind(Kind other) {
        return new ImportList(other, search, by, descending);
    }

    /** The same with another search. */
    ImportList search(String text) {
        return new ImportList(kind, text, by, descending);
    }

    /** The same in another order; the same order again turns it round. */
    ImportList sorted(By column) {
        boolean largeFirst = column == By.WHEN || column.number();
        return new ImportList(kind, search, column, column == by ? !descending : largeFirst);
    }
}
