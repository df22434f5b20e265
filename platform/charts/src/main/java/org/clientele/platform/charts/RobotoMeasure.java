package org.clientele.platform.charts;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.clientele.platform.charts.font.Roboto;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.TextMeasure;
import org.clientele.sdk.scene.TextStyle;

/**
 * Advances of the bundled Roboto. The fonts are read once, on the first use; after that a width is a sum of array
 * elements. A glyph that Roboto lacks counts as a square if it is ideographic, else as a broad letter.
 */
public final class RobotoMeasure implements TextMeasure {
    private static final int BMP = 0x10000;
    private static final float SQUARE = 1f;
    private static final float BROAD = 0.62f;

    /** Reading waits for the first use, and happens once a process. */
    private static final class Loaded {
        static final RobotoMeasure INSTANCE = new RobotoMeasure();
    }

    private final Map<TextStyle.Weight, float[]> advances = new EnumMap<>(TextStyle.Weight.class);

    private RobotoMeasure() {
        for (TextStyle.Weight weight : TextStyle.Weight.values()) {
            advances.put(weight, read(weight));
        }
    }

    /** The one measure of this process. */
    public static RobotoMeasure get() {
        return Loaded.INSTANCE;
    }

    @Override
    public double width(String text, double size, TextStyle.Weight weight) {
        float[] table = advances.get(weight);
        double sum = 0;
        for (int i = 0; i < text.length(); ) {
            int cp = text.codePointAt(i);
            i += Character.charCount(cp);
            float advance = table == null || cp >= BMP ? Float.NaN : table[cp];
            sum += Float.isNaN(advance) ? fallback(cp) : advance;
        }
        return sum * size;
    }

    /** Whether the bundled font has a letter. */
    public boolean has(int codePoint, TextStyle.Weight weight) {
        float[] table = advances.get(weight);
        return table != null && codePoint < BMP && !Float.isNaN(table[codePoint]);
    }

    private static float fallback(int cp) {
        return switch (Character.getType(cp)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default ->
                Character.isIdeographic(cp) || cp >= BMP || (cp >= 0x3000 && cp < 0xD800) || cp >= 0xFF00
                        ? SQUARE
                        : BROAD;
        };
    }

    /** A copy of a weight's TrueType file is open while {@code use} runs. */
    static <T> T withFont(TextStyle.Weight weight, FontUse<T> use) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Roboto.file(weight)))) {
            return use.apply(font);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, "The bundled font Roboto " + weight + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Something to do with an open font. */
    @FunctionalInterface
    interface FontUse<T> {
        T apply(TrueTypeFont font) throws IOException;
    }

    private static float[] read(TextStyle.Weight weight) {
        return withFont(weight, font -> {
            CmapLookup cmap = font.getUnicodeCmapLookup(false);
            float em = font.getUnitsPerEm();
            float[] table = new float[BMP];
            for (int cp = 0; cp < BMP; cp++) {
                int glyph = cmap.getGlyphId(cp);
                table[cp] = glyph == 0 ? Float.NaN : font.getAdvanceWidth(glyph) / em;
            }
            return table;
        });
    }
}
