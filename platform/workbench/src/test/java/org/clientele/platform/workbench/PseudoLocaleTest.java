package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.workbench.imports.ImportsPage;
import org.clientele.platform.workbench.imports.MendPage;
import org.clientele.platform.workbench.imports.Step;
import org.clientele.platform.workbench.imports.Wizard;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The import wizard in a language of accents and long words: everything is translated, and everything has room. */
class PseudoLocaleTest extends WizardOnScreen {
    /** What is wrong with a row is a sentence in a cell: shortened in any language, and whole in its hint. */
    private static final int SENTENCE = 90;

    private static final Locale BEFORE = Texts.locale();

    /** Names that are the same in every language, and what other modules say, which are not converted yet. */
    private final List<String> data =
            new ArrayList<>(List.of("EUR", "USD", "SEK", "UTF-8", "Ctrl", "Online Retail", "Welcome", "Delete"));

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void inThePseudoLocale() {
        Texts.choose(Texts.PSEUDO);
    }

    @AfterAll
    static void asItWas() {
        Texts.choose(BEFORE);
    }

    @Test
    void everyStepOfAnImportIsTranslatedAndHasRoom() throws Exception {
        Path known = temporary.resolve("lines.csv");
        Files.writeString(known, HEADER + line(1, "6") + line(2, "many") + line(3, "2"));
        Path strange = temporary.resolve("visits.csv");
        Files.writeString(strange, "Wann;Wer;Was\n2024-01-01;A1;Besuch\n2024-01-02;A2;Anruf\n");
        data.addAll(List.of("lines.csv", "visits.csv", temporary.toString()));
        CustomerModel.standard()
                .tables()
                .forEach(t -> t.columns().forEach(c -> {
                    data.add(c.label());
                    data.add(c.name());
                }));
        for (Month month : Month.values()) {
            data.add(month.getDisplayName(TextStyle.SHORT, Locale.US));
        }
        window.desk().importFiles(List.of());
        awaitFront(Wizard.ID);
        Wizard wizard = (Wizard) front();
        PaintedText painted = PaintedText.of(wizard);
        holds("no files", wizard, painted);

        drop(known, strange);
        settled();
        wizard.model().proposal().tables().forEach(this::saidElsewhere);
        for (Step step : List.of(Step.FILES, Step.READING, Step.COLUMNS)) {
            wizard.go(step);
            for (int table = 0; table < 2; table++) {
                if (wizard.place("table:" + table).isPresent() || step != Step.FILES) {
                    click(wizard, "table:" + table);
                }
                holds(step + " " + table, wizard, painted);
            }
        }
        click(wizard, "table:0");
        menuHolds(wizard, "col:0");
        menuHolds(wizard, "columns:to");
        menuHolds(wizard, "constant:add");
        wizard.go(Step.CHECK);
        await("the trial", () -> wizard.model().trial() != null);
        saidElsewhere(wizard.model().trial());
        holds("trial", wizard, painted);

        click(wizard, "import");
        await("the result", () -> wizard.model().result() != null);
        saidElsewhere(wizard.model().result());
        holds("result", wizard, painted);
        assertThat(painted.says("[")).isTrue();

        click(wizard, "done:undo");
        Shell sheet = sheet();
        assertThat(PaintedText.plain(sheet.getText(), data)).as(sheet.getText()).isFalse();
        holds("undo", sheet.getChildren()[0], PaintedText.of(sheet.getChildren()[0]));
        sheet.close();

        click(wizard, "done:imports");
        awaitFront(ImportsPage.ID);
        await("the list", () -> front().settled());
        holds("imports", (DrawnPane) front(), PaintedText.of((DrawnPane) front()));

        window.pages().show(wizard);
        click(wizard, "done:mend");
        await("the rejected rows", () -> front() instanceof MendPage && front().settled());
        holds("mend", (DrawnPane) front(), PaintedText.of((DrawnPane) front()));
        holds("status", window.frame().status(), PaintedText.of(window.frame().status()));
        holds("tabs", window.frame().tabs(), PaintedText.of(window.frame().tabs()));
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private void saidElsewhere(ProposedTable t) {
        data.addAll(t.headers());
        t.sample().forEach(data::addAll);
        data.addAll(t.doubts());
        t.doubts().forEach(d -> data.add(org.clientele.platform.workbench.imports.Words.assumed(d, t.headers())));
        t.columns().forEach(c -> data.add(c.why()));
        data.add(t.recipe().title());
        data.add(t.reading().charset());
    }

    private void saidElsewhere(ImportReply reply) {
        for (FileImport f : reply.files()) {
            data.addAll(f.doubts());
            f.doubts().forEach(d -> data.add(d.replace("; give it by a recipe.", ".")));
            f.firstRejects().forEach(r -> {
                data.addAll(List.of(r.reason(), r.text(), r.column()));
                data.addAll(List.of(r.reason().split("(?<=\\s)")));
            });
        }
    }

    /** A list that opens below a place; its labels are the toolkit's to measure. */
    private void menuHolds(Wizard wizard, String place) {
        List<String> labels = new ArrayList<>();
        Listener opened = e -> {
            if (e.widget instanceof Menu menu) {
                collect(menu, labels);
            }
        };
        display.addFilter(SWT.Show, opened);
        click(wizard, place);
        await("the list of " + place, () -> !labels.isEmpty());
        display.removeFilter(SWT.Show, opened);
        hands.escape();
        settle();
        labels.stream()
                .filter(label -> PaintedText.plain(label, data))
                .forEach(label -> wrong.add(place + ", English in the list: " + label));
    }

    private static void collect(Menu menu, List<String> labels) {
        for (MenuItem item : menu.getItems()) {
            labels.add(item.getText());
            if (item.getMenu() != null) {
                collect(item.getMenu(), labels);
            }
        }
    }

    /** The last column of the wizard's table has the room that is left. */
    private int cut() {
        if (!(front() instanceof Wizard wizard) || wizard.model().step() != Step.COLUMNS) {
            return Integer.MAX_VALUE;
        }
        int last = 0;
        while (wizard.place("col:" + (last + 1)).isPresent()) {
            last++;
        }
        return wizard.place("col:" + last).orElseThrow().x - 8;
    }

    private void holds(String where, DrawnPane pane, PaintedText painted) {
        holds(where, pane.control(), painted);
    }

    private void holds(String where, Control control, PaintedText painted) {
        settle();
        int before = painted.drawings();
        control.redraw();
        await(where + " drawn", () -> painted.drawings() > before);
        painted.untranslated(data).forEach(text -> wrong.add(where + ", English: " + text));
        painted.clipped(cut()).stream()
                .filter(text -> text.length() < SENTENCE)
                .forEach(text -> wrong.add(where + ", " + text));
    }
}
