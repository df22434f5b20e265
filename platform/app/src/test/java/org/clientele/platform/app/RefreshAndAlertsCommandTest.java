package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshAndAlertsCommandTest extends CommandTest {
    private static final String HEAD =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    Path folder;

    private static String line(int n, String day, String price) {
        return n + ",85123A,HOLDER,1," + day + " 08:26:00," + price + ",17850,France\n";
    }

    @Test
    void whatIsReadByTheClockBringsRowsOnceAndTheirCrossingIsToldWithTheQueryThatGivesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), HEAD + line(1, "2024-03-01", "5.00"));
        Said added = run("refresh", "add", "--file", file.toString(), "--every", "15");
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(run("refresh", "run").exit()).isZero();
        assertThat(run("refresh", "run").out()).isEqualTo("Nothing is due.\n");
        Said alert = run("alerts", "add", "revenue", "--above", "50", "--per", "day", "--where", "country = 'France'");
        assertThat(alert.exit()).as(alert.err()).isZero();
        assertThat(alert.out()).contains("Net revenue (country = 'France') per day: above");
        assertThat(run("alerts", "check").exit()).as("no day is whole yet").isZero();

        Files.writeString(
                file, line(2, "2024-03-01", "60.00") + line(3, "2024-03-02", "1.00"), StandardOpenOption.APPEND);
        Said ran = run("refresh", "run", "1");
        assertThat(ran.out()).contains("New: 2 rows loaded");
        assertThat(ran.err()).contains("Alert: Net revenue", "above GBP 50.00.");
        assertThat(run("alerts", "check").exit()).as("told once").isZero();
        JsonNode found = run("--json", "alerts", "history").json().get(0);
        assertThat(found.get("value").asDouble()).isEqualTo(65);
        String[] query = found.get("query").asText().replace("clientele ", "").split(" ", 7);
        Said asked = run(
                "--json", query[0], query[1], query[2], query[3], query[4], query[5], "--where", "country = 'France'");
        assertThat(asked.json().toString()).as(asked.err()).contains("65");
    }

    @Test
    void checkEndsWithOneWhenSomethingCrossesAndWrongWishesSayWhatToWrite() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"), HEAD + line(1, "2024-03-01", "60.00") + line(3, "2024-03-02", "1.00"));
        assertThat(run("import", file.toString()).exit()).isZero();
        assertThat(run("alerts", "add", "revenue", "--above", "50", "--per", "day")
                        .exit())
                .isZero();
        Said check = run("alerts", "check");
        assertThat(check.exit()).as(check.err()).isEqualTo(ExitCode.FAILED);
        assertThat(check.out()).contains("1 Mar 2024", "clientele query clientele.core/revenue --from 2024-03-01");
        assertThat(run("alerts", "check").exit()).isZero();
        assertThat(run("alerts", "pause", "1").out()).contains("(paused)");
        assertThat(run("alerts", "remove", "1").exit()).isZero();
        assertThat(run("alerts").out()).startsWith("No alerts yet.");
        assertThat(run("alerts", "add", "revenue").err()).contains("exactly one of --above");
        assertThat(run("alerts", "add", "revenue", "--rises", "much").err()).contains("no number such as 20%");
        assertThat(run("refresh", "add", "--every", "5").err()).contains("one of --folder, --file and --jdbc");
        Said never = run("refresh", "add", "--folder", folder.toString());
        assertThat(never.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(never.err()).contains("daily at a time such as 06:30");
        assertThat(run("refresh", "remove", "7").err()).contains("There is no schedule 7");
    }
}
