package org.clientele.platform.workbench.imports;

import java.util.List;
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
import org.clientele.sdk.text.Texts;

/** Where the columns of a table go, above its first rows. */
final class ColumnsStep implements StepView {
    private static final Texts TEXTS = Texts.of(ColumnsStep.class);
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
                narrow(s),
                (k, c, cx, cy, cw) -> head(k, t, columns.get(c), cx, cy, cw));
        return at + height - y;
    }

    /** Heads have the room that their words need in this language. */
    private static int narrow(Sketch s) {
        double widest = NARROW;
        for (String choice : List.of(TEXTS.get("columns.attribute"), TEXTS.get("columns.leave.out"))) {
            widest = Math.max(widest, s.pen().width(choice, 13, Weight.REGULAR) + 56);
        }
        for (String note :
                List.of(TEXTS.get("columns.kept"), TEXTS.get("columns.not.kept"), TEXTS.get("columns.money"))) {
            widest = Math.max(widest, s.pen().width(note, 12, Weight.REGULAR) + 28);
        }
        for (ColumnType type : ColumnType.values()) {
            widest = Math.max(widest, s.pen().width(type(type), 12, Weight.REGULAR) + 46);
        }
        return (int) Math.ceil(widest);
    }

    private double toolbar(Sketch s, ProposedTable t, double x, double y, double w) {
        WizardModel model = wizard.model();
        String to = TEXTS.get("columns.to");
        s.label(x, y + 20, to);
        double field = Math.max(56, s.pen().width(to, 12, Weight.MEDIUM) + 12);
        s.field(
                "columns:to",
                to,
                Words.table(TableMapping.target(t).name()),
                TEXTS.get("files.to.hint"),
                x + field,
                y,
                190,
                () -> wizard.asks().target("columns:to"));
        s.iconButton(
                "columns:undo", Icon.UNDO, TEXTS.get("columns.undo"), x + w - 62, y + 1, model.canUndo(), wizard::undo);
        s.iconButton(
                "columns:redo", Icon.REDO, TEXTS.get("columns.redo"), x + w - 30, y + 1, model.canRedo(), wizard::redo);
        double left = s.buttonEnding(
                "columns:recipe", TEXTS.get("columns.recipe"), Tone.PLAIN, x + w - 72, y - 1, wizard.asks()::recipe);
        if (!t.recognised() && TableMapping.missing(t).isEmpty()) {
            left = s.buttonEnding(
                    "columns:save", TEXTS.get("columns.save"), Tone.PLAIN, left - 8, y - 1, wizard::saveRecipe);
        }
        String about = wizard.work().rereading() ? TEXTS.get("reading") : how(t);
        s.note(x + field + 206, y + 20, about, Math.max(0, left - x - field - 222));
        return y + 44;
    }

    private String how(ProposedTable t) {
        return t.recognised() ? TEXTS.get("files.recognised", t.recipe().title()) : "";
    }

    /** What a person should look at: missing columns, doubtful ones, assumptions. */
    private double doubts(Sketch s, ProposedTable t, List<SourceColumn> columns, double x, double y, double w) {
        double at = y;
        List<String> missing = TableMapping.missing(t);
        if (!missing.isEmpty()) {
            String names = Words.each(missing.stream()
                    .map(c -> TEXTS.get("quoted", TableMapping.label(t, c)))
                    .toList());
            at += s.told(StatusMark.BAD, x, at + 16, TEXTS.get("columns.lacks", names), w) + 6;
        }
        if (missing.isEmpty() && !t.recognised() && columns.stream().allMatch(SourceColumn::attribute)) {
            at += s.noted(x, at + 16, TEXTS.get("columns.say"), w) + 4;
        }
        List<SourceColumn> unsure =
                columns.stream().filter(SourceColumn::doubtful).toList();
        if (!unsure.isEmpty()) {
            StatusMark.WARNING.draw(s.pen(), s.palette(), x + 6, at + 12);
            String text = unsure.size() == 1
                    ? TEXTS.get("columns.look")
                    : TEXTS.get("columns.look.several", wizard.words().counted(unsure.size()));
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
            String more = TEXTS.get("columns.more", wizard.words().counted(sentences.size() - MOST_DOUBTS + 1L));
            s.link("columns:doubts", more, x + 22, at + 16, () -> showDoubts(s, t));
            at += 26;
        }
        return at == y ? y : at + 8;
    }

    private String refers(ProposedJoin j) {
        return j.overlap() >= 0.995
                ? TEXTS.get("columns.refers.all", j.leftColumn(), j.rightColumn(), j.right())
                : TEXTS.get(
                        "columns.refers",
                        j.leftColumn(),
                        j.rightColumn(),
                        j.right(),
                        wizard.words().percent(j.overlap()));
    }

    private void showDoubts(Sketch s, ProposedTable t) {
        Sheet.open(
                wizard.pane().control().getShell(),
                s.palette(),
                new Sheet.Content(
                        TEXTS.get("columns.assumed"),
                        t.doubts().stream()
                                .map(d -> new Sheet.Section("", Words.assumed(d, t.headers())))
                                .toList(),
                        List.of(Sheet.Action.primary(TEXTS.get("close"), () -> {}))));
    }

    /** What every row gets, and what is put together of several columns. */
    private double given(Sketch s, ProposedTable t, double x, double y, double w) {
        double at = x;
        String every = TEXTS.get("columns.every.row");
        s.pen().text(at, y + 17, every, 12, Weight.MEDIUM, s.quiet());
        at += s.pen().width(every, 12, Weight.MEDIUM) + 12;
        double row = y;
        for (Map.Entry<String, String> e : t.recipe().constants().entrySet()) {
            String text = TEXTS.get("columns.given", TableMapping.label(t, e.getKey()), e.getValue());
            double cw = s.pen().width(text, 12, Weight.MEDIUM) + 20;
            if (at + cw > x + w - 120) {
                at = x;
                row += 32;
            }
            at += s.chip(
                            "constant:" + e.getKey(),
                            text,
                            TEXTS.get("columns.given.hint"),
                            false,
                            at,
                            row,
                            () -> menus.constant("constant:" + e.getKey(), t, e.getKey()))
                    + 8;
        }
        if (lacksCurrency(t)) {
            at += s.chip(
                            "constant:currency:none",
                            TEXTS.get("columns.currency"),
                            StatusMark.WARNING,
                            TEXTS.get("columns.currency.hint"),
                            false,
                            at,
                            row,
                            () -> menus.constant("constant:currency:none", t, "currency"))
                    + 8;
        }
        at += s.chip(
                        "constant:add",
                        TEXTS.get("columns.add"),
                        TEXTS.get("columns.add.hint"),
                        false,
                        at,
                        row,
                        () -> menus.addConstant("constant:add", t))
                + 20;
        for (Map.Entry<String, String> e : TableMapping.templates(t).entrySet()) {
            String text = TEXTS.get("columns.given", TableMapping.label(t, e.getKey()), e.getValue());
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
        s.line(
                x + 30,
                y + 23,
                c.header().isEmpty() ? TEXTS.get("columns.no.name") : c.header(),
                13,
                Weight.MEDIUM,
                w - 40,
                s.ink());
        String id = "col:" + c.index();
        s.field(
                id,
                TEXTS.get("columns.goes.to", c.header()),
                goesTo(t, c),
                why(c),
                x + 8,
                y + 33,
                w - 16,
                () -> menus.target(id, t, c));
        if (c.attribute()) {
            s.note(x + 12, y + 83, c.leftOut() ? TEXTS.get("columns.not.kept") : TEXTS.get("columns.kept"), w - 24);
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
                            c.format().isEmpty()
                                    ? TEXTS.get("columns.written.found", c.header())
                                    : TEXTS.get("columns.written", c.header(), c.format()),
                            TEXTS.get("columns.written.hint"),
                            () -> menus.format(place, t, spec, c),
                            null,
                            true));
        }
    }

    private static String goesTo(ProposedTable t, SourceColumn c) {
        if (c.leftOut()) {
            return TEXTS.get("columns.leave.out");
        }
        if (c.attribute()) {
            return TEXTS.get("columns.attribute");
        }
        return Words.facts(
                c.targets().stream().map(k -> TableMapping.label(t, k)).toList());
    }

    private String why(SourceColumn c) {
        String sure = c.confidence() >= 1
                ? ""
                : TEXTS.get("columns.sure", wizard.words().percent(c.confidence()));
        if (c.why().isEmpty()) {
            return sure;
        }
        return sure.isEmpty() ? c.why() : c.why() + "\n" + sure;
    }

    static String type(ColumnSpec spec) {
        if (spec.unit().countsMoney()) {
            return TEXTS.get("columns.money");
        }
        return type(spec.type());
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> TEXTS.get("columns.text");
            case INTEGER -> TEXTS.get("columns.whole");
            case DECIMAL, DOUBLE -> TEXTS.get("columns.number");
            case BOOLEAN -> TEXTS.get("columns.yes.no");
            case DATE -> TEXTS.get("columns.date");
            case TIMESTAMP -> TEXTS.get("columns.time");
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
