package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.UndoReply;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code imports}: what was imported, and its undo. */
@Command(name = "imports", description = "${bundle:usage.imports}")
final class ImportsCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(ImportsCommand.class);

    @Option(names = "--undo", paramLabel = "N", description = "${bundle:option.imports.undo}")
    @Nullable
    Long undo;

    @Override
    int run(Workspace workspace, Session session) {
        List<ImportView> imports = undo == null ? session.imports().all() : undone(session, undo);
        if (root.json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            imports.forEach(i -> all.addObject()
                    .put("import", i.id())
                    .put("file", i.file())
                    .put("entity", i.entity())
                    .put("recipe", i.recipe().isEmpty() ? null : i.recipe())
                    .put("state", i.state().name())
                    .put("reason", i.reason().isEmpty() ? null : i.reason())
                    .put("rowsRead", i.rowsRead())
                    .put("rowsLoaded", i.rowsLoaded())
                    .put("rowsRejected", i.rowsRejected())
                    .put("rejectsFile", i.rejectsFile() == null ? null : String.valueOf(i.rejectsFile()))
                    .put("at", i.at().toString()));
            Json.write(out(), all);
        } else {
            if (imports.isEmpty()) {
                out().println(TEXTS.get("imports.nothing_was_imported_yet"));
            }
            imports.forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private List<ImportView> undone(Session session, long id) {
        UndoReply reply = session.imports().undo(id, cancel());
        if (reply.undone().isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("imports.there_no_import_could", String.valueOf(id)));
        }
        return reply.undone();
    }

    private void print(ImportView i) {
        out().printf(
                        Locale.ROOT,
                        "%5d  %-9s  %tF  %s%s%n",
                        i.id(),
                        i.state().name().toLowerCase(Locale.ROOT),
                        java.util.Date.from(i.at()),
                        TEXTS.get("imports.rows", i.file(), i.rowsLoaded(), i.rowsRead(), i.entity()),
                        i.reason().isEmpty() ? "" : "; " + i.reason());
    }
}
