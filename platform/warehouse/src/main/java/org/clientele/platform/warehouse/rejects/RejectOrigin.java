package org.clientele.platform.warehouse.rejects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

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
 */
public record RejectOrigin(
        String source, String entity, String recipe, String recipeJson, String delimiter, List<String> headers) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public RejectOrigin {
        headers = List.copyOf(headers);
        if (delimiter.length() != 1 || headers.isEmpty()) {
            throw new IllegalArgumentException("One delimiter and some headers: " + delimiter + headers);
        }
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
                    beside(rejectsFile) + " is damaged, so the rejected rows cannot be parted into columns."
                            + " Correct them in the source and import that.",
                    e);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE, "Cannot read " + beside(rejectsFile) + ": " + e.getMessage() + ".", e);
        }
    }
}
