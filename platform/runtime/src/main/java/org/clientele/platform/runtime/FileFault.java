package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import org.clientele.sdk.text.Texts;

/** What an error of the file system means, for people: the system's own messages are often nothing but the path. */
final class FileFault {
    private static final Texts TEXTS = Texts.of(FileFault.class);

    private FileFault() {}

    /** The reason, without a full stop: "you have no right to write there". */
    static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return TEXTS.get("file.fault.you_have_no_right_write");
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return TEXTS.get("file.fault.is_file_not_folder", exists.getFile());
        }
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
