package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ImportProposal;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the import wizard knows: files, how they would be imported, what became of a trial and of the import; with undo of
 * each change. Needs no display. Not thread-safe.
 */
public final class WizardModel {
    private static final Texts TEXTS = Texts.of(WizardModel.class);
    private static final int MOST_UNDO = 200;

    private final Set<Path> files = new LinkedHashSet<>();
    private final Deque<ImportProposal> before = new ArrayDeque<>();
    private final Deque<ImportProposal> after = new ArrayDeque<>();
    private ImportProposal proposal = new ImportProposal(List.of(), List.of(), List.of(), ImportMode.APPEND);
    private Step step = Step.FILES;
    private int table;
    private boolean known = true;
    private @Nullable ImportReply trial;
    private @Nullable ImportReply result;

    /** The files that were chosen, in order. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /**
     * Adds files; what would become of them is unknown then until {@link #proposed}.
     *
     * @return those that are new
     */
    public List<Path> add(List<Path> more) {
        if (result != null) {
            clear();
        }
        List<Path> fresh = new ArrayList<>();
        for (Path file : more) {
            Path plain = file.toAbsolutePath().normalize();
            if (files.add(plain)) {
                fresh.add(plain);
            }
        }
        known = known && fresh.isEmpty();
        return fresh;
    }

    /** Takes a file out, with all of its tables. */
    public void remove(Path file) {
        files.remove(file.toAbsolutePath().normalize());
        change(p -> new ImportProposal(
                p.tables().stream().filter(t -> !same(t.file(), file)).toList(),
                p.joins(),
                p.unreadable().stream().filter(f -> !same(f.file(), file)).toList(),
                p.mode()));
        // An undo would bring back the tables of a file that is no longer chosen.
        before.clear();
        after.clear();
        table = Math.min(table, Math.max(0, proposal.tables().size() - 1));
        if (files.isEmpty()) {
            clear();
        }
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** Starts anew with nothing. */
    public void clear() {
        files.clear();
        before.clear();
        after.clear();
        proposal = new ImportProposal(List.of(), List.of(), List.of(), proposal.mode());
        step = Step.FILES;
        table = 0;
        known = true;
        trial = null;
        result = null;
    }

    /**
     * What would become of the files is known. What a person changed of tables that were there before stays; where there is
     * something to decide, the step goes to it.
     */
    public void proposed(ImportProposal fresh) {
        List<ProposedTable> all = new ArrayList<>();
        for (ProposedTable t : fresh.tables()) {
            all.add(proposal.tables().stream()
                    .filter(old -> old.name().equals(t.name()) && same(old.file(), t.file()))
                    .findFirst()
                    .orElse(t.role() == ProposedTable.Role.UNRECOGNISED ? t.include(false) : t));
        }
        boolean first = proposal.tables().isEmpty();
        proposal = new ImportProposal(all, fresh.joins(), fresh.unreadable(), proposal.mode());
        before.clear();
        after.clear();
        known = true;
        trial = null;
        if (first) {
            table = firstInDoubt().orElse(0);
        }
    }

    /** How the files would be imported now. */
    public ImportProposal proposal() {
        return proposal;
    }

    /** Whether what would become of all files is known. */
    public boolean known() {
        return known;
    }

    /** The step in front. */
    public Step step() {
        return step;
    }

    /** Goes to a step if it can be reached. */
    public void go(Step to) {
        if (reachable(to)) {
            step = to;
        }
    }

    /** Whether there is something to see at a step. */
    public boolean reachable(Step to) {
        return switch (to) {
            case FILES -> result == null;
            case READING, COLUMNS, CHECK ->
                result == null && known && !proposal.tables().isEmpty();
            case DONE -> result != null;
        };
    }

    /** The step behind the one in front, if it can be reached. */
    public Optional<Step> next() {
        int i = step.ordinal() + 1;
        return i < Step.values().length && reachable(Step.values()[i])
                ? Optional.of(Step.values()[i])
                : Optional.empty();
    }

    /** The step before the one in front, if it can be reached. */
    public Optional<Step> back() {
        int i = step.ordinal() - 1;
        return i >= 0 && reachable(Step.values()[i]) ? Optional.of(Step.values()[i]) : Optional.empty();
    }

    /** The number of the table that reading and columns are about. */
    public int tableIndex() {
        return table;
    }

    /** That table. */
    public Optional<ProposedTable> table() {
        return table < proposal.tables().size() ? Optional.of(proposal.tables().get(table)) : Optional.empty();
    }

    /** Chooses another table. */
    public void choose(int index) {
        if (index >= 0 && index < proposal.tables().size()) {
            table = index;
        }
    }

    /** Changes the whole; can be undone. */
    public void change(UnaryOperator<ImportProposal> how) {
        ImportProposal now = how.apply(proposal);
        if (now.equals(proposal)) {
            return;
        }
        before.push(proposal);
        if (before.size() > MOST_UNDO) {
            before.removeLast();
        }
        after.clear();
        proposal = now;
        trial = null;
    }

    /** Changes the table in front; can be undone. */
    public void changeTable(UnaryOperator<ProposedTable> how) {
        table().ifPresent(t -> change(p -> p.with(table, how.apply(t))));
    }

    /** Whether there is a change to undo. */
    public boolean canUndo() {
        return !before.isEmpty();
    }

    /** Whether there is a change to do again. */
    public boolean canRedo() {
        return !after.isEmpty();
    }

    /** Takes the last change back. */
    public void undo() {
        if (canUndo()) {
            after.push(proposal);
            proposal = before.pop();
            trial = null;
        }
    }

    /** Does what was taken back again. */
    public void redo() {
        if (canRedo()) {
            before.push(proposal);
            proposal = after.pop();
            trial = null;
        }
    }

    /**
     * How many columns and assumptions of a table a person should look at. What is assumed of a file of a known kind is
     * worth a note, not a doubt.
     */
    public static int doubts(ProposedTable t) {
        int assumed = t.recognised() ? 0 : t.doubts().size();
        return (int) TableMapping.columns(t).stream()
                        .filter(SourceColumn::doubtful)
                        .count()
                + assumed
                + TableMapping.missing(t).size();
    }

    /** How many of all tables that are included. */
    public int doubts() {
        return included().stream().mapToInt(WizardModel::doubts).sum();
    }

    private Optional<Integer> firstInDoubt() {
        for (int i = 0; i < proposal.tables().size(); i++) {
            if (doubts(proposal.tables().get(i)) > 0) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The tables that are imported. */
    public List<ProposedTable> included() {
        return proposal.tables().stream().filter(ProposedTable::included).toList();
    }

    /** Files that cannot be read, or of which nothing can be mapped even by hand. */
    public List<FileImport> unreadable() {
        return proposal.unreadable().stream()
                .filter(f -> proposal.tables().stream().noneMatch(t -> same(t.file(), f.file())))
                .toList();
    }

    /** Tables that fit nothing of files of which nothing is imported yet: somebody must say where they go. */
    public List<ProposedTable> strange() {
        return proposal.tables().stream()
                .filter(t -> t.role() == ProposedTable.Role.UNRECOGNISED)
                .filter(t -> included().stream().noneMatch(other -> same(other.file(), t.file())))
                .toList();
    }

    /** Why nothing can be imported as it is, or "". */
    public String obstacle() {
        if (!known) {
            return TEXTS.get("wizard.reading");
        }
        if (included().isEmpty()) {
            if (proposal.tables().isEmpty()) {
                return TEXTS.get("wizard.no.file");
            }
            List<ProposedTable> strange = strange();
            return strange.isEmpty()
                    ? TEXTS.get("wizard.no.table")
                    : TEXTS.get("wizard.choose.table", strange.get(0).name());
        }
        for (ProposedTable t : included()) {
            List<String> missing = TableMapping.missing(t);
            if (!missing.isEmpty()) {
                return TEXTS.get(
                        "wizard.choose.column",
                        t.name(),
                        Words.each(missing.stream()
                                .map(c -> TEXTS.get("quoted", TableMapping.label(t, c)))
                                .toList()));
            }
        }
        return "";
    }

    /** Whether nobody needs to look at anything: every table is of a known kind, or every column was found for sure. */
    public boolean allClear() {
        return obstacle().isEmpty()
                && doubts() == 0
                && unreadable().isEmpty()
                && strange().isEmpty();
    }

    /** What a trial of the proposal as it is now gave, or null. */
    public @Nullable ImportReply trial() {
        return trial;
    }

    /** A trial of {@code tried} has ended; it counts only if nothing was changed since. */
    public void tried(ImportProposal tried, ImportReply reply) {
        if (tried.equals(proposal)) {
            trial = reply;
        }
    }

    /** What the import gave, or null while there was none. */
    public @Nullable ImportReply result() {
        return result;
    }

    /** The import has ended. */
    public void imported(ImportReply reply) {
        result = reply;
        step = Step.DONE;
    }

    /** Sums over files. */
    public record Totals(long read, long loaded, long rejected, long failed, long duplicates) {
        /** Of a reply. */
        public static Totals of(ImportReply reply) {
            List<FileImport> f = reply.files();
            return new Totals(
                    f.stream().mapToLong(FileImport::rowsRead).sum(),
                    f.stream().mapToLong(FileImport::rowsLoaded).sum(),
                    f.stream().mapToLong(FileImport::rowsRejected).sum(),
                    f.stream().filter(x -> x.failure() != null).count(),
                    f.stream().filter(FileImport::duplicate).count());
        }
    }
}
