package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordsCommandTest extends CommandTest {
    @BeforeEach
    void importsLines() {
        String csv = """
                order_id,ordered_at,customer_id,product_id,description,quantity,unit_price,currency,country
                A1,2024-01-05 10:00:00,c1,P1,White bag,2,10.00,GBP,France
                A1,2024-01-05 10:00:00,c1,P2,Red bag,1,5.00,GBP,France
                A2,2024-02-07 10:00:00,c2,P1,White bag,3,10.00,GBP,France
                A3,2024-02-09 10:00:00,c1,P1,White bag,-1,10.00,GBP,France
                A4,2024-02-10 10:00:00,,P2,Red bag,4,5.00,GBP,Germany
                """;
        assertThat(run("import", file("lines.csv", csv).toString()).exit()).isZero();
    }

    @Test
    void theLinesBehindANumberAddUpToIt() {
        Said said = run(
                "records",
                "--behind",
                "revenue",
                "--of",
                "country=France",
                "--of",
                "month=2024-02-01",
                "--columns",
                "order_id,country,amount",
                "--sort",
                "amount:desc",
                "--format",
                "csv");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).isEqualTo("order_id,country,amount\nA2,France,30\nA3,France,-10\n");
        assertThat(query("revenue", "--where", "country = 'France'", "--from", "2024-02-01"))
                .isEqualTo("20");
    }

    @Test
    void eachPartOfARateHasItsLines() {
        assertThat(run("records", "--behind", "return-rate", "--columns", "order_id", "--format", "csv")
                        .out())
                .isEqualTo("order_id\nA3\n");
        assertThat(run("records", "--behind", "return-rate", "--part", "2", "--columns", "order_id", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(5);
        assertThat(run("records", "--behind", "return-rate", "--part", "3").err())
                .contains("--part takes 1 to 2");
    }

    @Test
    void rowsOfATableAreFilteredInAnyCaseAndLimited() {
        Said said = run(
                "records",
                "--where",
                "lower(description) like '%white%'",
                "--columns",
                "order_id",
                "--limit",
                "2",
                "--format",
                "csv");
        assertThat(said.out()).isEqualTo("order_id\nA3\nA2\n");
        assertThat(run("records", "product", "--json").json().toString()).contains("P1", "P2");
        assertThat(run("records", "--limit", "0").exit()).isEqualTo(ExitCode.USAGE);
    }
}
