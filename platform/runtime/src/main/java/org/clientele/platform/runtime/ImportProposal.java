package org.clientele.platform.runtime;

import java.util.List;

/**
 * How files would be imported: shown, corrected by {@link ProposedTable}'s methods, tried and carried out. Nothing of the
 * workspace is changed by it.
 *
 * @param tables what was found in the files, in their order; what fits nothing comes last of its file, of role {@link
 *     ProposedTable.Role#UNRECOGNISED} and not included, for a person to send it somewhere
 * @param joins which of them refer to which
 * @param unreadable files of which nothing can be imported as they are, each with its failure
 * @param mode what happens to rows that are there
 */
public record ImportProposal(
        List<ProposedTable> tables, List<ProposedJoin> joins, List<FileImport> unreadable, ImportMode mode) {
    public ImportProposal {
        tables = List.copyOf(tables);
        joins = List.copyOf(joins);
        unreadable = List.copyOf(unreadable);
    }

    /** The same with one table corrected. */
    public ImportProposal with(int at, ProposedTable table) {
        List<ProposedTable> all = new java.util.ArrayList<>(tables);
        all.set(at, table);
        return new ImportProposal(all, joins, unreadable, mode);
    }

    /** The same in another mode. */
    public ImportProposal as(ImportMode other) {
        return new ImportProposal(tables, joins, unreadable, other);
    }
}
