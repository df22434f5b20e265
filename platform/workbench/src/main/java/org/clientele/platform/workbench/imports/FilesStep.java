package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportProposal;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** What was found in the files, and which of it is imported. */
final class FilesStep implements StepView {
    private static final Texts TEXTS = Texts.of(FilesStep.class);
    private static final int ROW = 76;
    private static final int BOOK = 44;
    private static final int TO = 190;
    private static final int NAMES = 132;
    private static final int MOST_LINES = 3;
    private static final double LINE = 19;

    private final Wizard wizard;

    FilesStep(Wizard wizard) {
        this.wizard = wizard;
    }

    @Override
    public double draw(Sketch s, double x, double y, double w, double h) {
        WizardModel model = wizard.model();
        if (model.files().isEmpty()) {
            return empty(s, x, y, w, Math.min(h, 380));
        }
        s.title(x, y + 21, heading(model), w - 150);
        s.buttonEnding("files:add", TEXTS.get("files.add"), Tone.PLAIN, x + w, y, wizard::chooseFiles);
        double at = y + 48;
        double top = at;
        List<ProposedTable> tables = model.proposal().tables();
        List<Path> waiting = waiting(model);
        double height = tables.size() * (double) ROW + books(tables) * BOOK + waiting.size() * 56.0;
        for (FileImport bad : model.unreadable()) {
            height += unreadableHeight(s, bad, w);
        }
        s.card(x, at, w, height);
        for (int i = 0; i < tables.size(); i++) {
            ProposedTable t = tables.get(i);
            rule(s, x, at, w, at > top);
            if (several(tables, t) && (i == 0 || !tables.get(i - 1).file().equals(t.file()))) {
                book(s, t.file(), x, at, w);
                at += BOOK;
                s.pen().rule(x + 52, at, w - 53, s.border());
            }
            table(s, i, t, several(tables, t), x, at, w);
            at += ROW;
        }
        for (FileImport bad : model.unreadable()) {
            rule(s, x, at, w, at > top);
            unreadable(s, bad, x, at, w);
            at += unreadableHeight(s, bad, w);
        }
        for (Path file : waiting) {
            rule(s, x, at, w, at > top);
            s.line(x + 52, at + 24, String.valueOf(file.getFileName()), 14, Weight.MEDIUM, w - 80, s.ink());
            s.note(x + 52, at + 42, TEXTS.get("files.waiting"), w - 80);
            StatusMark.UNKNOWN.draw(s.pen(), s.palette(), x + 25, at + 27);
            at += 56;
        }
        s.note(x, at + 26, TEXTS.get("files.more"), w);
        return at + 40 - y;
    }

    private static boolean several(List<ProposedTable> tables, ProposedTable one) {
        return tables.stream().filter(t -> t.file().equals(one.file())).count() > 1;
    }

    private static long books(List<ProposedTable> tables) {
        return tables.stream()
                .filter(t -> several(tables, t))
                .map(ProposedTable::file)
                .distinct()
                .count();
    }

    /** A file of several tables: which of them are imported. */
    private void book(Sketch s, Path file, double x, double y, double w) {
        WizardModel model = wizard.model();
        List<ProposedTable> own = model.proposal().tables().stream()
                .filter(t -> t.file().equals(file))
                .toList();
        String name = String.valueOf(file.getFileName());
        double right = x + w - 16;
        remove(s, "file:remove:" + name, name, file, right - 26, y + 8);
        right -= 44;
        boolean sheets = own.stream().allMatch(FilesStep::sheet);
        long in = own.stream().filter(ProposedTable::included).count();
        Texts.Count parts = wizard.words().counted(own.size());
        Texts.Count included = wizard.words().counted(in);
        String facts = sheets ? TEXTS.get("files.sheets", parts, included) : TEXTS.get("files.tables", parts, included);
        long size = wizard.work().sizeOf(file);
        facts += size < 0 ? "" : "  ·  " + wizard.words().size(size);
        boolean all = own.stream().filter(FilesStep::includable).allMatch(ProposedTable::included);
        String link = all && in > 0 ? TEXTS.get("files.leave.all") : TEXTS.get("files.include.all");
        right -= s.pen().width(link, 13, Weight.MEDIUM);
        if (own.stream().anyMatch(FilesStep::includable)) {
            s.link("book:all:" + name, link, right, y + 27, () -> include(file, !all || in == 0));
        }
        s.pen().icon(Icon.TABLE, x + 17, y + 14, s.quiet());
        double room = right - x - 52 - 20;
        s.line(x + 52, y + 27, name, 14, Weight.MEDIUM, room * 0.6, s.ink());
        double used = Math.min(room * 0.6, s.pen().width(name, 14, Weight.MEDIUM)) + 14;
        s.note(x + 52 + used, y + 27, facts, room - used);
    }

    private void include(Path file, boolean yes) {
        wizard.model().change(p -> {
            ImportProposal all = p;
            for (int i = 0; i < p.tables().size(); i++) {
                ProposedTable t = p.tables().get(i);
                if (t.file().equals(file) && includable(t)) {
                    all = all.with(i, t.include(yes));
                }
            }
            return all;
        });
        wizard.changed();
    }

    private static boolean includable(ProposedTable t) {
        return t.role() != ProposedTable.Role.UNRECOGNISED;
    }

    private static boolean sheet(ProposedTable t) {
        return t.reading().format() == ProposedTable.Format.SHEET;
    }

    private void remove(Sketch s, String id, String name, Path file, double x, double y) {
        s.iconButton(
                id,
                Icon.CLOSE,
                TEXTS.get("files.remove", name),
                x,
                y,
                true,
                () -> wizard.work().remove(file));
    }

    private static void rule(Sketch s, double x, double y, double w, boolean yes) {
        if (yes) {
            s.pen().rule(x + 1, y, w - 2, s.border());
        }
    }

    private String heading(WizardModel model) {
        if (!model.known()) {
            return TEXTS.get("files", wizard.words().counted(model.files().size()));
        }
        int tables = model.included().size();
        if (tables == 0) {
            return TEXTS.get("files.heading.none");
        }
        int doubts = model.doubts();
        Texts.Count some = wizard.words().counted(tables);
        return doubts == 0
                ? TEXTS.get("files.heading", some)
                : TEXTS.get("files.heading.doubts", some, wizard.words().counted(doubts));
    }

    /** Files of which nothing is known yet. */
    private static List<Path> waiting(WizardModel model) {
        List<Path> all = new ArrayList<>();
        if (!model.known()) {
            for (Path file : model.files()) {
                boolean seen = model.proposal().tables().stream()
                                .anyMatch(t -> t.file().equals(file))
                        || model.proposal().unreadable().stream()
                                .anyMatch(f -> f.file().equals(file));
                if (!seen) {
                    all.add(file);
                }
            }
        }
        return all;
    }

    private void table(Sketch s, int index, ProposedTable t, boolean part, double x, double y, double w) {
        WizardModel model = wizard.model();
        String to = "file:to:" + index;
        s.tick("file:include:" + index, t.name(), t.included(), x + 16, y + 29, () -> {
            if (includable(t)) {
                model.change(p -> p.with(index, t.include(!t.included())));
                wizard.changed();
            } else {
                chooseTable(to, index);
            }
        });
        int doubts = WizardModel.doubts(t);
        boolean lacks = !TableMapping.missing(t).isEmpty();
        boolean strange = model.strange().contains(t);
        StatusMark mark = !t.included()
                ? strange ? StatusMark.WARNING : StatusMark.UNKNOWN
                : lacks ? StatusMark.BAD : doubts > 0 ? StatusMark.WARNING : StatusMark.GOOD;
        double left = x + 52;
        double right = x + w - 16;
        if (!part) {
            remove(s, "file:remove:" + index, t.name(), t.file(), right - 26, y + 24);
        }
        double field = right - 36 - TO;
        s.field(
                to,
                TEXTS.get("files.to"),
                Words.table(TableMapping.target(t).name()),
                TEXTS.get("files.to.hint"),
                field,
                y + 23,
                TO,
                () -> chooseTable(to, index));
        if (sheet(t) && w > 720) {
            field -= NAMES + 12;
            String names = "file:names:" + index;
            s.field(
                    names,
                    TEXTS.get("files.names"),
                    t.reading().headerRow() == 0
                            ? TEXTS.get("files.names.none")
                            : TEXTS.get(
                                    "files.names.row",
                                    wizard.words().counted(t.reading().headerRow())),
                    TEXTS.get("files.names.hint"),
                    field,
                    y + 23,
                    NAMES,
                    () -> wizard.asks().headerRow(names, t));
        }
        double room = field - left - 24;
        String name = part ? partName(t) : t.name();
        s.line(left, y + 23, name, 14, Weight.MEDIUM, room, t.included() || strange ? s.ink() : s.quiet());
        s.note(left, y + 42, facts(t, part), room);
        mark.draw(s.pen(), s.palette(), left + 6, y + 57);
        String verdict = verdict(t, doubts);
        boolean look = t.included() && doubts > 0;
        double said = look ? room - 80 : room - 20;
        s.line(left + 20, y + 61, verdict, 12, Weight.REGULAR, said, s.ink());
        if (look) {
            double end = left + 20 + Math.min(said, s.pen().width(verdict, 12, Weight.REGULAR)) + 12;
            s.link("file:look:" + index, TEXTS.get("files.look"), end, y + 61, () -> {
                model.choose(index);
                model.go(Step.COLUMNS);
                wizard.changed();
            });
        }
    }

    /** The sheet or entry of a file of several, without the name of the file. */
    static String partName(ProposedTable t) {
        String file = t.file().getFileName() + "/";
        return t.name().startsWith(file) ? t.name().substring(file.length()) : t.name();
    }

    private String facts(ProposedTable t, boolean part) {
        List<String> facts = new ArrayList<>();
        if (!part) {
            facts.add(Words.format(t.reading().format()));
            long size = wizard.work().sizeOf(t.file());
            if (size >= 0) {
                facts.add(wizard.words().size(size));
            }
        }
        if (!t.reading().charset().isEmpty()) {
            facts.add(t.reading().charset());
        }
        if (part || sheet(t)) {
            int rows = t.sample().size();
            facts.add(
                    rows < ProposedTable.SAMPLE
                            ? wizard.words().rows(rows)
                            : TEXTS.get("files.rows.more", wizard.words().counted(ProposedTable.SAMPLE)));
        }
        facts.add(TEXTS.get("columns", wizard.words().counted(t.headers().size())));
        return String.join("  ·  ", facts);
    }

    private String verdict(ProposedTable t, int doubts) {
        if (!t.included() && includable(t)) {
            return TEXTS.get("files.left.out");
        }
        String role = role(t);
        if (!role.isEmpty()) {
            return role;
        }
        List<String> missing = TableMapping.missing(t);
        if (!missing.isEmpty()) {
            return TEXTS.get("files.lacks", TableMapping.label(t, missing.get(0)));
        }
        long mapped =
                TableMapping.columns(t).stream().filter(c -> !c.attribute()).count();
        Texts.Count things = wizard.words().counted(doubts);
        if (t.recognised()) {
            String as = t.recipe().title();
            return doubts == 0 ? TEXTS.get("files.recognised", as) : TEXTS.get("files.recognised.doubts", as, things);
        }
        Texts.Count matched = wizard.words().counted(mapped);
        Texts.Count columns = wizard.words().counted(t.headers().size());
        return doubts == 0
                ? TEXTS.get("files.matched", matched, columns)
                : TEXTS.get("files.matched.doubts", matched, columns, things);
    }

    /** What a table is to the others, or "". */
    private static String role(ProposedTable t) {
        return switch (t.role()) {
            case TABLE -> "";
            case ORDER_HEADER -> TEXTS.get("files.role.order.header");
            case LINES_WITHOUT_HEADER -> TEXTS.get("files.role.no.header");
            case LINES_WITHOUT_PRICE -> TEXTS.get("files.role.no.price");
            case PRODUCT_CATEGORY -> TEXTS.get("files.role.category");
            case RETURNS -> TEXTS.get("files.role.returns");
            case UNRECOGNISED -> TEXTS.get("files.role.none");
        };
    }

    private void chooseTable(String place, int index) {
        wizard.model().choose(index);
        wizard.asks().target(place);
    }

    private static int unreadableHeight(Sketch s, FileImport bad, double w) {
        int lines = TextBlock.lines(s.pen(), sentence(bad), 13, w - 120).size();
        return (int) (46 + Math.min(MOST_LINES, lines) * LINE + (lines > MOST_LINES ? LINE + 6 : 0));
    }

    private static String sentence(FileImport bad) {
        FileImport.Failure failure = bad.failure();
        return failure == null ? TEXTS.get("files.unreadable") : failure.message();
    }

    private void unreadable(Sketch s, FileImport bad, double x, double y, double w) {
        StatusMark.BAD.draw(s.pen(), s.palette(), x + 25, y + 22);
        s.line(x + 52, y + 27, String.valueOf(bad.file().getFileName()), 14, Weight.MEDIUM, w - 120, s.ink());
        List<String> lines = TextBlock.lines(s.pen(), sentence(bad), 13, w - 120);
        for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
            boolean cut = i == MOST_LINES - 1 && lines.size() > MOST_LINES;
            s.pen().text(x + 52, y + 47 + i * LINE, lines.get(i) + (cut ? "…" : ""), 13, Weight.REGULAR, s.quiet());
        }
        if (lines.size() > MOST_LINES) {
            s.link(
                    "file:why:" + bad.file(),
                    TEXTS.get("files.read.on"),
                    x + 52,
                    y + 50 + MOST_LINES * LINE,
                    () -> Sheet.open(
                            wizard.pane().control().getShell(),
                            s.palette(),
                            new Sheet.Content(
                                    String.valueOf(bad.file().getFileName()),
                                    List.of(new Sheet.Section("", sentence(bad))),
                                    List.of(Sheet.Action.primary(TEXTS.get("close"), () -> {})))));
        }
        String id = "file:drop:" + bad.file();
        s.iconButton(
                id,
                Icon.CLOSE,
                TEXTS.get("files.remove.it"),
                x + w - 42,
                y + 8,
                true,
                () -> wizard.work().remove(bad.file()));
    }

    private double empty(Sketch s, double x, double y, double w, double h) {
        s.card(x, y, w, h);
        double cx = x + w / 2;
        double top = y + h / 2 - 104;
        s.pen().fillRound(cx - 28, top, 56, 56, 14, s.palette().selected());
        s.pen().icon(Icon.IMPORT, cx - 14, top + 14, 1.75, s.palette().theme().accent());
        s.pen().text(cx, top + 96, TEXTS.get("files.drop"), 20, Weight.MEDIUM, s.ink(), Anchor.MIDDLE);
        String[] lines = {TEXTS.get("files.drop.what"), TEXTS.get("files.drop.safe")};
        for (int i = 0; i < lines.length; i++) {
            s.pen().text(cx, top + 124 + i * 20, lines[i], 13, Weight.REGULAR, s.quiet(), Anchor.MIDDLE);
        }
        double button = Buttons.width(s.pen(), TEXTS.get("files.choose"));
        s.button("files:add", TEXTS.get("files.choose"), Tone.PRIMARY, cx - button / 2, top + 170, wizard::chooseFiles);
        return h;
    }

    /** The tables of the model as a list to choose from. */
    static List<PopUp.Entry> tables(String chosen, java.util.function.Consumer<String> choose) {
        return CustomerModel.standard().tables().stream()
                .map(t -> PopUp.Entry.of(Words.table(t.name()), t.name().equals(chosen), () -> choose.accept(t.name())))
                .toList();
    }
}
