package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportedMapping;
import org.clientele.sdk.text.Texts;

/** What became of imported files, for people and for programs. */
final class ImportText {
    private static final Texts TEXTS = Texts.of(ImportText.class);

    private ImportText() {}

    static ObjectNode json(FileImport f) {
        ObjectNode o = Json.MAPPER.createObjectNode();
        o.put("file", f.file().toString());
        o.put("source", f.source());
        o.put("entity", f.entity().isEmpty() ? null : f.entity());
        o.put("rowsRead", f.rowsRead());
        o.put("rowsLoaded", f.rowsLoaded());
        o.put("rowsRejected", f.rowsRejected());
        o.put("rejectsFile", f.rejectsFile() == null ? null : f.rejectsFile().toString());
        o.put("import", f.batch() > 0 ? f.batch() : null);
        o.set("mapping", json(f.mapping()));
        ArrayNode orphans = o.putArray("orphans");
        f.orphans()
                .forEach(each -> orphans.addObject()
                        .put("column", each.column())
                        .put("refersTo", each.refersTo())
                        .put("rows", each.rows())
                        .put("values", each.values())
                        .put("example", each.example()));
        o.put("alreadyLoaded", f.duplicate());
        o.put("seconds", f.seconds());
        FileImport.Failure failure = f.failure();
        if (failure != null) {
            Json.putError(o, failure.code().name(), failure.code().blame().name(), failure.message());
        }
        return o;
    }

    private static ObjectNode json(ImportedMapping m) {
        ObjectNode mapping = Json.MAPPER.createObjectNode();
        mapping.put("recipe", m.recipe().isEmpty() ? null : m.recipe());
        mapping.put("role", m.role().name().toLowerCase(Locale.ROOT));
        m.columns().forEach(mapping.putObject("columns")::put);
        m.constants().forEach(mapping.putObject("constants")::put);
        m.formats().forEach(mapping.putObject("formats")::put);
        m.key().forEach(mapping.putArray("key")::add);
        ArrayNode joins = mapping.putArray("joins");
        m.joins()
                .forEach(j -> joins.addObject()
                        .put("column", j.leftColumn())
                        .put("refersTo", j.right())
                        .put("refersToColumn", j.rightColumn())
                        .put("overlap", share(j.overlap()))
                        .put("why", j.why()));
        ArrayNode reasons = mapping.putArray("reasons");
        m.reasons()
                .forEach(r -> reasons.addObject()
                        .put("header", r.header())
                        .put("column", r.column())
                        .put("confidence", share(r.confidence()))
                        .put("why", r.why()));
        m.doubts().forEach(mapping.putArray("doubts")::add);
        return mapping;
    }

    /** Of what was seen in a sample, more digits say nothing. */
    private static double share(double of) {
        return Math.round(of * 1000) / 1000.0;
    }

    /** @param dry whether it was only tried */
    static void print(PrintWriter out, FileImport f, boolean dry) {
        if (f.failure() != null) {
            out.println(TEXTS.get("import.not_imported", f.file()));
            return;
        }
        if (f.duplicate()) {
            out.println(TEXTS.get("import.same_content_was_imported", f.file()));
            return;
        }
        out.println(TEXTS.get(
                dry ? "import.tried" : "import.loaded",
                f.source(),
                f.rowsRead(),
                f.rowsLoaded(),
                f.entity(),
                f.rowsRejected(),
                String.format(Locale.ROOT, "%.1f", f.seconds())));
        f.mapping()
                .joins()
                .forEach(j -> out.println("  "
                        + TEXTS.get(
                                "import.refers",
                                j.leftColumn(),
                                j.rightColumn(),
                                j.right(),
                                String.format(Locale.ROOT, "%.0f", 100 * j.overlap()))));
        f.orphans().forEach(each -> out.println(sentence(each)));
        f.doubts().forEach(doubt -> out.println("! " + doubt));
        if (f.rejectsFile() != null) {
            out.println(TEXTS.get("import.rejected_rows_with_line", f.rejectsFile()));
        }
    }

    private static String sentence(FileImport.Orphans each) {
        return "! "
                + TEXTS.get(
                        "import.orphans", each.rows(), each.column(), each.refersTo(), each.values(), each.example());
    }
}
