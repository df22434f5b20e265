package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SetsCommandTest extends CommandTest {
    @Test
    void setsAreMadeAskedForComparedExportedAndDeleted() throws Exception {
        assertThat(run("sets").out()).startsWith("No customer sets yet.");
        Path lines = workspace().resolveSibling("lines.csv");
        Files.writeString(
                lines,
                "order_id,ordered_at,customer_id,product_id,quantity,unit_price,country\n"
                        + "1,2026-01-01,c1,p1,2,5,France\n2,2026-01-02,c2,p1,1,7,Spain\n3,2026-01-03,c1,p1,1,1,Spain\n");
        assertThat(run("import", lines.toString()).exit()).isZero();
        Said made = run("sets", "create", "In France", "--of", "country=France");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).contains("set.in_france  In France: 1 customers (50.0 %)");
        assertThat(run("sets", "create", "Spain", "--where", "country = 'Spain'", "--rule")
                        .exit())
                .isZero();
        assertThat(run("query", "revenue", "--by", "set.in_france", "--format", "csv")
                        .out())
                .contains("\nin,11\n")
                .contains("\nnot in,7\n");
        assertThat(run("query", "orders", "--where", "set.spain = 'in'", "--format", "csv")
                        .out())
                .contains("\n3\n");
        assertThat(run("sets", "combine", "Only Spain", "difference", "spain", "in_france")
                        .exit())
                .isZero();
        JsonNode compared = run("--json", "sets", "compare", "in_france", "spain", "--by", "country")
                .json();
        assertThat(compared.get("jaccard").asDouble()).isEqualTo(0.5);
        assertThat(compared.has("country")).isTrue();
        Path out = workspace().resolveSibling("spain.csv");
        assertThat(run("sets", "export", "spain", "--out", out.toString()).exit())
                .isZero();
        assertThat(Files.readString(out)).contains("c1").contains("c2");
        assertThat(run("sets", "rename", "in_france", "French").exit()).isZero();
        assertThat(run("sets", "delete", "french").exit()).isZero();
        assertThat(run("query", "revenue", "--by", "set.french").err()).contains("clientele sets restore french");
        assertThat(run("sets", "restore", "french").exit()).isZero();
        assertThat(run("--json", "sets", "list").json()).hasSize(3);
    }

    @Test
    void mistakesAreUsageErrorsThatSayWhatToWrite() {
        assertThat(run("sets", "burn").err()).contains("list, create, show");
        assertThat(run("sets", "create").err()).contains("create needs a name");
        assertThat(run("sets", "show", "x").err()).contains("There is no customer set \"x\". None was made yet.");
        assertThat(run("sets", "combine", "a", "xor", "b", "c").err()).contains("union, intersection or difference");
        assertThat(run("sets", "create", "Nobody").exit()).isEqualTo(ExitCode.USAGE);
    }
}
