package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgWriterTest {
    @Test
    void aDashboardIsWellFormedAndSaysItsFigures() throws Exception {
        Scene scene = GalleryTest.dashboard(Theme.LIGHT, 1280);
        Document svg = parse(SvgWriter.toString(scene, SvgOptions.standard()));
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("graphics-document document");
        List<String> labels = attributes(svg, "aria-label");
        assertThat(labels)
                .anyMatch(s -> s.startsWith("November 2011, Revenue GBP 1,461,756.25"))
                .anyMatch(s -> s.startsWith("Netherlands, Sales GBP 285,446.34"))
                .anyMatch(s -> s.contains("Exact GBP 9,747,747.93"))
                .anyMatch(s -> s.contains("22423  REGENCY CAKESTAND 3 TIER") && s.contains("12,980"));
        for (Hit hit : HitTest.all(scene)) {
            assertThat(labels).contains(hit.datum().sentence());
        }
    }

    @Test
    void everyMarkHasARoleAndANameAndMarksOfMarksAreGroups() throws Exception {
        Datum outer = new Datum("France", List.of(), Map.of());
        Datum inner = new Datum("", List.of(new Datum.Entry("Revenue", "GBP 9")), Map.of());
        Node.Rect box = new Node.Rect(0, 0, 9, 9, 0, null, null);
        Node.Group mark = Node.Group.of("same id", inner, List.of(box));
        Node.Group both = Node.Group.of("same id", outer, List.of(mark));
        Scene scene = new Scene(9, 9, "t", "d", Node.Group.at(0, 0, List.of(both)));
        Document svg = parse(SvgWriter.toString(scene, SvgOptions.standard()));
        NodeList groups = svg.getElementsByTagName("g");
        assertThat(((Element) groups.item(0)).getAttribute("role")).isEqualTo("graphics-object group");
        assertThat(((Element) groups.item(1)).getAttribute("role")).isEqualTo("graphics-object group");
        assertThat(((Element) groups.item(1)).getAttribute("aria-label")).isEqualTo("France");
        assertThat(((Element) groups.item(1)).getAttribute("id")).isEqualTo("same_id");
        assertThat(((Element) groups.item(2)).getAttribute("role")).isEqualTo("graphics-symbol img");
        assertThat(((Element) groups.item(2)).getAttribute("aria-label")).isEqualTo("Revenue GBP 9");
        assertThat(((Element) groups.item(2)).getAttribute("id")).isEqualTo("same_id-2");
    }

    @Test
    void whatIsNamedInAFileIsInIt() throws Exception {
        Scene scene = GalleryTest.dashboard(Theme.LIGHT, 1280);
        for (SvgOptions options : List.of(SvgOptions.standard(), SvgOptions.inPage("a-"))) {
            Document svg = parse(SvgWriter.toString(scene, options));
            List<String> ids = attributes(svg, "id");
            List<String> named = new java.util.ArrayList<>();
            for (String attribute : List.of("fill", "clip-path")) {
                attributes(svg, attribute).stream()
                        .filter(v -> v.startsWith("url("))
                        .forEach(v -> named.add(v.substring(5, v.length() - 1)));
            }
            named.addAll(attributes(svg, "aria-labelledby"));
            named.addAll(attributes(svg, "aria-describedby"));
            assertThat(named).hasSizeGreaterThan(10);
            assertThat(ids).containsAll(named);
            assertThat(ids).allMatch(id -> id.startsWith(options.prefix()));
            assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        }
    }

    @Test
    void aPartOfAPageBringsNoStyleOfItsOwn() {
        String part = SvgWriter.toString(GalleryTest.dashboard(Theme.LIGHT, 1280), SvgOptions.inPage("a-"));
        assertThat(part).startsWith("<svg viewBox").doesNotContain("style").doesNotContain("xmlns=");
    }

    @Test
    void idsAreUnique() throws Exception {
        Document svg = parse(SvgWriter.toString(GalleryTest.dashboard(Theme.DARK, 1048), SvgOptions.standard()));
        Set<String> seen = new HashSet<>();
        for (String id : attributes(svg, "id")) {
            assertThat(seen.add(id)).as(id).isTrue();
        }
    }

    @Test
    void markupAndForbiddenCharactersInLabelsDoNoHarm() throws Exception {
        String evil = "<script>&\"'\u0000\u000B\uD800 \uFFFF 中文 😀";
        Node.Group group = Node.Group.of(
                "a\"b",
                new Datum(evil, List.of(), Map.of()),
                List.of(
                        new Node.Rect(0, 0, 9, 9, 2, new Fill(0x80FF0000, 0), null),
                        new Node.Text(
                                1,
                                2,
                                evil,
                                new TextStyle(12, TextStyle.Weight.BOLD, 0xFF000000),
                                Node.Text.Anchor.END)));
        Document svg = parse(SvgWriter.toString(new Scene(10, 10, evil, evil, group), SvgOptions.standard()));
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).contains("中文 😀");
    }

    @Test
    void lettersTravelWithTheFileOnlyIfWanted() {
        Scene scene = GalleryTest.dashboard(Theme.LIGHT, 1280);
        assertThat(SvgWriter.toString(scene, SvgOptions.standard()))
                .contains("@font-face")
                .contains("font/ttf;base64,");
        assertThat(SvgWriter.toString(scene, SvgOptions.standard().embedFonts(false)))
                .doesNotContain("@font-face");
    }

    @Test
    void theLettersOfAFileAreAFontOfTheirOwnWithTheWidthsOfTheWhole() throws Exception {
        java.util.Set<Integer> letters = Set.of((int) 'G', (int) 'B', (int) 'P', (int) '7', 0x2212, 0x4E2D);
        byte[] bytes = java.util.Base64.getDecoder().decode(FontSubset.base64(TextStyle.Weight.MEDIUM, letters));
        try (var font =
                new org.apache.fontbox.ttf.TTFParser().parse(new org.apache.pdfbox.io.RandomAccessReadBuffer(bytes))) {
            assertThat(font.getTableMap())
                    .containsKeys("OS/2", "cmap", "name", "post")
                    .doesNotContainKeys("GSUB", "GPOS", "GDEF", "hdmx");
            assertThat(font.getUnicodeCmapLookup().getGlyphId('a')).isZero();
            for (int cp : List.of((int) 'G', (int) '7', 0x2212)) {
                double width = font.getAdvanceWidth(font.getUnicodeCmapLookup().getGlyphId(cp))
                        / (double) font.getUnitsPerEm();
                assertThat(width)
                        .isCloseTo(
                                RobotoMeasure.get().width(Character.toString(cp), 1, TextStyle.Weight.MEDIUM),
                                org.assertj.core.data.Offset.offset(1e-6));
            }
        }
    }

    static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> attributes(Document svg, String name) {
        NodeList all = svg.getElementsByTagName("*");
        List<String> out = new java.util.ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element e = (Element) all.item(i);
            if (e.hasAttribute(name)) {
                out.add(e.getAttribute(name));
            }
        }
        return out;
    }
}
