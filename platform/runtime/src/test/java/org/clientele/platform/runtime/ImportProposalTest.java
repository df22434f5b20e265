package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientele.platform.runtime.ProposedTable.Role;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can correct before an import, and what she is told before and after it. */
class ImportProposalTest {
    private static final String LINES = "order_id,ordered_at,customer_id,product_id,quantity,unit_price\n";

    @TempDir
    Path dir;

    private Workspace workspace;
    private Session session;

    @BeforeEach
    void open() {
        workspace = Workspace.open(dir.resolve("ws"), WorkspaceOptions.withPlugins(List.of()));
        session = workspace.session(Subject.local(), Policy.allowAll());
    }

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private ImportProposal propose(Path... files) {
        return session.imports()
                .propose(new ImportCommand(List.of(files), "", "", ImportMode.APPEND), CancelSignal.create());
    }

    private ImportReply carryOut(ImportProposal proposal) {
        return session.imports().run(proposal, Progress.NONE, CancelSignal.create());
    }

    @Test
    void aFileThatFitsNothingIsOfferedForMappingByHandAndKnownOnceThatIsSaved() throws Exception {
        Path strange = file("x.csv", "zug,blip,wump,frotz\nA1,2026-03-01,7,9.50\nA2,2026-03-02,1,2.25\n");
        ImportProposal proposal = propose(strange);
        assertThat(proposal.unreadable()).as("nothing can be imported as it is").hasSize(1);
        ProposedTable unmapped = proposal.tables().get(0);
        assertThat(unmapped.role()).isEqualTo(Role.UNRECOGNISED);
        assertThat(unmapped.included()).isFalse();
        assertThat(unmapped.headers()).containsExactly("zug", "blip", "wump", "frotz");

        ProposedTable lines = session.imports().rematch(unmapped, "order_line", "", CancelSignal.create());
        assertThat(lines.role()).isEqualTo(Role.TABLE);
        ImportRecipe byHand = ImportRecipe.builder("clientele.core/by-name", "order_line")
                .columns(Map.of("order_id", "zug", "ordered_at", "blip", "quantity", "wump", "unit_price", "frotz"))
                .build();
        ProposedTable mapped = lines.by(byHand);
        session.imports().saveRecipe(mapped, "Zug lines");
        ImportReply reply = carryOut(proposal.with(0, mapped.include(true)));
        assertThat(reply.files())
                .singleElement()
                .satisfies(f -> assertThat(f.rowsLoaded()).isEqualTo(2));

        ImportProposal again = propose(file("y.csv", "zug,blip,wump,frotz\nA3,2026-03-03,1,1.00\n"));
        assertThat(again.unreadable()).isEmpty();
        assertThat(again.tables()).singleElement().satisfies(t -> {
            assertThat(t.recognised()).isTrue();
            assertThat(t.recipe().title()).isEqualTo("Zug lines");
        });
    }

    @Test
    void tablesStandInTheOrderOfTheirFilesWhetherTheyFitOrNot() throws Exception {
        Path strange = file("x.csv", "zug,blip\nA1,B\n");
        Path lines = file("lines.csv", LINES + "1,2026-01-01,c1,p1,2,3\n");

        ImportProposal proposal = propose(strange, lines);

        assertThat(proposal.tables()).extracting(ProposedTable::file).containsExactly(strange, lines);
        assertThat(proposal.tables()).extracting(ProposedTable::included).containsExactly(false, true);
    }

    @Test
    void aTableThatLacksWhatItNeedsIsLeftToThePersonWhoChoseIt() throws Exception {
        ProposedTable unmapped =
                propose(file("x.csv", "zug,blip\nA1,B\n")).tables().get(0);

        ProposedTable customers = session.imports().rematch(unmapped, "customer", "", CancelSignal.create());

        assertThat(customers.recipe().entity()).isEqualTo("customer");
        assertThat(customers.recipe().columns()).doesNotContainKey("customer_id");
    }

    @Test
    void aStrangeFileReadInAnotherWayStaysOneThatCanBeMapped() throws Exception {
        ProposedTable unmapped =
                propose(file("x.csv", "zug,blip\nA1,B\nA2,C\n")).tables().get(0);
        ProposedTable.Reading r = unmapped.reading();

        ProposedTable fresh = session.imports()
                .reread(
                        unmapped.read(new ProposedTable.Reading(r.format(), r.charset(), r.delimiter(), r.layout(), 2)),
                        CancelSignal.create());

        assertThat(fresh.role()).isEqualTo(Role.UNRECOGNISED);
        assertThat(fresh.headers()).containsExactly("A1", "B");
    }

    @Test
    void aTrialTellsTheFirstRejectsAndHowManyThereAre() throws Exception {
        StringBuilder text = new StringBuilder(LINES);
        for (int i = 0; i < 30; i++) {
            text.append(i)
                    .append(",2026-01-01,c,p,")
                    .append(i % 2 == 0 ? "many" : "1")
                    .append(",2\n");
        }
        FileImport tried = session.imports()
                .rehearse(propose(file("a.csv", text.toString())), Progress.NONE, CancelSignal.create())
                .files()
                .get(0);

        assertThat(tried.rowsRejected()).isEqualTo(15);
        assertThat(tried.firstRejects()).hasSize(15);
        assertThat(tried.firstRejects().get(1)).satisfies(r -> {
            assertThat(r.line()).isEqualTo(4);
            assertThat(r.column()).isEqualTo("quantity");
            assertThat(r.reason()).contains("many");
            assertThat(r.text()).isEqualTo("2,2026-01-01,c,p,many,2");
        });
    }

    @Test
    void anUndoIsForetoldByFileAndTable() throws Exception {
        carryOut(propose(file("old.csv", LINES + "1,2026-01-01,c1,p1,2,3\n2,2026-01-01,c2,p1,1,3\n")));
        ImportReply fresh = carryOut(
                propose(file("new.csv", LINES + "3,2026-01-02,c3,p2,1,1\n")).as(ImportMode.REPLACE));

        UndoForecast forecast =
                session.imports().forecastUndo(fresh.files().get(0).batch(), CancelSignal.create());

        assertThat(forecast.goes()).contains(new UndoForecast.Rows("new.csv", "order_line", false, 1));
        assertThat(forecast.goes()).contains(new UndoForecast.Rows("new.csv", "customer", true, 1));
        assertThat(forecast.back()).contains(new UndoForecast.Rows("old.csv", "order_line", false, 2));
    }

    @Test
    void theFirstRowsOfASheetAreGivenWithWhatStandsAboveItsHeaders() throws Exception {
        Path book = dir.resolve("shop.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(book))) {
            part(
                    out,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"Sales\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(
                    out,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData>" + row(1, "Report") + row(3, "order_id", "ordered_at", "quantity", "amount")
                            + row(4, "1", "2026-01-01", "2", "3") + "</sheetData></worksheet>");
        }
        ProposedTable sheet = propose(book).tables().get(0);

        List<SourceRow> rows = session.imports().firstRows(sheet, 12, CancelSignal.create());

        assertThat(sheet.reading().headerRow()).isEqualTo(3);
        assertThat(rows).extracting(SourceRow::number).containsExactly(1, 3, 4);
        assertThat(rows.get(0).cells()).containsExactly("Report");
    }

    private static void part(ZipOutputStream out, String name, String xml) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static String row(int number, String... cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            xml.append("<c r=\"").append((char) ('A' + i)).append(number).append("\" t=\"inlineStr\"><is><t>");
            xml.append(cells[i]).append("</t></is></c>");
        }
        return xml + "</row>";
    }
}
