package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.warehouse.rejects.Reject;
import org.clientele.platform.warehouse.rejects.RejectFile;
import org.clientele.sdk.CancelSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values at the ends of what the tables take, and what a file says against a rule. */
class ValueLimitsTest {
    private static final String LINES = "order_id,ordered_at,product_id,quantity,unit_price\n";

    @TempDir
    Path dir;

    private Workspace w;

    @BeforeEach
    void open() {
        w = new Workspace(dir.resolve("ws"));
    }

    @AfterEach
    void close() {
        w.close();
    }

    private ImportReport load(String text) throws Exception {
        return w.load(Files.writeString(dir.resolve("lines.csv"), text));
    }

    private static List<String> codes(ImportReport report) throws Exception {
        return RejectFile.readAll(report.rejectsFile()).stream()
                .map(Reject::code)
                .toList();
    }

    @Test
    void largeAmountsLoadUpToFourteenDigitsAndBeyondThatTheLimitIsSaid() throws Exception {
        ImportReport report = load(LINES + "1,2026-01-01,p,1,100000000000\n2,2026-01-01,p,3,12345678901.2345\n"
                + "3,2026-01-01,p,1,99999999999999.9999\n4,2026-01-01,p,2,99999999999999\n"
                + "5,2026-01-01,p,1,100000000000000\n");

        assertThat(w.rows("SELECT order_id, amount::VARCHAR FROM order_line ORDER BY 1"))
                .containsExactly(
                        List.of("1", "100000000000.0000"),
                        List.of("2", "37037036703.7035"),
                        List.of("3", "99999999999999.9999"));
        assertThat(codes(report)).containsExactly("AMOUNT_TOO_LARGE", "NUMBER_TOO_LARGE");
        assertThat(RejectFile.readAll(report.rejectsFile()))
                .allMatch(r -> r.reason().contains("14"));
    }

    @Test
    void digitsPartedByUnderscoresAreNoNumber() throws Exception {
        ImportReport report = load("order_id,ordered_at,product_id,quantity,unit_price,weight\n"
                + "1,2026-01-01,p,1,1_000,2.5\n2,2026-01-01,p,1_0,1,2.5\n3,2026-01-01,p,1,1,2.5\n");

        assertThat(report.rowsLoaded()).isEqualTo(1);
        assertThat(codes(report)).containsExactly("NUMBER_UNDERSCORES", "NUMBER_UNDERSCORES");
    }

    @Test
    void noRuleOverridesWhatAFileItselfSaysOfCharges() throws Exception {
        load("order_id,ordered_at,product_id,quantity,unit_price,is_charge\n1,2026-01-01,POST,1,1,false\n"
                + "2,2026-01-01,CUP,1,1,true\n3,2026-01-01,POST,1,1,\n4,2026-01-01,CUP,1,1,\n");
        String marked = "SELECT order_id FROM order_line WHERE is_charge ORDER BY 1";
        assertThat(w.rows(marked)).containsExactly(List.of("2"), List.of("3"));

        w.warehouse.applyCharges(new ChargeRule("CUP", ""), CancelSignal.create());
        assertThat(w.rows(marked)).containsExactly(List.of("2"), List.of("4"));
        w.warehouse.applyCharges(ChargeRule.standard(), CancelSignal.create());
        assertThat(w.rows(marked)).containsExactly(List.of("2"), List.of("3"));
        assertThat(w.warehouse.model().table("order_line").find(Schema.CHARGE_SAID))
                .as("nothing that a person asks for")
                .isEmpty();
    }
}
