package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.FileImport;
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

/** What was found in the files, and which of it is imported. */
final class FilesStep implements StepView {
    private static final int ROW = 76;
    private static final int TO = 190;
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
        s.buttonEnding("files:add", "Add files…", Tone.PLAIN, x + w, y, wizard::chooseFiles);
        double at = y + 48;
        double top = at;
        List<ProposedTable> tables = model.proposal().tables();
        List<Path> waiting = waiting(model);
        double height = tables.size() * (double) ROW + waiting.size() * 56.0;
        for (FileImport bad : model.proposal().unreadable()) {
            height += unreadableHeight(s, bad, w);
        }
        s.card(x, at, w, height);
        for (int i = 0; i < tables.size(); i++) {
            rule(s, x, at, w, at > top);
            table(s, i, tables.get(i), x, at, w);
            at += ROW;
        }
        for (FileImport bad : model.proposal().unreadable()) {
            rule(s, x, at, w, at > top);
            unreadable(s, bad, x, at, w);
            at += unreadableHeight(s, bad, w);
        }
        for (Path file : waiting) {
            rule(s, x, at, w, at > top);
            s.line(x + 52, at + 24, String.valueOf(file.getFileName()), 14, Weight.MEDIUM, w - 80, s.ink());
            s.note(x + 52, at + 42, "Reading its start…", w - 80);
            StatusMark.UNKNOWN.draw(s.pen(), s.palette(), x + 25, at + 27);
            at += 56;
        }
        s.note(x, at + 26, "Drop more files anywhere on this window.", w);
        return at + 40 - y;
    }

    private static void rule(Sketch s, double x, double y, double w, boolean yes) {
        if (yes) {
            s.pen().rule(x + 1, y, w - 2, s.border());
        }
    }

    private String heading(WizardModel model) {
        if (!model.known()) {
            return wizard.words().several(model.files().size(), "file");
        }
        int tables = model.included().size();
        int doubts = model.doubts();
        String what = wizard.words().several(tables, "table") + " to import";
        return doubts == 0 ? what : what + ", " + wizard.words().several(doubts, "thing") + " to look at";
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

    private void table(Sketch s, int index, ProposedTable t, double x, double y, double w) {
        WizardModel model = wizard.model();
        s.tick("file:include:" + index, t.name(), t.included(), x + 16, y + 29, () -> {
            model.change(p -> p.with(index, t.include(!t.included())));
            wizard.changed();
        });
        int doubts = WizardModel.doubts(t);
        boolean lacks = !TableMapping.missing(t).isEmpty();
        StatusMark mark = !t.included()
                ? StatusMark.UNKNOWN
                : lacks ? StatusMark.BAD : doubts > 0 ? StatusMark.WARNING : StatusMark.GOOD;
        double left = x + 52;
        double right = x + w - 16;
        s.iconButton(
                "file:remove:" + index,
                Icon.CLOSE,
                "Take " + t.name() + " out",
                right - 26,
                y + 24,
                true,
                () -> wizard.work().remove(t.file()));
        double field = right - 36 - TO;
        s.field(
                "file:to:" + index,
                "Goes to",
                capital(TableMapping.target(t).label()),
                "The table of the customer model that its rows go to",
                field,
                y + 23,
                TO,
                () -> chooseTable("file:to:" + index, index));
        double room = field - left - 24;
        s.line(left, y + 23, t.name(), 14, Weight.MEDIUM, room, t.included() ? s.ink() : s.quiet());
        s.note(left, y + 42, facts(t), room);
        mark.draw(s.pen(), s.palette(), left + 6, y + 57);
        String verdict = verdict(t, doubts);
        s.line(left + 20, y + 61, verdict, 12, Weight.REGULAR, room - 80, s.ink());
        if (t.included() && doubts > 0) {
            double end = left + 20 + Math.min(room - 80, s.pen().width(verdict, 12, Weight.REGULAR)) + 12;
            s.link("file:look:" + index, "Look", end, y + 61, () -> {
                model.choose(index);
                model.go(Step.COLUMNS);
                wizard.changed();
            });
        }
    }

    private String facts(ProposedTable t) {
        List<String> facts = new ArrayList<>();
        facts.add(t.reading().format());
        long size = wizard.work().sizeOf(t.file());
        if (size >= 0) {
            facts.add(Words.size(size));
        }
        if (!t.reading().charset().isEmpty()) {
            facts.add(t.reading().charset());
        }
        facts.add(wizard.words().several(t.headers().size(), "column"));
        return String.join("  ·  ", facts);
    }

    private String verdict(ProposedTable t, int doubts) {
        if (!t.included()) {
            return "Left out";
        }
        String role = role(t);
        if (!role.isEmpty()) {
            return role;
        }
        List<String> missing = TableMapping.missing(t);
        if (!missing.isEmpty()) {
            return "Nothing fills \"" + TableMapping.label(t, missing.get(0)) + "\" yet";
        }
        long mapped =
                TableMapping.columns(t).stream().filter(c -> !c.attribute()).count();
        String how = t.recognised()
                ? "Recognised as " + t.recipe().title()
                : wizard.words().count(mapped) + " of "
                        + wizard.words().several(t.headers().size(), "column") + " matched";
        return doubts == 0 ? how : how + ", " + wizard.words().several(doubts, "thing") + " to look at";
    }

    /** What a table is to the others, or "". */
    private static String role(ProposedTable t) {
        return switch (t.role()) {
            case TABLE -> "";
            case ORDER_HEADER -> "Heads of orders: what they say goes to the lines";
            case LINES_WITHOUT_HEADER -> "Lines of orders, which take date and customer from the heads";
            case LINES_WITHOUT_PRICE -> "Lines of orders, which take the price of the product";
            case PRODUCT_CATEGORY -> "Categories, whose names go to the products";
            case RETURNS -> "Goods that came back";
            case UNRECOGNISED -> "Nothing of the customer model was found in it: choose a table to include it";
        };
    }

    private void chooseTable(String place, int index) {
        wizard.model().choose(index);
        wizard.chooseTarget(place);
    }

    private static int unreadableHeight(Sketch s, FileImport bad, double w) {
        int lines = TextBlock.lines(s.pen(), sentence(bad), 13, w - 120).size();
        return (int) (46 + Math.min(MOST_LINES, lines) * LINE + (lines > MOST_LINES ? LINE + 6 : 0));
    }

    private static String sentence(FileImport bad) {
        FileImport.Failure failure = bad.failure();
        return failure == null ? "It cannot be read." : failure.message();
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
                    "Read on",
                    x + 52,
                    y + 50 + MOST_LINES * LINE,
                    () -> Sheet.open(
                            wizard.pane().control().getShell(),
                            s.palette(),
                            new Sheet.Content(
                                    String.valueOf(bad.file().getFileName()),
                                    List.of(new Sheet.Section("", sentence(bad))),
                                    List.of(Sheet.Action.primary("Close", () -> {})))));
        }
        String id = "file:drop:" + bad.file();
        s.iconButton(
                id,
                Icon.CLOSE,
                "Take it out",
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
        s.pen().text(cx, top + 96, "Drop your files here", 20, Weight.MEDIUM, s.ink(), Anchor.MIDDLE);
        String[] lines = {
            "Orders, customers, products, campaigns: as they come from your systems.",
            "Nothing is changed before you have seen what would happen."
        };
        for (int i = 0; i < lines.length; i++) {
            s.pen().text(cx, top + 124 + i * 20, lines[i], 13, Weight.REGULAR, s.quiet(), Anchor.MIDDLE);
        }
        double button = Buttons.width(s.pen(), "Choose files…");
        s.button("files:add", "Choose files…", Tone.PRIMARY, cx - button / 2, top + 170, wizard::chooseFiles);
        return h;
    }

    static String capital(String label) {
        return label.isEmpty() ? label : Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /** The tables of the model as a list to choose from. */
    static List<PopUp.Entry> tables(String chosen, java.util.function.Consumer<String> choose) {
        return CustomerModel.standard().tables().stream()
                .map(t -> PopUp.Entry.of(capital(t.label()), t.name().equals(chosen), () -> choose.accept(t.name())))
                .toList();
    }
}
