package org.clientele.platform.charts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;

/** The letters that travel with a picture or a page of pictures, as CSS. */
public final class SvgFonts {
    /** Makes browsers draw a text as wide as it was measured. */
    public static final String SETTINGS =
            "font-kerning:none;font-variant-ligatures:none;font-feature-settings:'kern' 0,'liga' 0,'calt' 0,'clig' 0";

    /** What a page writes its texts in. */
    public static final String FAMILY = "Roboto, 'Helvetica Neue', Arial, sans-serif";

    private SvgFonts() {}

    /**
     * A rule for each weight that is used.
     *
     * @param more letters that the page itself writes, in regular and medium
     */
    public static String rules(List<Scene> scenes, String more) {
        Map<TextStyle.Weight, TreeSet<Integer>> used = new EnumMap<>(TextStyle.Weight.class);
        scenes.forEach(scene -> letters(scene.root(), used));
        if (!more.isEmpty()) {
            for (TextStyle.Weight weight : List.of(TextStyle.Weight.REGULAR, TextStyle.Weight.MEDIUM)) {
                TreeSet<Integer> letters = used.computeIfAbsent(weight, w -> new TreeSet<>());
                more.codePoints().forEach(letters::add);
            }
        }
        StringBuilder rules = new StringBuilder();
        used.forEach((weight, codePoints) -> rules.append("@font-face{font-family:Roboto;font-weight:")
                .append(weight(weight))
                .append(";src:url(data:font/ttf;base64,")
                .append(FontSubset.base64(weight, codePoints))
                .append(") format('truetype')}\n"));
        return rules.toString();
    }

    private static void letters(Node.Group group, Map<TextStyle.Weight, TreeSet<Integer>> used) {
        for (Node child : group.children()) {
            if (child instanceof Node.Group g) {
                letters(g, used);
            } else if (child instanceof Node.Text t) {
                TreeSet<Integer> letters = used.computeIfAbsent(t.style().weight(), w -> new TreeSet<>());
                t.text().codePoints().forEach(letters::add);
            }
        }
    }

    static String weight(TextStyle.Weight weight) {
        return switch (weight) {
            case REGULAR -> "400";
            case MEDIUM -> "500";
            case BOLD -> "700";
        };
    }
}
