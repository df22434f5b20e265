package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.clientele.platform.runtime.MendReply;
import org.clientele.platform.runtime.RejectedRows;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rejects}: the rows that an import could not load, and loading them mended. */
@Command(name = "rejects", description = "${bundle:usage.rejects}")
final class RejectsCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(RejectsCommand.class);

    private static final int MOST_LISTED = 100;

    @Option(names = "--import", paramLabel = "N", required = true, description = "${bundle:option.rejects.batch}")
    long batch;

    @Option(names = "--mended", paramLabel = "FILE.csv", description = "${bundle:option.rejects.mended}")
    @Nullable
    Path mended;

    @Override
    int run(Workspace workspace, Session session) {
        Path file = mended;
        return file == null ? list(session.rejects().of(batch)) : load(session, file);
    }

    private int list(RejectedRows rejects) {
        if (root.json) {
            Json.write(out(), json(rejects));
            return ExitCode.DONE;
        }
        int count = rejects.rows().size();
        out().println(TEXTS.get("rejects.count", String.valueOf(batch), rejects.source(), count));
        for (RejectedRows.Row row : rejects.rows().subList(0, Math.min(MOST_LISTED, count))) {
            String line = String.valueOf(row.line());
            out().println(
                            row.column().isEmpty()
                                    ? TEXTS.get("rejects.line", line, row.reason())
                                    : TEXTS.get("rejects.cell", line, row.column(), row.reason()));
        }
        if (count > MOST_LISTED) {
            out().println(TEXTS.get("rejects.more", count - MOST_LISTED));
        }
        if (rejects.file() != null) {
            out().println(TEXTS.get("rejects.rejected_rows_mended", rejects.file()));
        }
        return ExitCode.DONE;
    }

    private static ObjectNode json(RejectedRows rejects) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("import", rejects.batch());
        root.put("source", rejects.source());
        root.put("rejectsFile", rejects.file() == null ? null : rejects.file().toString());
        rejects.headers().forEach(root.putArray("headers")::add);
        ArrayNode rows = root.putArray("rows");
        for (RejectedRows.Row row : rejects.rows()) {
            ObjectNode o = rows.addObject();
            o.put("line", row.line());
            o.put("column", row.column().isEmpty() ? null : row.column());
            o.put("code", row.code().isEmpty() ? null : row.code());
            o.put("reason", row.reason());
            o.put("text", row.text());
            row.cells().forEach(o.putArray("cells")::add);
            o.put("parted", row.parted());
        }
        return root;
    }

    private int load(Session session, Path file) {
        Progress progress = new ConsoleProgress(err(), root.surroundings().terminal() && !root.json);
        MendReply reply = session.rejects().mendFrom(batch, file, progress, cancel());
        if (root.json) {
            ObjectNode o = Json.MAPPER.createObjectNode();
            o.put("import", reply.batch());
            o.put("mendedOf", batch);
            o.put("rowsLoaded", reply.rowsLoaded());
            o.put("rowsRejected", reply.rowsRejected());
            o.put(
                    "rejectsFile",
                    reply.rejectsFile() == null ? null : reply.rejectsFile().toString());
            o.put("rejectsLeft", reply.left());
            Json.write(out(), o);
        } else {
            out().println(TEXTS.get(
                    "rejects.mended",
                    String.valueOf(reply.batch()),
                    reply.rowsLoaded(),
                    String.valueOf(batch),
                    reply.rowsRejected(),
                    reply.left()));
            if (reply.rejectsFile() != null) {
                out().println(TEXTS.get("rejects.rows_still_bad_with", reply.rejectsFile()));
            }
        }
        return reply.rowsRejected() > 0 ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
    }
}
