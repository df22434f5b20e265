package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole UCI Online Retail file through the launcher, held against figures that were computed elsewhere. */
class OnlineRetailTest {
    @TempDir
    private static Path folder;

    private static Path workspace;
    private static Product.Result imported;
    private static Holder holder;
    private static String truth;

    @BeforeAll
    static void importTheWholeFile() throws Exception {
        Path file = Product.data("online_retail/online_retail.csv.gz");
        truth = Files.readString(Product.data("online_retail/GROUND_TRUTH.md"));
        workspace = folder.resolve("retail");
        imported = Product.call(workspace, "--json", "import", file.toString());
        holder = Holder.of(workspace);
    }

    @AfterAll
    static void letGo() throws Exception {
        holder.end();
    }

    @Test
    void everyRowIsReadAndLoaded() {
        assertThat(imported.exit()).as(imported.err()).isZero();
        JsonNode report = imported.json();
        assertThat(report.get("entity").asText()).isEqualTo("order_line");
        assertThat(report.get("rowsRead").asLong()).isEqualTo(541_909);
        assertThat(report.get("rowsLoaded").asLong()).isEqualTo(541_909);
        assertThat(report.get("rowsRejected").asLong()).isZero();
        assertThat(report.get("rejectsFile").isNull()).isTrue();
        assertThat(report.get("mapping").get("recipe").asText()).isEqualTo("clientele.core/online-retail");
        assertThat(report.get("seconds").asDouble()).isPositive();
    }

    @Test
    void theSameContentIsNoticedAndNotLoadedTwice() {
        Product.Result again = Product.call(
                workspace,
                "--json",
                "import",
                Product.data("online_retail/online_retail.csv.gz").toString());
        assertThat(again.exit()).isZero();
        assertThat(again.json().get("rowsLoaded").asLong()).isZero();
        assertThat(value("revenue")).isEqualTo(9_747_747.93, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        "revenue, 9747747.93, 0.005",
        "sales, 10666684.54, 0.005",
        "known-customer-sales, 8911407.90, 0.005",
        "orders, 19960, 0",
        "customers, 4338, 0",
        "average-order-value, 534.40, 0.005",
        "return-rate, 0.0841, 0.00005",
        "units, 5176450, 0"
    })
    void aMetricOfAllDataIsExact(String metric, double expected, double tolerance) {
        assertThat(value(metric)).isCloseTo(expected, within(tolerance));
    }

    @Test
    void revenueByMonthAgreesToThePenny() {
        List<String> expected = new ArrayList<>();
        Matcher row = Pattern.compile(
                        "(?m)^\\| (\\d{4}-\\d{2}) \\| ([-\\d,.]+) \\| ([-\\d,.]+) \\| ([-\\d,.]+) \\| (\\d+) \\| (\\d+) \\|$")
                .matcher(truth);
        while (row.find()) {
            expected.add(row.group(1) + "-01 " + plain(row.group(2)) + " " + plain(row.group(3)) + " "
                    + plain(row.group(4)) + " " + row.group(5));
        }
        assertThat(expected).hasSize(13);
        JsonNode answer = query("revenue", "sales", "known-customer-sales", "customers", "--by", "month");
        List<String> actual = new ArrayList<>();
        for (JsonNode r : answer.get("rows")) {
            actual.add(r.get(0).asText() + " " + money(r.get(1)) + " " + money(r.get(2)) + " " + money(r.get(3)) + " "
                    + r.get(4).asLong());
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(answer.get("dataAsOf").asText()).isEqualTo("2011-12-09T12:50:00");
        assertThat(answer.get("columns").get(1).get("unit").asText()).isEqualTo("GBP");
    }

    @Test
    void topProductsCountriesAndCustomersAgree() {
        assertThat(top("revenue", "product")).isEqualTo(truthTable("## Top 10 StockCodes by revenue (net"));
        assertThat(top("known-customer-sales", "product"))
                .isEqualTo(truthTable("## Top 10 StockCodes by revenue (clean"));
        assertThat(top("known-customer-sales", "country")).isEqualTo(truthTable("## Top 10 countries"));
        assertThat(top("known-customer-sales", "customer")).isEqualTo(truthTable("## Top 10 customers"));
    }

    @Test
    void anIncompleteLastMonthIsComparedWithTheSameElapsedPart() {
        JsonNode rows =
                query("revenue", "--by", "month", "--compare", "year-before").get("rows");
        JsonNode december = rows.get(rows.size() - 1);
        assertThat(december.get(0).asText()).isEqualTo("2011-12-01");
        assertThat(money(december.get(1))).isEqualTo("433668.01");
        assertThat(money(december.get(2))).isEqualTo("345918.12");
        assertThat(december.get(3).asDouble()).isCloseTo(0.254, within(0.0005));
    }

    @Test
    void datesAreInclusiveAndFiltersApply() {
        JsonNode day = query("orders", "--from", "2011-12-09", "--to", "2011-12-09");
        assertThat(day.get("rows").get(0).get(0).asLong()).isPositive();
        JsonNode france = query("known-customer-sales", "--where", "country = 'France'");
        assertThat(money(france.get("rows").get(0).get(0))).isEqualTo("209024.05");
    }

    @Test
    void rankingsLeaveChargesOutWhenAskedTo() {
        JsonNode goods = query("revenue", "--by", "product", "--top", "1", "--exclude-charges");
        assertThat(goods.get("rows").get(0).get(0).asText()).isEqualTo("22423");
        JsonNode all = query("revenue", "--by", "product", "--top", "1");
        assertThat(all.get("rows").get(0).get(0).asText()).isEqualTo("DOT");
    }

    @Test
    void customersSayHowMuchOfTheSalesHasOne() {
        JsonNode caveats = query("customers").get("caveats");
        assertThat(caveats).hasSize(1);
        assertThat(caveats.get(0).get("kind").asText()).isEqualTo("CUSTOMERS_UNKNOWN");
        assertThat(caveats.get(0).get("message").asText()).isEqualTo("83.5 % of sales have a known customer.");
    }

    @Test
    void aSettingIsKeptAndCounts() {
        assertThat(Product.call(workspace, "settings", "fiscal-year-start", "april")
                        .exit())
                .isZero();
        JsonNode years = query("revenue", "--by", "year").get("rows");
        assertThat(years.get(0).get(0).asText()).isEqualTo("2010-04-01");
        assertThat(Product.call(workspace, "query", "revenue", "--by", "year").out())
                .contains("FY 2011/12");
        assertThat(Product.call(workspace, "--json", "settings", "fiscal-year-start", "default")
                        .json()
                        .get("value")
                        .asText())
                .isEqualTo("january");
        assertThat(query("revenue", "--by", "year").get("rows").get(0).get(0).asText())
                .isEqualTo("2010-01-01");
    }

    @Test
    void newAndReturningCustomersAddUp() {
        for (JsonNode r : query("customers", "new-customers", "returning-customers", "--by", "month")
                .get("rows")) {
            assertThat(r.get(2).asLong() + r.get(3).asLong()).isEqualTo(r.get(1).asLong());
        }
        assertThat(value("new-customers")).isEqualTo(4338);
        JsonNode march = query("new-customers", "--from", "2011-03-01", "--to", "2011-03-31");
        assertThat(march.get("rows").get(0).get(0).asLong()).isEqualTo(452);
    }

    @Test
    void theOverviewRendersAsAPicture() throws Exception {
        for (String theme : List.of("light", "dark")) {
            Path svg = folder.resolve("overview-" + theme + ".svg");
            Product.Result r = Product.call(workspace, "render", "overview", "--out", svg.toString(), "--theme", theme);
            assertThat(r.exit()).as(r.err()).isZero();
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String text = factory.newDocumentBuilder()
                    .parse(svg.toFile())
                    .getDocumentElement()
                    .getTextContent()
                    // The letters of an embedded font may spell anything.
                    .replaceAll("base64,[A-Za-z0-9+/=]+", "");
            assertThat(text).contains("Revenue", "GBP 9.75M", "20.0k", "4,338", "United Kingdom", "REGENCY CAKESTAND");
            assertThat(text).doesNotContain("NaN", "null");
        }
    }

    @Test
    void theOverviewComesOutAsPixelsPagesAndADocument() throws Exception {
        Path png = folder.resolve("overview.png");
        assertThat(Product.call(workspace, "render", "overview", "--out", png.toString(), "--scale", "2")
                        .exit())
                .isZero();
        assertThat(javax.imageio.ImageIO.read(png.toFile()).getWidth()).isEqualTo(2560);
        for (String[] command : new String[][] {{"render", "overview"}, {"report"}}) {
            Path pdf = folder.resolve(command[0] + ".pdf");
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(List.of("--out", pdf.toString()));
            Product.Result r = Product.call(workspace, all.toArray(String[]::new));
            assertThat(r.exit()).as(r.err()).isZero();
            try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
                assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                        .contains("GBP 9.75M", "20.0k", "4,338", "United Kingdom", "REGENCY CAKESTAND")
                        .contains("9 Dec 2011");
            }
        }
        Path html = folder.resolve("report.html");
        assertThat(Product.call(workspace, "report", "--out", html.toString()).exit())
                .isZero();
        assertThat(html).content().contains("GBP 9.75M", "83.5 % of sales have a known customer");
    }

    @Test
    void theFiguresOfAnExportAreThoseOfTheQuery() throws Exception {
        Path csv = folder.resolve("countries.csv");
        Product.Result r = Product.call(
                workspace, "render", "overview", "--tile", "revenue-by-country", "--no-mark", "--out", csv.toString());
        assertThat(r.exit()).as(r.err()).isZero();
        List<String> exported = Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .toList();
        List<String> asked = Product.call(
                        workspace, "query", "revenue", "--by", "country", "--top", "10", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .toList();
        assertThat(exported).hasSize(10).isEqualTo(asked);
        assertThat(folder.resolve("countries-about.txt")).content().contains("Data as of: 9 Dec 2011, 12:50");
    }

    @Test
    void theGalleryHasAPictureOfEveryKindInBothThemes() {
        Path gallery = folder.resolve("gallery");
        Product.Result r = Product.call(workspace, "--json", "gallery", "--out", gallery.toString());
        assertThat(r.exit()).as(r.err()).isZero();
        List<String> kinds = new ArrayList<>();
        for (JsonNode picture : r.json().get("pictures")) {
            kinds.add(picture.get("kind").asText());
            for (String ending : List.of("-light.svg", "-light.png", "-dark.svg", "-dark.png")) {
                assertThat(gallery.resolve(picture.get("name").asText() + ending))
                        .isNotEmptyFile();
            }
        }
        assertThat(kinds).contains("kpi", "line", "bar", "table");
        assertThat(gallery.resolve("index.html")).content().contains("line-light.svg", "line-dark.svg");
    }

    private static JsonNode query(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--json", "query"));
        all.addAll(List.of(arguments));
        Product.Result r = Product.call(workspace, all.toArray(String[]::new));
        assertThat(r.exit()).as(r.err()).isZero();
        return r.json();
    }

    private static double value(String metric) {
        return query(metric).get("rows").get(0).get(0).asDouble();
    }

    private static List<String> top(String metric, String dimension) {
        List<String> rows = new ArrayList<>();
        for (JsonNode r : query(metric, "--by", dimension, "--top", "10").get("rows")) {
            rows.add(r.get(0).asText() + " " + money(r.get(1)));
        }
        return rows;
    }

    private static List<String> truthTable(String heading) {
        String section = truth.substring(truth.indexOf(heading));
        section =
                section.substring(0, section.indexOf("\n## ", 5) < 0 ? section.length() : section.indexOf("\n## ", 5));
        List<String> rows = new ArrayList<>();
        Matcher row =
                Pattern.compile("(?m)^\\| ([^|]+) \\| ([\\d,]+\\.\\d{2}) \\|").matcher(section);
        while (row.find()) {
            rows.add(row.group(1) + " " + plain(row.group(2)));
        }
        assertThat(rows).hasSize(10);
        return rows;
    }

    private static String plain(String figure) {
        return figure.replace(",", "");
    }

    private static String money(JsonNode node) {
        return node.decimalValue().setScale(2, java.math.RoundingMode.HALF_EVEN).toPlainString();
    }
}
