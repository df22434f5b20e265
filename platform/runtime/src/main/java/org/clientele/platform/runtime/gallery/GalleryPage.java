package org.clientele.platform.runtime.gallery;

import java.util.List;
import org.clientele.platform.charts.SvgText;
import org.clientele.sdk.text.Texts;

/** The page that shows the pictures of a gallery side by side, as files beside it. */
public final class GalleryPage {
    private static final Texts TEXTS = Texts.of(GalleryPage.class);

    private static final String STYLE = """
        :root{color-scheme:light dark}
        body{font:15px/1.5 Roboto,'Helvetica Neue',Arial,sans-serif;margin:32px;background:#f5f6f8;color:#1b2330}
        @media (prefers-color-scheme:dark){body{background:#14171c;color:#e8ecf1}}
        h1{font-size:28px;font-weight:500}
        h2{font-size:18px;font-weight:500;margin:40px 0 8px}
        .pair{display:flex;flex-wrap:wrap;gap:16px}
        img{max-width:100%;height:auto}
        .pair div{padding:16px;border-radius:8px}
        .light{background:#f5f6f8}
        .dark{background:#14171c}
        """;

    private GalleryPage() {}

    /** The whole document. */
    public static String of(String workspace, List<GalleryPicture> pictures) {
        StringBuilder s = new StringBuilder(1 << 14);
        String title = SvgText.escape(TEXTS.get("gallery.page.gallery", workspace));
        s.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'"
                        + " file:; style-src 'unsafe-inline'\">\n")
                .append("<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n")
                .append("<body>\n<h1>")
                .append(title)
                .append("</h1>\n");
        for (GalleryPicture picture : pictures) {
            s.append("<h2 id=\"")
                    .append(SvgText.escape(picture.name()))
                    .append("\">")
                    .append(SvgText.escape(picture.name()))
                    .append("</h2>\n<div class=\"pair\">\n");
            for (String theme : List.of("light", "dark")) {
                String alt = SvgText.escape(TEXTS.get("gallery.page.alt." + theme, picture.title()));
                s.append("<div class=\"")
                        .append(theme)
                        .append("\"><img src=\"")
                        .append(SvgText.escape(picture.name()))
                        .append('-')
                        .append(theme)
                        .append(".svg\" alt=\"")
                        .append(alt)
                        .append("\"></div>\n");
            }
            s.append("</div>\n");
        }
        return s.append("</body>\n</html>\n").toString();
    }
}
