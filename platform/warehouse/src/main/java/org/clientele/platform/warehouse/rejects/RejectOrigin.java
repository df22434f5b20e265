package org.clientele.platform.warehouse.rejects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;

/**
 * What must be known of an import to mend its rejects later, when its file may be gone. It lies beside the rejects file,
 * under the same name with {@code .json}.
 *
 * @param source the name of the file
 * @param entity the table of the model
 * @param recipe the recipe's id, or ""
 * @param recipeJson the whole recipe by which its rows were read, as JSON, or "" where the id is enough
 * @param delimiter between the fields of rejected texts
 * @param headers the columns' names
 * @param joins what other files of the import gave to its rows, to be given to mended ones too
 * @param helps whether its rows are no rows of a table, but only gave columns to those of other files
 */
public record RejectOrigin(
        String source,
        String entity,
        String recipe,
        String recipeJson,
        String delimiter,
        List<String> headers,
        List<Join> joins,
        boolean helps) {
    private static final Texts TEXTS = Texts.of(RejectOrigin.class);

    /**
     * Columns that another file of the import gave.
     *
     * @param table where they are kept in the warehouse, by the key {@code join_key}
     * @param source what that file was called
     * @param header the column that referred to it
     * @param overrides whether they go before the rows' own
     * @param gives the columns
     */
    public record Join(String table, String source, String header, boolean overrides, List<Given> gives) {
        public Join {
            gives = List.copyOf(gives);
        }
    }

    /** A column that is given. */
    public record Given(String column, ColumnType type, String label) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public RejectOrigin {
        headers = List.copyOf(headers);
        // Workspaces of older versions do not say.
        joins = Objects.requireNonNullElse(joins, List.<Join>of()).stream().toList();
        if (delimiter.length() != 1 || headers.isEmpty()) {
            throw new IllegalArgumentException("One delimiter and some headers: " + delimiter + headers);
        }
    }

    /** Of an import of one file. */
    public RejectOrigin(
            String source, String entity, String recipe, String recipeJson, String delimiter, List<String> headers) {
        this(source, entity, recipe, recipeJson, delimiter, headers, List.of(), false);
    }

    char separator() {
        return delimiter.charAt(0);
    }

    private static Path beside(Path rejectsFile) {
        return rejectsFile.resolveSibling(rejectsFile.getFileName() + ".json");
    }

    /** Writes it beside a rejects file. */
    public void write(Path rejectsFile) throws IOException {
        Files.write(beside(rejectsFile), JSON.writeValueAsBytes(this));
    }

    /** Reads what lies beside a rejects file; empty if nothing does, as in workspaces of older versions. */
    public static Optional<RejectOrigin> read(Path rejectsFile) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(beside(rejectsFile)), RejectOrigin.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("reject.origin.damaged_so_rejected_rows", beside(rejectsFile)),
                    e);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("mended.file.cannot_read", beside(rejectsFile), String.valueOf(e.getMessage())),
                    e);
        }
    }
}
