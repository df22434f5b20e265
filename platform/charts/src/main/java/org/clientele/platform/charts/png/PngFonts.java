package org.clientele.platform.charts.png;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.platform.charts.font.FontFile;
import org.clientele.platform.charts.font.Roboto;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Java 2D's fonts for runs of text, made once a process. */
final class PngFonts {
    private static final Logger LOG = LoggerFactory.getLogger(PngFonts.class);
    private static final Map<FontFile, Optional<Font>> OTHERS = new ConcurrentHashMap<>();

    /** Making waits for the first use. */
    private static final class Loaded {
        static final Map<Weight, Font> BUNDLED = bundled();
    }

    private PngFonts() {}

    static Font bundled(Weight weight) {
        Font font = Loaded.BUNDLED.get(weight);
        if (font == null) {
            throw new IllegalStateException("no font " + weight);
        }
        return font;
    }

    /** Empty where Java 2D cannot read what FontBox could. */
    static Optional<Font> of(FontFile file) {
        return OTHERS.computeIfAbsent(file, PngFonts::read);
    }

    private static Optional<Font> read(FontFile file) {
        try {
            return Optional.of(Font.createFonts(file.path().toFile())[file.member()]);
        } catch (FontFormatException | IOException | RuntimeException e) {
            LOG.debug("Java 2D cannot read the font {}", file.path(), e);
            return Optional.empty();
        }
    }

    private static Map<Weight, Font> bundled() {
        Map<Weight, Font> fonts = new EnumMap<>(Weight.class);
        for (Weight weight : Weight.values()) {
            try {
                fonts.put(weight, Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Roboto.file(weight))));
            } catch (FontFormatException | IOException e) {
                throw new AnalyticsException(
                        ErrorCode.INTERNAL,
                        "The bundled font Roboto " + weight + " cannot be drawn: " + e.getMessage() + ".",
                        e);
            }
        }
        return fonts;
    }
}
