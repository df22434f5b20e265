package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.Test;

class ReportTest extends RuntimeTest {
    private static RenderedReport report(Session session, String... dashboards) {
        return session.report(new ReportRequest(List.of(dashboards), PeriodChoice.ALL), CancelSignal.create());
    }

    @Test
    void everyPageSaysWhatWhenAndHowOldAndWhatToBearInMind() throws IOException {
        Session session = session(open(withShop()));
        fill(session);
        RenderedReport report = report(session);
        assertThat(report.dashboards())
                .containsExactly("acme.shop/plain", "acme.shop/mixed", "acme.shop/worked-out", "acme.shop/secret");
        assertThat(report.failures()).hasSize(3).allMatch(f -> f.startsWith("Mixed, Tile "));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.writePdf(out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThanOrEqualTo(3);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll("\\s+", " "))
                        .contains("Page " + page + " of " + pages)
                        .contains("Data as of 31 Dec 2024, 23:00")
                        .contains("All data")
                        .contains("workspace");
            }
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("Plain");
        }
    }

    @Test
    void thePageOfHtmlNeedsNothingElseAndForbidsEverythingFromOutside() throws Exception {
        Session session = session(open(withShop()));
        fill(session);
        String html = html(report(session));
        assertThat(html)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script")
                .doesNotContain(" src=")
                .doesNotContain("href=")
                .doesNotContain(" style=\"")
                .contains("default-src 'none'")
                .contains("prefers-color-scheme:dark")
                .contains("@media print");
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(style.find()).as("one style").isFalse();
        assertThat(html).contains("style-src 'sha256-" + hash + "'");
        Set<String> ids = new HashSet<>();
        Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(html);
        while (id.find()) {
            assertThat(ids.add(id.group(1))).as(id.group(1)).isTrue();
        }
        Matcher reference = Pattern.compile("url\\(#([^)]*)\\)").matcher(html);
        while (reference.find()) {
            assertThat(ids).contains(reference.group(1));
        }
        assertThat(html).contains("Data as of 31 Dec 2024, 23:00", ">Plain</h2>", "no-such-metric", "paint is empty");
    }

    @Test
    void someDashboardsComeInTheOrderWantedAndUnknownOnesAreRefused() throws IOException {
        Session session = session(open(withShop()));
        fill(session);
        RenderedReport report = report(session, "secret", "plain");
        assertThat(report.dashboards()).containsExactly("acme.shop/secret", "acme.shop/plain");
        assertThat(report.failures()).isEmpty();
        String html = html(report);
        assertThat(html.indexOf(">Secret</h2>")).isPositive().isLessThan(html.indexOf(">Plain</h2>"));
        assertRefused(ErrorCode.DASHBOARD_UNKNOWN, () -> report(session, "sky"));
    }

    @Test
    void withoutDashboardsTheDocumentSaysSo() throws IOException {
        RenderedReport report = report(session(open(withoutPlugins())));
        assertThat(html(report)).contains("There are no dashboards.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.writePdf(out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("There are no dashboards.");
        }
    }

    private static String html(RenderedReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.writeHtml(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
