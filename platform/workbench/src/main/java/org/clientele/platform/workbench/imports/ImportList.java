package org.clientele.platform.workbench.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.runtime.ImportView.State;
import org.clientele.sdk.text.Texts;

/**
 * Which imports are shown, and in which order.
 *
 * @param kind of which kind
 * @param search what file or table must contain, or ""
 * @param by what they are sorted by
 * @param descending whether the largest or newest comes first
 */
record ImportList(Kind kind, String search, By by, boolean descending) {
    private static final Texts TEXTS = Texts.of(ImportList.class);
    /** All, the newest first. */
    static final ImportList NEWEST = new ImportList(Kind.ALL, "", By.WHEN, true);

    /** Kinds that a person looks for. */
    enum Kind {
        ALL("imports.kind.all", v -> true),
        LOADED("imports.kind.loaded", v -> v.state() == State.LOADED || v.state() == State.RUNNING),
        REJECTS("imports.kind.rejects", v -> v.rowsRejected() > 0),
        FAILED("imports.kind.failed", v -> v.state() == State.FAILED),
        GONE("imports.kind.gone", v -> v.state() == State.UNDONE || v.state() == State.REPLACED);

        private final String key;
        private final Predicate<ImportView> member;

        Kind(String key, Predicate<ImportView> member) {
            this.key = key;
            this.member = member;
        }

        String label() {
            return TEXTS.get(key);
        }
    }

    /** What they can be sorted by. */
    enum By {
        WHEN("imports.by.when", Comparator.comparing(ImportView::at).thenComparing(ImportView::id)),
        FILE("imports.by.file", Comparator.comparing(v -> v.file().toLowerCase(Locale.ROOT))),
        TABLE("imports.by.table", Comparator.comparing(ImportView::entity)),
        READ("imports.by.read", Comparator.comparing(ImportView::rowsRead)),
        LOADED("imports.by.loaded", Comparator.comparing(ImportView::rowsLoaded)),
        REJECTED("imports.by.rejected", Comparator.comparing(ImportView::rowsRejected)),
        STATE("imports.by.state", Comparator.comparing(ImportView::state));

        private final String key;
        private final Comparator<ImportView> order;

        By(String key, Comparator<ImportView> order) {
            this.key = key;
            this.order = order;
        }

        String label() {
            return TEXTS.get(key);
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
