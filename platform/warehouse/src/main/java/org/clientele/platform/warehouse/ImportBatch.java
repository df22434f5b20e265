package org.clientele.platform.warehouse;

/**
 * Where the rows of one transaction come from. They are in the warehouse if and only if a row of this is.
 *
 * @param id given by the journal, never used before
 * @param sha256 of the content in hex, or "" until it is known
 * @param file its name, or what else the rows come from
 * @param entity the table of the customer model, or another word for a source that fills several
 * @param recipe id of the import recipe, or ""
 * @param group the id of the first batch of the same import; they come and go together
 */
public record ImportBatch(long id, String sha256, String file, String entity, String recipe, long group) {
    /** A batch that is an import of its own. */
    public ImportBatch(long id, String sha256, String file, String entity, String recipe) {
        this(id, sha256, file, entity, recipe, id);
    }

    ImportBatch of(String knownSha256) {
        return new ImportBatch(id, knownSha256, file, entity, recipe, group);
    }
}
