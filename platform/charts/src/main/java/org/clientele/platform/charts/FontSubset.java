package org.clientele.platform.charts;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.clientele.sdk.scene.TextStyle;

/** The bundled font cut down to the letters of one file. */
final class FontSubset {
    /** Without tables that name glyphs by their old numbers (substitution, kerning, device widths). */
    private static final List<String> TABLES = List.of(
            "head", "hhea", "hmtx", "maxp", "cmap", "glyf", "loca", "OS/2", "post", "name", "cvt ", "fpgm", "prep",
            "gasp");

    private FontSubset() {}

    /** A TrueType file with these characters, as base64; those that the font lacks are left to the reader's own fonts. */
    static String base64(TextStyle.Weight weight, Set<Integer> codePoints) {
        byte[] bytes = RobotoMeasure.withFont(weight, font -> {
            CmapLookup cmap = font.getUnicodeCmapLookup(false);
            TTFSubsetter subset = new TTFSubsetter(font, TABLES);
            codePoints.stream()
                    .filter(cp -> cmap != null && cmap.getGlyphId(cp) != 0)
                    .forEach(subset::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
            subset.writeToStream(out);
            return out.toByteArray();
        });
        return Base64.getEncoder().encodeToString(bytes);
    }
}
