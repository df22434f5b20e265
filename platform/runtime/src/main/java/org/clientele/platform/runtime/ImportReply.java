package org.clientele.platform.runtime;

import java.util.List;

/**
 * What became of an import.
 *
 * @param files in the order of the command
 */
public record ImportReply(List<FileImport> files) {
    public ImportReply {
        files = List.copyOf(files);
    }
}
