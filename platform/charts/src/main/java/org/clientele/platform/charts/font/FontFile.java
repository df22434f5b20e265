package org.clientele.platform.charts.font;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * A font of the machine.
 *
 * @param path its file
 * @param member which font of a collection, from 0; 0 for a file of one font
 */
public record FontFile(Path path, int member) {
    /** Opens it; to be closed by the caller. */
    public TrueTypeFont open() throws IOException {
        if (!isCollection(path)) {
            return new TTFParser().parse(new RandomAccessReadBufferedFile(path));
        }
        TrueTypeFont[] found = new TrueTypeFont[1];
        int[] index = new int[1];
        TrueTypeCollection collection = new TrueTypeCollection(path.toFile());
        collection.processAllFonts(font -> {
            if (index[0]++ == member) {
                found[0] = font;
            }
        });
        @Nullable TrueTypeFont font = found[0];
        if (font == null) {
            collection.close();
            throw new IOException(path + " holds no font number " + member + ".");
        }
        return font;
    }

    static boolean isCollection(Path path) {
        return path.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".ttc");
    }
}
