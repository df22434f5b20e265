package org.clientele.platform.charts.font;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that one font draws. Every letter of {@code text} has a glyph in that font.
 *
 * @param text what is drawn
 * @param meant what stood there: another text only where no font has the letters
 * @param font a font of the machine, or null for the bundled one
 */
public record FontRun(String text, String meant, @Nullable FontFile font) {
    /** Stands for a letter that no font has; the bundled font has it in all weights. */
    public static final String STAND_IN = "\uFFFD";

    private record Piece(
            String text, boolean replaced, @Nullable FontFile font) {}

    /** A text in runs, from left to right. Letters that show nothing (joiners, selectors) and no font has are left out. */
    public static List<FontRun> of(String text, Weight weight) {
        List<FontRun> runs = new ArrayList<>();
        StringBuilder drawn = new StringBuilder();
        StringBuilder meant = new StringBuilder();
        Piece last = null;
        for (int i = 0; i < text.length(); ) {
            int cp = text.codePointAt(i);
            i += Character.charCount(cp);
            Piece piece = piece(cp, weight);
            if (last != null
                    && !(piece.replaced() == last.replaced() && java.util.Objects.equals(piece.font(), last.font()))) {
                runs.add(new FontRun(drawn.toString(), meant.toString(), last.font()));
                drawn.setLength(0);
                meant.setLength(0);
            }
            drawn.append(piece.text());
            meant.append(piece.replaced() ? Character.toString(cp) : piece.text());
            last = piece;
        }
        if (last != null) {
            runs.add(new FontRun(drawn.toString(), meant.toString(), last.font()));
        }
        return runs.stream().filter(run -> !run.text().isEmpty()).toList();
    }

    private static Piece piece(int cp, Weight weight) {
        if (cp == '\t' || cp == '\n' || cp == '\r') {
            return new Piece(" ", false, null);
        }
        RobotoMeasure bundled = RobotoMeasure.get();
        if (!Character.isISOControl(cp) && bundled.has(cp, weight)) {
            return new Piece(Character.toString(cp), false, null);
        }
        return switch (Character.getType(cp)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> fallback(cp, "");
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> standIn();
            default -> fallback(cp, STAND_IN);
        };
    }

    private static Piece fallback(int cp, String otherwise) {
        Optional<FontFile> font = SystemFonts.get().with(cp);
        if (font.isPresent()) {
            return new Piece(Character.toString(cp), false, font.get());
        }
        return otherwise.isEmpty() ? new Piece("", true, null) : standIn();
    }

    private static Piece standIn() {
        return new Piece(STAND_IN, true, null);
    }
}
