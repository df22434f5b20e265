package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** What became, or would become, of each file: read = loaded + rejected. */
record OutcomeTable(Words words, boolean trial) {
    private static final Texts TEXTS = Texts.of(OutcomeTable.class);
    private static final int HEAD = 38;
    private static final int ROW = 44;
    private static final int NUMBER = 110;

    /** Draws it; gives the height. */
    double draw(Sketch s, ImportReply reply, double x, double y, double w) {
        double height = HEAD;
        for (FileImport f : reply.files()) {
            height += height(s, f, w);
        }
        s.card(x, y, w, height);
        double right = x + w - 20;
        s.label(x + 42, y + 24, TEXTS.get("file"));
        head(s, right - 2 * NUMBER, y, TEXTS.get("outcome.read"));
        head(s, right - NUMBER, y, trial ? TEXTS.get("outcome.would.load") : TEXTS.get("outcome.loaded"));
        head(s, right, y, TEXTS.get("outcome.rejected"));
        double at = y + HEAD;
        for (FileImport f : reply.files()) {
            s.pen().rule(x + 1, at, w - 2, s.border());
            row(s, f, x, at, w);
            at += height(s, f, w);
        }
        return height;
    }

    private static void head(Sketch s, double right, double y, String text) {
        s.pen().text(right, y + 24, text, 12, Weight.MEDIUM, s.quiet(), Anchor.END);
    }

    private static double height(Sketch s, FileImport f, double w) {
        FileImport.Failure failure = f.failure();
        return failure == null ? ROW : ROW + TextBlock.height(s.pen(), failure.message(), 13, w - 62) - 4;
    }

    private void row(Sketch s, FileImport f, double x, double y, double w) {
        FileImport.Failure failure = f.failure();
        StatusMark mark = failure != null
                ? StatusMark.BAD
                : f.duplicate() ? StatusMark.UNKNOWN : f.rowsRejected() > 0 ? StatusMark.WARNING : StatusMark.GOOD;
        mark.draw(s.pen(), s.palette(), x + 24, y + 22);
        String name = f.source();
        double room = w - 42 - 3 * NUMBER - 20;
        s.line(x + 42, y + 26.5, name, 13, Weight.MEDIUM, room, s.ink());
        if (failure != null) {
            s.paragraph(x + 42, y + 46, failure.message(), w - 62, s.ink());
            return;
        }
        double used = Math.min(room, s.pen().width(name, 13, Weight.MEDIUM)) + 12;
        String to = f.duplicate() ? TEXTS.get("outcome.there") : TEXTS.get("outcome.to", Words.rowsOf(f.entity()));
        if (room - used > 40) {
            s.note(x + 42 + used, y + 26.5, to, room - used);
        }
        double right = x + w - 20;
        s.number(right - 2 * NUMBER, y + 26.5, words.count(f.rowsRead()), Weight.REGULAR, s.ink());
        s.number(right - NUMBER, y + 26.5, words.count(f.rowsLoaded()), Weight.REGULAR, s.ink());
        boolean bad = f.rowsRejected() > 0;
        s.number(
                right,
                y + 26.5,
                words.count(f.rowsRejected()),
                bad ? Weight.MEDIUM : Weight.REGULAR,
                bad ? s.palette().theme().warning() : s.ink());
    }

    private String lacking(FileImport.Orphans o) {
        boolean known = CustomerModel.standard().tables().stream()
                .anyMatch(t -> t.name().equals(o.refersTo()));
        return known
                ? TEXTS.get("outcome.lacking", words.counted(o.values()), words.rowsOf(o.values(), o.refersTo()))
                : TEXTS.get("outcome.lacking.value", words.counted(o.values()), o.refersTo());
    }

    /** Rows that refer to what is not there, then what was assumed; each sentence once. */
    List<String> notes(ImportReply reply) {
        Set<String> all = new LinkedHashSet<>();
        for (FileImport f : reply.files()) {
            for (FileImport.Orphans o : f.orphans()) {
                all.add(TEXTS.get(
                        "outcome.refers", f.source(), words.counted(o.rows()), o.column(), lacking(o), o.example()));
            }
        }
        for (FileImport f : reply.files()) {
            List<String> headers = List.copyOf(f.mapping().columns().values());
            for (String doubt : f.doubts()) {
                all.add(trial ? Words.assumed(doubt, headers) : Words.wasAssumed(doubt, headers));
            }
        }
        return new ArrayList<>(all);
    }
}
