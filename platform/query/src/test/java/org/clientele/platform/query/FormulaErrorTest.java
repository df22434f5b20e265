package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.clientele.sdk.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a formula is refused with the place and the reason, and reaches no engine. */
class FormulaErrorTest {
    private static final QueryContext CONTEXT = new QueryContext(Subject.local(), Policy.allowAll(), LineFacts.none());

    private static String problem(String formula, Unit unit) {
        MetricDefinition d =
                MetricDefinition.builder("test.errors/x", formula).unit(unit).build();
        var all = new ArrayList<>(CoreMetrics.definitions());
        all.add(d);
        MetricCatalog catalog = MetricCatalog.of(all);
        assertThat(catalog.all()).hasSize(12);
        assertThat(catalog.problems()).hasSize(1);
        return catalog.problems().get(0).message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sum(amount); drop table order_line | 1:12 | semicolon",
                "sum(amount) -- comment | 1:13 | comments",
                "sum(amount) /* comment */ | 1:13 | comments",
                "sum(amount) where country = 'x | 1:29 | no closing quote",
                "sum(amount) where country = \"x | 1:29 | no closing quote",
                "sum(amount) where country = 'x' or 1=1) -- | 1:41 | comments",
                "sum(amount) where country = 'x' or 1=1) | 1:39 | cannot stand here",
                "[sales | 1:1 | no closing bracket",
                "sum((select 1)) | 1:13 | cannot stand here",
                "(select max(amount) from order_line) | 1:9 | cannot stand here",
                "sum(amount) from customer | 1:13 | cannot stand here",
                "sum(amount) union sum(amount) | 1:13 | cannot stand here",
                "sum(amount) where exists(customer_id) | 1:19 | no function",
                "read_csv('/etc/passwd') | 1:1 | no function",
                "nextval('s') | 1:1 | no function",
                "sum(amount) where product-name = 'x' | 1:19 | it needs double quotes: \"product-name\"",
                "sum(secret) | 1:5 | no column or dimension \"secret\"",
                "sum(gender) | 1:5 | write customer.gender",
                "sum(customer.salary) | 1:5 | no column \"salary\" in customer",
                "sum(duckdb_settings.value) | 1:5 | no table \"duckdb_settings\"",
                "sum(amount) where $1 = 1 | 1:19 | not part of the formula language",
                "sum(amount) where ? = 1 | 1:19 | not part of the formula language",
                "sum(amount) where quantity > 0 / [sales] | 1:28 | parentheses around an aggregate",
                "sum(amount) where sum(quantity) > 1 | 1:19 | single rows",
                "sum(sum(amount)) | 1:5 | single rows",
                "amount | 1:1 | use an aggregate",
                "amount + sum(amount) | 1:8 | do not go together",
                "[sales] where quantity > 0 | 1:9 | behind an aggregate only",
                "abs(1) where quantity > 0 | 1:8 | goes with aggregates",
                "sum(distinct amount) | 1:5 | count only",
                "sum() | 1:1 | takes one value",
                "sum(amount, quantity) | 1:1 | takes one value",
                "sum(country) | 1:5 | takes a number",
                "min(country) | 1:1 | a metric is a number",
                "sum(amount) where amount | 1:19 | a condition is wanted",
                "sum(amount) where country = 5 | 1:27 | text cannot be compared with a number",
                "sum(amount) where country and true | 1:19 | a condition is wanted",
                "sum(amount) where ordered_at > 'soon' | 1:30 | is not a moment",
                "sum(amount) where ordered_at > date '2024-02-30' | 1:32 | is not a date",
                "sum(amount) where x'41' = country | 1:19 | cannot stand before a text",
                "sum(amount) where amount like 'a%' | 1:19 | compares text",
                "sum(amount) where country like customer | 1:32 | cannot stand here",
                "sum(-country) | 1:5 | before a number",
                "sum(country + 1) | 1:13 | calculates with numbers",
                "round(sum(amount), 99) | 1:1 | round takes",
                "round(sum(amount), count()) | 1:1 | round takes",
                "coalesce(sum(amount), 'x') | 1:1 | coalesce takes",
                "abs() | 1:1 | abs takes",
                "[nonsense] | 1:1 | No metric is called",
                "[] | 1:1 | No metric is called",
                "99999999999999999999 | 1:1 | at most 18 digits",
                "sum(amount) where in_period(amount) | 1:19 | dates or moments",
                "sum(amount) + [orders] | 1:13 | orders cannot be added to money",
                "sum(amount) + count() | 1:13 | a count cannot be added to money",
                "sum(quantity) - sum(amount) | 1:15 | subtracted from",
                "sum(amount) where unit_price > quantity | 1:30 | money cannot be compared with units",
                "sum(amount * unit_price) | 1:12 | money cannot be multiplied by money",
                "greatest(sum(amount), [orders]) | 1:1 | mixes money with orders",
                "` ` | 1:2 | it is empty",
                "sum(amount) + | 1:14 | too early",
                "sum(amount | 1:11 | too early",
            })
    void aWrongFormulaIsRefusedAtItsPlace(String formula, String place, String reason) {
        String message = problem(formula, Unit.money());
        assertThat(message)
                .startsWith("The formula of test.errors/x, " + place + ": ")
                .contains(reason);
        int caret = Integer.parseInt(place.split(":")[1]) + 1;
        assertThat(message.lines().skip(1).toList()).hasSize(2);
        assertThat(message.lines().toList().get(2)).isEqualTo(" ".repeat(caret) + "^");
    }

    @Test
    void thePlaceIsThatOfTheSecondLineToo() {
        assertThat(problem("sum(amount)\n  where nothing > 0", Unit.money()))
                .contains(", 2:9: ")
                .endsWith("\n    where nothing > 0\n          ^");
    }

    @ParameterizedTest
    @CsvSource({
        "sum(amount),orders,'',counts money",
        "sum(amount),'','',counts money",
        "[sales] / [orders],money,'',counts money per order",
        "[sales] / [orders],money,customers,counts money per order",
        "[sales] / [revenue],money,'',counts ratio",
        "count(),money,'',counts a count",
        "[orders] - [orders],customers,'',counts orders",
        "sum(amount),GBP,'',counts money",
    })
    void aUnitThatTheFormulaDoesNotHaveIsRefused(String formula, String of, String per, String reason) {
        assertThat(problem(formula, new Unit(of, per))).contains(reason).contains("declares");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "sum(amount),money,\"\"",
                "count(),rows,\"\"",
                "count(),\"\",\"\"",
                "count() / count(),ratio,\"\"",
                "count() / [orders],lines,orders",
                "[sales] / count(distinct product_id),money,products",
                "[average-order-value] * [orders],money,\"\"",
                "[sales] / [revenue],ratio,\"\"",
                "100 * [return-rate],ratio,\"\"",
                "sum(quantity * unit_price),money,\"\"",
                "\"coalesce([sales] - 1, 0)\",money,\"\"",
                "1 / [orders],\"\",orders",
            })
    void aUnitThatTheFormulaHasIsAccepted(String formula, String of, String per) {
        MetricDefinition d = MetricDefinition.builder("test.errors/x", formula)
                .unit(new Unit(of, per))
                .build();
        var all = new ArrayList<>(CoreMetrics.definitions());
        all.add(d);
        assertThat(MetricCatalog.of(all).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "not ", "abs(", "sum(", "[", "((((-"})
    void deepNestingIsRefusedAndOverflowsNothing(String piece) {
        for (int depth : new int[] {40, 1_900, 100_000}) {
            assertThat(problem(piece.repeat(depth) + "1", Unit.none())).startsWith("The formula of test.errors/x, 1:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+", "count()+", "1-"})
    void longChainsAreRefusedAndOverflowNothing(String piece) {
        assertThat(problem(piece.repeat(300) + "1", Unit.none())).contains("levels deep");
    }

    @Test
    void metricsThatMultiplyAreRefusedBeforeTheyAreLarge() {
        List<MetricDefinition> all = new ArrayList<>();
        all.add(MetricDefinition.builder("test.bomb/m0", "count()").build());
        for (int i = 1; i < 40; i++) {
            String one = "[m" + (i - 1) + "]";
            all.add(MetricDefinition.builder("test.bomb/m" + i, one + "+" + one + "+" + one + "+" + one)
                    .build());
        }
        MetricCatalog catalog = MetricCatalog.of(all);
        assertThat(catalog.all()).hasSizeBetween(3, 10);
        assertThat(catalog.problems().get(0).message()).contains("more than 5,000 parts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(amount); x",
                "nextval('s')",
                "sum(secret)",
                "sum(gender)",
                "sum(amount) + count()",
                "sum(amount) where amount",
                "abs(amount)",
                "sum(round(amount, 9))",
                "min(country)",
                ""
            })
    void inAnotherLanguageNoEnglishIsLeftInWhatIsWrong(String formula) {
        Locale before = Texts.locale();
        Texts.choose(Texts.PSEUDO);
        try {
            String sentence = problem(formula, Unit.money())
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    // Names, lists of functions and columns, and what the formula says.
                    .replaceAll(
                            "\"[^\"]*\"|(?:[a-z_]+, )+[a-z_]+"
                                    + "|test\\.errors/x|money|order_line|customer\\.gender|nextval|round|count",
                            "");

            assertThat(sentence).contains("[", "]").doesNotContainPattern("\\b[A-Za-z]*[AEIOUaeiou][A-Za-z]*\\b");
        } finally {
            Texts.choose(before);
        }
    }

    @Test
    void aFilterIsHeldToTheSame() {
        QueryCompiler compiler = new QueryCompiler(MetricCatalog.of(CoreMetrics.definitions()));
        for (String wrong : List.of(
                "1=1; drop table order_line",
                "country",
                "[sales] > 1",
                "sum(amount) > 1",
                "country = (select 1)",
                "")) {
            AnalyticsException e = catchThrowableOfType(
                    AnalyticsException.class,
                    () -> compiler.compile(MetricQuery.of("sales").where(Filter.where(wrong)), CONTEXT));
            assertThat(e.code()).isEqualTo(ErrorCode.FORMULA_INVALID);
            assertThat(e.getMessage()).startsWith("The filter, 1:");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomPiecesOfTheLanguageEitherCompileOrAreRefusedWithAPlace(long seed) {
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "sum(",
                "count(",
                ")",
                "amount",
                "quantity",
                "country",
                "'x'",
                "[sales]",
                " where ",
                " and ",
                " or ",
                " not ",
                " in (",
                ",",
                "1",
                "2.5",
                "+",
                "-",
                "*",
                "/",
                "=",
                "<",
                " between ",
                " is null",
                "(",
                "date '2024-01-01'",
                "coalesce(",
                "distinct ",
                "true",
                "\"amount\"",
                ".",
                "customer.",
                "in_period(",
                "ordered_at",
                ";",
                "--",
                "é",
                "\n");
        MetricDefinition sales = CoreMetrics.definitions().get(1);
        for (int i = 0; i < 1_500; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(12); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            MetricDefinition d = MetricDefinition.builder("test.errors/x", text.toString())
                    .unit(Unit.money())
                    .build();
            MetricCatalog catalog = MetricCatalog.of(List.of(sales, d));
            assertThat(catalog.problems())
                    .as("seed %d: %s", seed, text)
                    .allSatisfy(
                            p -> assertThat(p.message()).matches("(?s)The formula of test.errors/x, \\d+:\\d+: .*\\^"));
            if (catalog.problems().isEmpty()) {
                new QueryCompiler(catalog).compile(MetricQuery.of("errors/x"), CONTEXT);
            }
        }
    }
}
