package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls inside this module that the policy rests on. */
class QueryStructureTest {
    private static List<String> filesThatSay(String text) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> read(f).contains(text))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void onlyTheRowReaderNamesATableToReadFrom() throws IOException {
        // The members of customer sets and of segments stand in no table of the model.
        assertThat(filesThatSay("DSL.table("))
                .containsExactly("CustomersStatement.java", "PublishedJoin.java", "RowReader.java");
        assertThat(filesThatSay("createStatement")).isEmpty();
    }

    @Test
    void jooqStaysWhereSqlIsMade() throws IOException {
        assertThat(filesThatSay("import org.jooq"))
                .containsExactly(
                        "CalendarDialect.java",
                        "CellStatement.java",
                        "Conversion.java",
                        "CustomersStatement.java",
                        "Dialect.java",
                        "DuckDbDialect.java",
                        "FactsStatement.java",
                        "MembersStatement.java",
                        "MetricStatement.java",
                        "PeriodPlace.java",
                        "PublishedJoin.java",
                        "Rendered.java",
                        "RowReader.java",
                        "RowStatement.java",
                        "SqlTerms.java",
                        "WindowSide.java",
                        "WindowTables.java");
    }

    @Test
    void theParsersTypesStayInTheLanguage() throws IOException {
        assertThat(filesThatSay("import org.antlr"))
                .containsExactly("CallChecker.java", "Checker.java", "FormulaSource.java", "Formulas.java");
    }
}
