package org.clientele.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** Pages as an XML parser reads them, which is stricter than any browser. */
class HtmlReportTest {
    private static String html(Report report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(report, out, Watch.none());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parsed(String html) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> odd() {
        List<String> texts = new ArrayList<>(OddTexts.strange());
        texts.addAll(OddTexts.impossible());
        texts.addAll(OddTexts.injections());
        texts.removeIf(t -> t.length() > 1_000);
        return texts;
    }

    @Test
    void oddTextsLeaveThePageWholeAndRunNothing() throws Exception {
        Frame frame = Frame.of(Reports.texts("t<script>alert(1)</script>", odd()))
                .withCaveat(Caveat.of(Caveat.Kind.SMALL_SAMPLE, "</style><script>alert(2)</script>"));
        Document page = parsed(html(Reports.of("\"><img src=x onerror=alert(3)>", frame)));
        for (String tag :
                List.of("script", "img", "iframe", "object", "embed", "link", "a", "form", "base", "foreignObject")) {
            assertThat(all(page, tag)).as(tag).isEmpty();
        }
        for (Element e : all(page, "*")) {
            NamedNodeMap attributes = e.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                String name = attributes.item(i).getNodeName();
                assertThat(name.startsWith("on")
                                || List.of("style", "src", "href", "xlink:href").contains(name))
                        .as(e.getTagName() + " " + name)
                        .isFalse();
            }
        }
    }

    @Test
    void thePolicyAllowsOneStyleByItsHashTheLettersInsideAndNothingElse() throws Exception {
        Document page = parsed(html(Reports.of("Table", Frame.of(Reports.texts("t", List.of("a"))))));
        List<Element> styles = all(page, "style");
        assertThat(styles).hasSize(1);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(styles.get(0).getTextContent().getBytes(StandardCharsets.UTF_8)));
        List<String> policies = all(page, "meta").stream()
                .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(m -> m.getAttribute("content"))
                .toList();
        assertThat(policies)
                .containsExactly("default-src 'none'; font-src data:; style-src 'sha256-" + hash
                        + "'; base-uri 'none'; form-action 'none'");
        // A policy that comes after what it forbids comes too late.
        Element head = all(page, "head").get(0);
        List<String> order = new ArrayList<>();
        for (var n = head.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                order.add(e.hasAttribute("http-equiv") ? "policy" : e.getTagName());
            }
        }
        assertThat(order.indexOf("policy")).isLessThan(order.indexOf("style")).isLessThan(2);
    }

    @Test
    void everyFigureIsInATableForThoseWhoDoNotSee() throws Exception {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < HtmlTable.MOST_ROWS + 5; i++) {
            names.add("Member " + i);
            values.add(i + 0.25);
        }
        Frame frame = Frame.of(
                Reports.texts("name", names), Reports.column(ColumnSpec.of("value", ColumnType.DOUBLE), values));
        Document page = parsed(html(Reports.of("Members", frame)));
        Element table = all(page, "table").get(0);
        assertThat(table.getElementsByTagName("tr").getLength()).isEqualTo(HtmlTable.MOST_ROWS + 1);
        assertThat(table.getElementsByTagName("caption").item(0).getTextContent())
                .startsWith("The first 1,000 of 1,005 rows.");
        List<Element> heads = all(page, "th");
        assertThat(heads).filteredOn(h -> h.getAttribute("scope").equals("col")).hasSize(2);
        assertThat(heads.get(2).getAttribute("scope")).isEqualTo("row");
        assertThat(table.getTextContent())
                .contains("Member 999")
                .contains("999.25")
                .doesNotContain("Member 1000");
        assertThat(all(page, "summary").get(0).getTextContent()).isEqualTo("Figures: Members");
    }

    @Test
    void aTileIsShownAsItIsLookedAt() throws Exception {
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < 500; i++) {
            numbers.add(100_000 + i);
        }
        Report before = Reports.of("T", Frame.of(Reports.column(ColumnSpec.of("n", ColumnType.INTEGER), numbers)));
        Chapter plain = before.chapters().get(0);
        Chapter scrolled = new Chapter(
                plain.dashboard(),
                plain.contents(),
                plain.metrics(),
                plain.narrowed(),
                Map.of("tile-0", ViewState.initial().with("scroll", "300")));
        Report after = new Report("T", Reports.NOTES, List.of(scrolled), before.cards());
        for (Report report : List.of(before, after)) {
            List<String> shown = all(parsed(html(report)), "text").stream()
                    .map(Element::getTextContent)
                    .toList();
            assertThat(shown.contains("100,302")).isEqualTo(report == after);
            assertThat(shown.contains("100,002")).isEqualTo(report == before);
        }
    }

    @Test
    void thePageSaysWhatGoesWithIt() throws Exception {
        Frame frame = Frame.of(Reports.texts("t", List.of("a")))
                .withCaveat(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, "12 rows without a date."));
        assertThat(parsed(html(Reports.of("Table", frame))).getDocumentElement().getTextContent())
                .contains("Shop & Söhne")
                .contains("Last full month, 1 Nov 2011 – 30 Nov 2011")
                .contains("Only where country is France")
                .contains("Data as of 9 Dec 2011, 12:50")
                .contains("12 rows without a date.");
    }
}
