package org.clientele.platform.charts.font;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fonts of the machine for letters that the bundled one lacks: TrueType outlines that may be embedded, sans serif before
 * others. They are looked for on the first such letter only. Thread-safe.
 */
final class SystemFonts {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFonts.class);

    /** Parts of file names, the best first; a machine may have thousands of fonts, so the others are not opened. */
    private static final List<String> WISHED = List.of(
            "notosans-regular",
            "notosanssymbols",
            "notosans",
            "dejavusans.",
            "droidsansfallback",
            "wqy-",
            "arialuni",
            "segoeui.",
            "seguisym",
            "msyh",
            "simhei",
            "simsun",
            "yugoth",
            "meiryo",
            "malgun",
            "arial.",
            "applesdgothic",
            "applesymbols",
            "arialunicode",
            "stheiti",
            "hiragino",
            "fonts-japanese",
            "takao",
            "ipag",
            "nanumgothic",
            "symbola",
            "unifont",
            "freesans.",
            "liberationsans-regular");

    private static final int MOST_OPENED = 60;
    private static final int RESTRICTED = 0x0002;
    private static final int NO_SUBSETS = 0x0100;
    private static final int BITMAPS_ONLY = 0x0200;

    private static final SystemFonts INSTANCE = new SystemFonts();

    private final Map<Integer, Optional<FontFile>> byLetter = new ConcurrentHashMap<>();
    private final Map<FontFile, Optional<CmapLookup>> letters = new ConcurrentHashMap<>();
    private volatile List<FontFile> candidates = List.of();
    private volatile boolean searched;

    private SystemFonts() {}

    static SystemFonts get() {
        return INSTANCE;
    }

    /** The best font that has the letter, if there is one. */
    Optional<FontFile> with(int codePoint) {
        Optional<FontFile> known = byLetter.get(codePoint);
        if (known == null) {
            known = candidates().stream()
                    .filter(font -> letters(font)
                            .filter(cmap -> cmap.getGlyphId(codePoint) != 0)
                            .isPresent())
                    .findFirst();
            byLetter.put(codePoint, known);
        }
        return known;
    }

    private Optional<CmapLookup> letters(FontFile font) {
        return letters.computeIfAbsent(font, SystemFonts::read);
    }

    private static Optional<CmapLookup> read(FontFile file) {
        try (TrueTypeFont font = file.open()) {
            OS2WindowsMetricsTable rights = font.getOS2Windows();
            int type = rights == null ? 0 : rights.getFsType();
            boolean embeddable = (type & 0xF) != RESTRICTED && (type & (NO_SUBSETS | BITMAPS_ONLY)) == 0;
            if (!embeddable || !font.getTableMap().containsKey("glyf")) {
                return Optional.empty();
            }
            return Optional.ofNullable(font.getUnicodeCmapLookup(false));
        } catch (IOException | RuntimeException e) {
            LOG.debug("The font {} cannot be read", file.path(), e);
            return Optional.empty();
        }
    }

    private List<FontFile> candidates() {
        if (!searched) {
            synchronized (this) {
                if (!searched) {
                    candidates = search();
                    searched = true;
                }
            }
        }
        return candidates;
    }

    private static List<FontFile> search() {
        record Ranked(Path path, int rank) {}
        List<Ranked> ranked = new ArrayList<>();
        try {
            for (java.net.URI uri : new FontFileFinder().find()) {
                Path path = Path.of(uri);
                int rank = rank(path);
                if (rank >= 0) {
                    ranked.add(new Ranked(path, rank));
                }
            }
        } catch (RuntimeException e) {
            LOG.debug("The machine's fonts cannot be listed", e);
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(r -> r.path().toString()))
                .limit(MOST_OPENED)
                .map(r -> new FontFile(r.path(), 0))
                .toList();
    }

    private static int rank(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        boolean slanted = name.contains("italic") || name.contains("oblique") || name.contains("mono");
        if (slanted || !(name.endsWith(".ttf") || name.endsWith(".ttc"))) {
            return -1;
        }
        for (int i = 0; i < WISHED.size(); i++) {
            if (name.startsWith(WISHED.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
