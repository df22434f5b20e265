package org.clientele.platform.workbench.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.runtime.ProposedTable.Reading;
import org.clientele.platform.runtime.SourceRow;
import org.clientele.platform.workbench.page.Ask;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** What the wizard asks in lists and dialogs of its own, and what follows from the answers. UI thread only. */
final class WizardAsks {
    private static final Texts TEXTS = Texts.of(WizardAsks.class);
    private static final int MOST_HEADER_ROWS = 12;
    private static final int MOST_CELLS = 5;
    private static final int LONGEST_ROW = 70;

    private final DrawnPane pane;
    private final WizardModel model;
    private final WizardWork work;
    private final Words words;

    WizardAsks(DrawnPane pane, WizardModel model, WizardWork work, Words words) {
        this.pane = pane;
        this.model = model;
        this.work = work;
        this.words = words;
    }

    private Shell shell() {
        return pane.control().getShell();
    }

    /** Where the rows of the table in front go. */
    void target(String place) {
        model.table()
                .ifPresent(t -> PopUp.open(
                        pane, place, FilesStep.tables(t.recipe().entity(), entity -> work.rematch(entity, ""))));
    }

    /** By which recipe the table in front is mapped. */
    void recipe() {
        FileDialog dialog = new FileDialog(shell(), SWT.OPEN);
        dialog.setText(TEXTS.get("recipe.use"));
        dialog.setFilterExtensions(new String[] {"*.json", "*"});
        dialog.setFilterNames(new String[] {TEXTS.get("recipe.files"), TEXTS.get("recipe.all.files")});
        String file = dialog.open();
        if (file != null) {
            work.rematch("", file);
        }
    }

    /** What the mapping of the table in front is called as a recipe. */
    void recipeTitle(Runnable saved) {
        model.table()
                .ifPresent(t -> line(
                        new Ask.Question(
                                TEXTS.get("recipe.save"),
                                TEXTS.get("recipe.save.means"),
                                t.name().replaceAll("(\\.[A-Za-z0-9]{1,7})+$", "")),
                        title -> {
                            if (!title.isEmpty()) {
                                work.saveRecipe(title, saved);
                            }
                        }));
    }

    /** Which row of a table has the names of its columns; its first rows are shown where the format tells them. */
    void headerRow(String place, ProposedTable table) {
        work.firstRows(table, MOST_HEADER_ROWS, rows -> PopUp.open(pane, place, headerRows(table, rows)));
    }

    private List<PopUp.Entry> headerRows(ProposedTable table, List<SourceRow> rows) {
        Reading r = table.reading();
        List<PopUp.Entry> all = new ArrayList<>();
        if (rows.isEmpty()) {
            for (int row = 1; row <= MOST_HEADER_ROWS; row++) {
                all.add(headerRow(table, row, TEXTS.get("reading.row", row)));
            }
        }
        for (SourceRow row : rows) {
            all.add(headerRow(table, row.number(), shown(row)));
        }
        if (r.headerRow() > 0 && rows.stream().noneMatch(row -> row.number() == r.headerRow()) && !rows.isEmpty()) {
            all.add(headerRow(table, r.headerRow(), TEXTS.get("reading.row", r.headerRow())));
        }
        all.add(PopUp.Entry.line());
        all.add(headerRow(table, 0, TEXTS.get("reading.no.row")));
        return all;
    }

    private PopUp.Entry headerRow(ProposedTable table, int row, String label) {
        Reading r = table.reading();
        return PopUp.Entry.of(label, row == r.headerRow(), () -> {
            model.choose(model.proposal().tables().indexOf(table));
            work.reread(new Reading(r.format(), r.charset(), r.delimiter(), r.layout(), row));
        });
    }

    /** "Row 3:  Order, Date, Amount". */
    static String shown(SourceRow row) {
        List<String> cells = row.cells().stream()
                .map(c -> c.strip().replaceAll("\\s+", " "))
                .filter(c -> !c.isEmpty())
                .toList();
        String text = String.join(", ", cells.subList(0, Math.min(MOST_CELLS, cells.size())));
        boolean more = cells.size() > MOST_CELLS || text.length() > LONGEST_ROW;
        String cut =
                text.length() > LONGEST_ROW ? text.substring(0, LONGEST_ROW).stripTrailing() : text;
        return more
                ? TEXTS.get("reading.row.more", row.number(), cut)
                : TEXTS.get("reading.row.cells", row.number(), cut);
    }

    /** Asks for a line of text. */
    void line(Ask.Question question, Consumer<String> answer) {
        Ask.open(shell(), pane.shades(), question, answer);
    }

    /** Says something. */
    void show(Sheet.Content content) {
        Sheet.open(shell(), pane.shades(), content);
    }

    /** Whether an import is to be taken back, once it is known what that means. */
    void undo(ImportReply reply) {
        List<FileImport> there = reply.files().stream()
                .filter(f -> f.failure() == null && !f.duplicate())
                .toList();
        if (!there.isEmpty()) {
            FileImport first = there.get(0);
            String what = there.size() == 1 ? first.source() : TEXTS.get("tables", words.counted(there.size()));
            work.forecastUndo(
                    first.batch(),
                    forecast -> show(UndoWords.question(what, forecast, words, () -> work.undoImport(first.batch()))));
        }
    }
}
