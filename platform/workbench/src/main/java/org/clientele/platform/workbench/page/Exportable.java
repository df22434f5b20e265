package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.FileFormat;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;

/**
 * Something on show that can leave the program as a file.
 *
 * @param title of the tile or page
 * @param formats that it can have, the most wanted first
 * @param session that it belongs to
 * @param source what it is at the moment
 */
public record Exportable(String title, List<FileFormat> formats, Session session, Source source) {
    public Exportable {
        formats = List.copyOf(formats);
    }

    /** Gives what is on show. */
    @FunctionalInterface
    public interface Source {
        /** Blocks until all of it is there: not for the UI thread. */
        Export get(CancelSignal cancel);
    }
}
