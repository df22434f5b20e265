package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** Folders of ours: deleting them, and saying why one cannot be used. */
final class Folders {
    private static final Texts TEXTS = Texts.of(Folders.class);

    private Folders() {}

    /** Why a folder cannot be a workspace; the system's own messages are often nothing but the path. */
    static AnalyticsException unusable(Path workspace, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left")) {
            return new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("folders.cannot_used_as_workspace", workspace), e);
        }
        String why = message;
        if (e instanceof AccessDeniedException) {
            why = TEXTS.get("folders.you_have_no_right");
        } else if (e instanceof FileSystemException known && known.getReason() != null) {
            why = known.getReason();
        }
        return new AnalyticsException(
                ErrorCode.WORKSPACE_INVALID, TEXTS.get("folders.cannot_used_as_workspace_2", workspace, why), e);
    }

    /** Deletes a folder with what is in it, not following links. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path p : all) {
            Files.deleteIfExists(p);
        }
    }
}
