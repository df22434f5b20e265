package org.clientele.platform.charts.pdf;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.clientele.platform.charts.font.FontFile;
import org.clientele.platform.charts.font.FontRun;
import org.clientele.platform.charts.font.Roboto;
import org.clientele.sdk.scene.TextStyle.Weight;

/** The fonts of one document; each is embedded with the letters used, when the document is saved. */
final class PdfFonts {
    private final PDDocument document;
    private final Map<Weight, PDFont> bundled = new EnumMap<>(Weight.class);
    private final Map<FontFile, PDFont> others = new HashMap<>();

    PdfFonts(PDDocument document) {
        this.document = document;
    }

    PDFont of(FontRun run, Weight weight) throws IOException {
        FontFile file = run.font();
        if (file != null) {
            PDFont font = others.get(file);
            if (font == null) {
                font = embed(file.open());
                others.put(file, font);
            }
            return font;
        }
        PDFont font = bundled.get(weight);
        if (font == null) {
            font = embed(new TTFParser().parse(new RandomAccessReadBuffer(Roboto.file(weight))));
            bundled.put(weight, font);
        }
        return font;
    }

    private PDFont embed(TrueTypeFont font) throws IOException {
        document.registerTrueTypeFontForClosing(font);
        // Joined letters would be read out as other characters.
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }
}
