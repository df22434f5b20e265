package org.clientele.platform.runtime;

import java.util.List;

/**
 * What became of an undo.
 *
 * @param undone the imports that went: all tables of the same import go together; empty if there was nothing to undo
 */
public record UndoReply(List<ImportView> undone) {
    public UndoReply {
        undone = List.copyOf(undone);
    }
}
