package org.clientele.platform.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.clientele.platform.charts.DashboardLayout;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.platform.charts.SvgFonts;
import org.clientele.platform.charts.SvgOptions;
import org.clientele.platform.charts.SvgText;
import org.clientele.platform.charts.SvgWriter;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * Writes a report as one file of HTML that needs nothing else: pictures and letters are inside, in the colours that the reader's
 * system asks for, and a policy in its head forbids scripts and everything from outside. Under each picture its figures unfold as a
 * table. On paper it is light, a dashboard a page.
 */
public final class HtmlReport {
    private static final Texts TEXTS = Texts.of(HtmlReport.class);

    private static final double WIDTH = 1200;

    private static final String STYLE = """
            :root{color-scheme:light dark;--canvas:#f5f6f8;--text:#1b2330;--quiet:#667085;--border:#e3e6eb;--warning:#b54708;--accent:#2f6fed}
            *{box-sizing:border-box}
            body{margin:0 auto;max-width:1248px;padding:24px;background:var(--canvas);color:var(--text);line-height:1.45}
            header{padding-bottom:8px;margin-bottom:16px;border-bottom:1px solid var(--border)}
            h1{font-size:28px;font-weight:500;margin:0 0 4px}
            h2{font-size:22px;font-weight:500;margin:32px 0 2px}
            p{margin:0 0 16px}
            .quiet,footer{color:var(--quiet);font-size:13px}
            .tiles{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:16px}
            figure{margin:0}
            .span-1{grid-column:span 1}
            .span-2{grid-column:span 2}
            .span-3{grid-column:span 3}
            .span-4{grid-column:span 4}
            .span-5{grid-column:span 5}
            .span-6{grid-column:span 6}
            .span-7{grid-column:span 7}
            .span-8{grid-column:span 8}
            .span-9{grid-column:span 9}
            .span-10{grid-column:span 10}
            .span-11{grid-column:span 11}
            .span-12{grid-column:span 12}
            figure svg{display:block;width:100%;height:auto}
            .dark{display:none}
            details{margin-top:8px;font-size:13px}
            summary{cursor:pointer;color:var(--quiet)}
            summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            .scroll{overflow:auto;max-height:420px;margin-top:8px;border:1px solid var(--border)}
            table{border-collapse:collapse;width:100%}
            th,td{padding:4px 10px;text-align:left;border-bottom:1px solid var(--border);vertical-align:top}
            th{font-weight:500}
            thead th{position:sticky;top:0;background:var(--canvas)}
            .n{text-align:right;white-space:nowrap}
            aside{margin-top:16px;padding:12px 16px;border-left:3px solid var(--warning);font-size:13px}
            aside h3{font-size:13px;font-weight:500;margin:0 0 4px}
            aside ul{margin:0;padding-left:18px}
            footer{margin-top:32px;padding-top:12px;border-top:1px solid var(--border)}
            @media (prefers-color-scheme:dark){
            :root{--canvas:#14171c;--text:#e8ecf1;--quiet:#98a2b3;--border:#2a313a;--warning:#fdb022;--accent:#5b95ff}
            .dark{display:block}
            .light{display:none}
            }
            @media screen and (max-width:760px){
            body{padding:16px}
            .tiles{display:block}
            figure{margin-bottom:16px}
            }
            @media print{
            @page{size:A4 landscape;margin:12mm;@bottom-right{content:%pages%;font-size:9pt}}
            :root{color-scheme:light;--canvas:#fff;--text:#1b2330;--quiet:#667085;--border:#e3e6eb;--warning:#b54708}
            body{max-width:none;padding:0}
            .light{display:block}
            .dark{display:none}
            section+section{break-before:page}
            figure,aside{break-inside:avoid}
            h2{break-after:avoid}
            }
            """;

    private final Report report;
    private final List<Scene> scenes = new ArrayList<>();
    private final StringBuilder body = new StringBuilder(1 << 16);
    private final StringBuilder written = new StringBuilder();
    private final Watch watch;

    private HtmlReport(Report report, Watch watch) {
        this.report = report;
        this.watch = watch;
    }

    /**
     * Writes the document; {@code out} stays open.
     *
     * @throws IOException if {@code out} cannot be written to
     */
    public static void write(Report report, OutputStream out, Watch watch) throws IOException {
        out.write(new HtmlReport(report, watch).document().getBytes(StandardCharsets.UTF_8));
    }

    private String document() {
        body.append("<header>\n<h1>").append(text(report.title())).append("</h1>\n");
        body.append("<p class=\"quiet\">").append(text(report.facts())).append("</p>\n</header>\n<main>\n");
        for (int i = 0; i < report.chapters().size(); i++) {
            chapter(report.chapters().get(i), "c" + i);
        }
        if (report.chapters().isEmpty()) {
            body.append("<p>").append(text(TEXTS.get("no.dashboards"))).append("</p>\n");
        }
        body.append("</main>\n<footer>").append(text(report.notes().all())).append("</footer>\n");
        String style = SvgFonts.rules(scenes, written.toString()) + "body,svg{font-family:" + SvgFonts.FAMILY + ";"
                + SvgFonts.SETTINGS + "}\n" + STYLE.replace("%pages%", pages());
        return "<!DOCTYPE html>\n<html lang=\"" + Texts.locale().toLanguageTag()
                + "\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; font-src data:; style-src 'sha256-"
                + sha256(style) + "'; base-uri 'none'; form-action 'none'\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>\n"
                + "<meta name=\"description\" content=\"" + SvgText.escape(report.description()) + "\"/>\n"
                + "<title>" + SvgText.escape(report.title()) + "</title>\n<style>" + style
                + "</style>\n</head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }

    /** The number of a printed page, which the reader's program counts: strings and counters of CSS, as the language orders them. */
    private static String pages() {
        return "\""
                + TEXTS.get("report.pages.page", "\u0001", "\u0002")
                        .replace("\\", "")
                        .replace("\"", "")
                        .replace("\u0001", "\" counter(page) \"")
                        .replace("\u0002", "\" counter(pages) \"")
                + "\"";
    }

    private void chapter(Chapter chapter, String id) {
        if (report.isCalled(chapter)) {
            body.append("<section>\n");
        } else {
            body.append("<section aria-labelledby=\"")
                    .append(id)
                    .append("\">\n<h2 id=\"")
                    .append(id);
            body.append("\">").append(text(chapter.dashboard().title())).append("</h2>\n");
        }
        if (!chapter.dashboard().description().isBlank()) {
            body.append("<p class=\"quiet\">");
            body.append(text(chapter.dashboard().description())).append("</p>\n");
        }
        body.append("<div class=\"tiles\">\n");
        DashboardLayout layout = new DashboardLayout();
        double inset = layout.margin(WIDTH);
        List<Placed> tiles = layout.place(chapter.dashboard().tiles(), WIDTH + 2 * inset, report.cards()::minWidth);
        double column = (WIDTH - 11 * DashboardLayout.GUTTER) / 12;
        for (int i = 0; i < tiles.size(); i++) {
            Placed tile = tiles.get(i);
            long span = Math.max(
                    1, Math.round((tile.width() + DashboardLayout.GUTTER) / (column + DashboardLayout.GUTTER)));
            body.append("<figure class=\"span-").append(Math.min(12, span)).append("\">\n");
            watch.check();
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                picture(chapter, tile, theme, id + "-" + i + "-" + theme.name() + "-");
            }
            chapter.tables().stream()
                    .filter(table -> table.tile().equals(tile.tile()))
                    .forEach(table -> {
                        watch.check();
                        new HtmlTable(table, report.cards().format(), this::text).write(body);
                    });
            narrowed(chapter.narrowed(tile.tile()));
            body.append("</figure>\n");
        }
        body.append("</div>\n");
        List<String> doubts = chapter.doubts(chapter.dashboard().tiles());
        if (!doubts.isEmpty()) {
            body.append("<aside>\n<h3>").append(text(TEXTS.get("bear.in.mind"))).append("</h3>\n<ul>\n");
            doubts.forEach(doubt -> body.append("<li>").append(text(doubt)).append("</li>\n"));
            body.append("</ul>\n</aside>\n");
        }
        body.append("</section>\n");
    }

    private void narrowed(List<String> filters) {
        if (!filters.isEmpty()) {
            body.append("<figcaption class=\"quiet\">");
            body.append(text(ExportNotes.only(filters))).append("</figcaption>\n");
        }
    }

    private void picture(Chapter chapter, Placed tile, Theme theme, String prefix) {
        Scene scene = report.cards()
                .scene(
                        tile.tile(),
                        chapter.content(tile.tile()),
                        chapter.metrics(),
                        chapter.view(tile.tile()),
                        theme,
                        tile.width(),
                        tile.height());
        scenes.add(scene);
        body.append("<div class=\"").append(theme.name()).append("\">\n");
        SvgWriter.write(scene, body, SvgOptions.inPage(prefix));
        body.append("</div>\n");
    }

    /** Text of the page itself, whose letters travel with it. */
    private String text(String s) {
        written.append(s);
        return SvgText.escape(s);
    }

    private static String sha256(String style) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
