package org.clientele.platform.warehouse;

import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.warehouse.source.JdbcRequest;
import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * Which files to import, and how.
 *
 * @param files of any known format; at least one, unless a database is named
 * @param recipeId id of a known recipe or an unambiguous suffix, or null to find one by the headers
 * @param recipe a recipe of the caller's own, which goes before {@code recipeId}; or null
 * @param entity the table of the model that rows go to, or null to find it by the headers
 * @param database a table or query of a database, instead of files; or null
 * @param mode what happens to rows that are there
 * @param reading how the files are read
 */
public record ImportRequest(
        List<Path> files,
        @Nullable String recipeId,
        @Nullable ImportRecipe recipe,
        @Nullable String entity,
        @Nullable JdbcRequest database,
        Mode mode,
        ReadingWish reading) {
    /** What happens to rows that are there. */
    public enum Mode {
        /** They stay; content that is there already is not loaded again. */
        APPEND,
        /** Those of the entity, and what was derived from them, are put out, in the same transaction. */
        REPLACE,
        /**
         * Those of the same key are put out; columns that the file lacks keep their values. Of a table without a key: those
         * of the same order, campaign contact and so on.
         */
        UPDATE
    }

    public ImportRequest {
        files = List.copyOf(files);
    }

    /** Appends files, finding recipe and entity by their headers. */
    public static ImportRequest of(Path... files) {
        return new ImportRequest(List.of(files), null, null, null, null, Mode.APPEND, ReadingWish.AUTOMATIC);
    }

    /** Appends the rows of a table or query. */
    public static ImportRequest of(JdbcRequest database) {
        return new ImportRequest(List.of(), null, null, null, database, Mode.APPEND, ReadingWish.AUTOMATIC);
    }

    /** The same by a known recipe. */
    public ImportRequest by(String id) {
        return new ImportRequest(files, id, recipe, entity, database, mode, reading);
    }

    /** The same by a recipe of the caller's own. */
    public ImportRequest by(ImportRecipe own) {
        return new ImportRequest(files, recipeId, own, entity, database, mode, reading);
    }

    /** The same into a table of the model. */
    public ImportRequest into(String table) {
        return new ImportRequest(files, recipeId, recipe, table, database, mode, reading);
    }

    /** The same, replacing what the entity holds. */
    public ImportRequest replacing() {
        return as(Mode.REPLACE);
    }

    /** The same in a mode. */
    public ImportRequest as(Mode other) {
        return new ImportRequest(files, recipeId, recipe, entity, database, other, reading);
    }

    /** The same of other files. */
    ImportRequest of(List<Path> others) {
        return new ImportRequest(others, recipeId, recipe, entity, database, mode, reading);
    }

    /** The same, reading the files in a way. */
    public ImportRequest read(ReadingWish way) {
        return new ImportRequest(files, recipeId, recipe, entity, database, mode, way);
    }
}
