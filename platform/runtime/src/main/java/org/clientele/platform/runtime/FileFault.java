package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** What an error of the file system means, for people: the system's own messages are often nothing but the path. */
final class FileFault {
    private FileFault() {}

    /** The reason, without a full stop: "you have no right to write there". */
    static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "you have no right to write there";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file, not a folder";
        }
        if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
