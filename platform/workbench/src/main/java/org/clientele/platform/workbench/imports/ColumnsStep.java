package org.clientele.platform.workbench.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.ProposedJoin;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.scene.TextStyle.Weight;

/** Where the columns of a table go, above its first rows. */
final class ColumnsStep implements StepView {
    private static final int HEAD = 96;
    private static final int NARROW = 168;
    private static final int MOST_DOUBTS = 3;

    private final Wizard wizard;
    private final PreviewTable preview = new PreviewTable();
    private final ColumnMenus menus;

    ColumnsStep(Wizard wizard) {
        this.wizard = wizard;
        this.menus = new ColumnMenus(wizard);
    }

    @Override
    public double draw(Sketch s, double x, double y, double w, double h) {
        ProposedTable t = wizard.model().table().orElse(null);
        if (t == null) {
            return 0;
        }
        double at = y + wizard.tableChips(s, x, y, w);
        at = toolbar(s, t, x, at, w);
        List<SourceColumn> columns = TableMapping.columns(t);
        at = doubts(s, t, columns, x, at, w);
        at = given(s, t, x, at, w);
        double height = Math.max(HEAD + 120, y + h - at - 4);
        preview.draw(
                s,
                x,
                at,
                w,
                height,
                t.headers(),
                t.sample(),
                HEAD,
                NARROW,
                (k, c, cx, cy, cw) -> head(k, t, columns.get(c), cx, cy, cw));
        return at + height - y;
    }

    private double toolbar(Sketch s, ProposedTable t, double x, double y, double w) {
        WizardModel model = wizard.model();
        s.label(x, y + 20, "Goes to");
        s.field(
                "columns:to",
                "Goes to",
                FilesStep.capital(TableMapping.target(t).label()),
                "The table of the customer model that its rows go to",
                x + 56,
                y,
                190,
                () -> wizard.asks().target("columns:to"));
        s.iconButton("columns:undo", Icon.UNDO, "Undo (Ctrl+Z)", x + w - 62, y + 1, model.canUndo(), wizard::undo);
        s.iconButton("columns:redo", Icon.REDO, "Redo (Ctrl+Y)", x + w - 30, y + 1, model.canRedo(), wizard::redo);
        double left =
                s.buttonEnding("columns:recipe", "Use a recipe…", Tone.PLAIN, x + w - 72, y - 1, wizard.asks()::recipe);
        if (!t.recognised() && TableMapping.missing(t).isEmpty()) {
            left = s.buttonEnding("columns:save", "Save as recipe…", Tone.PLAIN, left - 8, y - 1, wizard::saveRecipe);
        }
        String about = wizard.work().rereading() ? "Reading…" : how(t);
        s.note(x + 262, y + 20, about, Math.max(0, left - x - 278));
        return y + 44;
    }

    private String how(ProposedTable t) {
        return t.recognised() ? "Recognised as " + t.recipe().title() : "";
    }

    /** What a person should look at: missing columns, doubtful ones, assumptions. */
    private double doubts(Sketch s, ProposedTable t, List<SourceColumn> columns, double x, double y, double w) {
        double at = y;
        List<String> missing = TableMapping.missing(t);
        if (!missing.isEmpty()) {
            String names = String.join(
                    " and ",
                    missing.stream()
                            .map(c -> "\"" + TableMapping.label(t, c) + "\"")
                            .toList());
            at += s.told(
                            StatusMark.BAD,
                            x,
                            at + 16,
                            "Nothing fills " + names + ". Without it a row means nothing: choose the column below.",
                            w)
                    + 6;
        }
        if (missing.isEmpty() && !t.recognised() && columns.stream().allMatch(SourceColumn::attribute)) {
            at += s.noted(
                            x,
                            at + 16,
                            "Say under each column below what it is. What you leave stays with its row as an attribute.",
                            w)
                    + 4;
        }
        List<SourceColumn> unsure =
                columns.stream().filter(SourceColumn::doubtful).toList();
        if (!unsure.isEmpty()) {
            StatusMark.WARNING.draw(s.pen(), s.palette(), x + 6, at + 12);
            String text = unsure.size() == 1 ? "Look at" : "Look at these " + unsure.size() + ":";
            s.pen().text(x + 22, at + 16.5, text, 13, Weight.REGULAR, s.ink());
            double cx = x + 22 + s.pen().width(text, 13, Weight.REGULAR) + 12;
            for (SourceColumn c : unsure) {
                String chip = s.pen().shorten(c.header(), 12, Weight.MEDIUM, 160);
                double cw = s.pen().width(chip, 12, Weight.MEDIUM) + 20;
                if (cx + cw > x + w) {
                    break;
                }
                cx += s.chip("doubt:" + c.index(), chip, c.why(), false, cx, at - 1, () -> {
                            preview.reveal(c.index());
                            wizard.changed();
                        })
                        + 8;
            }
            at += 32;
        }
        for (ProposedJoin j : wizard.model().proposal().joins()) {
            if (j.left().equals(t.name())) {
                at += s.noted(x, at + 16, refers(j), w) + 4;
            }
        }
        List<String> sentences =
                t.doubts().stream().map(d -> Words.assumed(d, t.headers())).toList();
        boolean many = sentences.size() > MOST_DOUBTS;
        for (String sentence : sentences.subList(0, many ? MOST_DOUBTS - 1 : sentences.size())) {
            at += t.recognised()
                    ? s.noted(x, at + 16, sentence, w) + 4
                    : s.told(StatusMark.WARNING, x, at + 16, sentence, w) + 4;
        }
        if (many) {
            String more = "and " + (sentences.size() - MOST_DOUBTS + 1) + " more assumptions";
            s.link("columns:doubts", more, x + 22, at + 16, () -> showDoubts(s, t));
            at += 26;
        }
        return at == y ? y : at + 8;
    }

    private static String refers(ProposedJoin j) {
        String part = j.overlap() >= 0.995 ? "all" : String.format(Locale.ROOT, "%.0f %%", j.overlap() * 100);
        return j.leftColumn() + " refers to " + j.rightColumn() + " of " + j.right() + ": " + part
                + " of the first rows' values are found there.";
    }

    private void showDoubts(Sketch s, ProposedTable t) {
        Sheet.open(
                wizard.pane().control().getShell(),
                s.palette(),
                new Sheet.Content(
                        "What was assumed",
                        t.doubts().stream()
                                .map(d -> new Sheet.Section("", Words.assumed(d, t.headers())))
                                .toList(),
                        List.of(Sheet.Action.primary("Close", () -> {}))));
    }

    /** What every row gets, and what is put together of several columns. */
    private double given(Sketch s, ProposedTable t, double x, double y, double w) {
        double at = x;
        s.pen().text(at, y + 17, "Every row gets", 12, Weight.MEDIUM, s.quiet());
        at += s.pen().width("Every row gets", 12, Weight.MEDIUM) + 12;
        double row = y;
        for (Map.Entry<String, String> e : t.recipe().constants().entrySet()) {
            String text = TableMapping.label(t, e.getKey()) + " = " + e.getValue();
            double cw = s.pen().width(text, 12, Weight.MEDIUM) + 20;
            if (at + cw > x + w - 120) {
                at = x;
                row += 32;
            }
            at += s.chip(
                            "constant:" + e.getKey(),
                            text,
                            "Change or take away",
                            false,
                            at,
                            row,
                            () -> menus.constant("constant:" + e.getKey(), t, e.getKey()))
                    + 8;
        }
        if (lacksCurrency(t)) {
            at += s.chip(
                            "constant:currency:none",
                            "+ Currency",
                            StatusMark.WARNING,
                            "The currency of all amounts of money in this table",
                            false,
                            at,
                            row,
                            () -> menus.constant("constant:currency:none", t, "currency"))
                    + 8;
        }
        at += s.chip(
                        "constant:add",
                        "+ Add",
                        "Give every row the same value in a column",
                        false,
                        at,
                        row,
                        () -> menus.addConstant("constant:add", t))
                + 20;
        for (Map.Entry<String, String> e : TableMapping.templates(t).entrySet()) {
            String text = TableMapping.label(t, e.getKey()) + " = " + e.getValue();
            if (at + s.pen().width(text, 12, Weight.REGULAR) > x + w) {
                break;
            }
            s.pen().text(at, row + 17, text, 12, Weight.REGULAR, s.quiet());
            at += s.pen().width(text, 12, Weight.REGULAR) + 20;
        }
        return row + 38;
    }

    private static boolean lacksCurrency(ProposedTable t) {
        boolean money = t.role() != ProposedTable.Role.ORDER_HEADER
                && TableMapping.target(t).columns().stream()
                        .anyMatch(c -> c.unit().countsMoney()
                                && !TableMapping.sourceOf(t, c.name()).isEmpty());
        return money
                && TableMapping.target(t).find("currency").isPresent()
                && TableMapping.sourceOf(t, "currency").isEmpty()
                && !t.recipe().constants().containsKey("currency");
    }

    private void head(Sketch s, ProposedTable t, SourceColumn c, double x, double y, double w) {
        StatusMark mark = c.doubtful() ? StatusMark.WARNING : c.attribute() ? StatusMark.UNKNOWN : StatusMark.GOOD;
        mark.draw(s.pen(), s.palette(), x + 17, y + 18);
        s.line(x + 30, y + 23, c.header().isEmpty() ? "(no name)" : c.header(), 13, Weight.MEDIUM, w - 40, s.ink());
        String id = "col:" + c.index();
        s.field(id, c.header() + " goes to", goesTo(t, c), why(c), x + 8, y + 33, w - 16, () -> menus.target(id, t, c));
        if (c.attribute()) {
            s.note(x + 12, y + 83, c.leftOut() ? "Not kept" : "Not in the model, kept", w - 24);
            return;
        }
        ColumnSpec spec = TableMapping.target(t).find(c.targets().get(0)).orElse(null);
        if (spec == null) {
            return;
        }
        String type = type(spec);
        if (menus.formats(spec.type()).isEmpty()) {
            s.note(x + 12, y + 83, type, w - 24);
        } else {
            String written = c.format().isEmpty() ? type : type + "  " + c.format();
            String shown = s.pen().shorten(written, 12, Weight.REGULAR, w - 42);
            String place = "fmt:" + c.index();
            double tw = s.pen().width(shown, 12, Weight.REGULAR);
            if (s.places().hovered(place)) {
                s.pen().fillRound(x + 8, y + 69, tw + 30, 21, 5, s.palette().hover());
            }
            s.pen().text(x + 12, y + 83, shown, 12, Weight.REGULAR, s.quiet());
            s.pen().icon(Icon.CHEVRON_DOWN, x + 14 + tw, y + 71, s.quiet());
            s.places()
                    .add(new org.clientele.platform.workbench.paint.Areas.Area(
                            place,
                            Sketch.bounds(x + 8, y + 69, tw + 30, 21),
                            c.header() + " is written as " + (c.format().isEmpty() ? "found" : c.format()),
                            "How its values are written",
                            () -> menus.format(place, t, spec, c),
                            null,
                            true));
        }
    }

    private static String goesTo(ProposedTable t, SourceColumn c) {
        if (c.leftOut()) {
            return "Leave out";
        }
        if (c.attribute()) {
            return "Keep as attribute";
        }
        return String.join(
                ", ", c.targets().stream().map(k -> TableMapping.label(t, k)).toList());
    }

    private static String why(SourceColumn c) {
        String sure = c.confidence() >= 1 ? "" : String.format(Locale.ROOT, "%.0f %% sure", c.confidence() * 100);
        if (c.why().isEmpty()) {
            return sure;
        }
        return sure.isEmpty() ? c.why() : c.why() + "\n" + sure;
    }

    static String type(ColumnSpec spec) {
        if (spec.unit().countsMoney()) {
            return "Money";
        }
        return type(spec.type());
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "Text";
            case INTEGER -> "Whole number";
            case DECIMAL, DOUBLE -> "Number";
            case BOOLEAN -> "Yes or no";
            case DATE -> "Date";
            case TIMESTAMP -> "Date and time";
        };
    }

    @Override
    public boolean wheel(int lines, boolean sideways) {
        return preview.wheel(lines, sideways);
    }

    /** Goes on by columns. */
    boolean side(int by) {
        return preview.side(by);
    }
}
