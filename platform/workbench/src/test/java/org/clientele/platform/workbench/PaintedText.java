package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.workbench.paint.Areas.Area;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.TextWitness;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;

/** What a pane wrote when it was drawn last, and what is wrong with it in the pseudo-locale. */
final class PaintedText implements TextWitness {
    /** A word of English: in the pseudo-locale each has an accent on its vowels. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]*[AEIOUaeiou][A-Za-z]*");

    private static final Pattern FOREIGN = Pattern.compile("[áéíóúÁÉÍÓÚ]");
    /** Glyphs may be drawn a little over their advance. */
    private static final int SLACK = 2;

    private final List<Written> written = new ArrayList<>();
    private final List<Shortened> shortened = new ArrayList<>();
    private List<Area> places = List.of();
    private int drawings;

    private record Written(String text, Rectangle place, Rectangle visible) {}

    private record Shortened(String whole, String shown) {}

    static PaintedText of(Control control) {
        PaintedText fresh = new PaintedText();
        control.setData(KEY, fresh);
        return fresh;
    }

    static PaintedText of(DrawnPane pane) {
        return of(pane.control());
    }

    int drawings() {
        return drawings;
    }

    @Override
    public void begins() {
        written.clear();
        shortened.clear();
    }

    @Override
    public void written(String text, Rectangle place, Rectangle visible) {
        written.add(new Written(text, place, visible));
    }

    @Override
    public void shortened(String whole, String shown) {
        shortened.add(new Shortened(whole, shown));
    }

    @Override
    public void placed(List<Area> all) {
        places = all;
        drawings++;
    }

    boolean says(String part) {
        return written.stream().anyMatch(w -> w.text().contains(part));
    }

    /** Words that no translation reached, in what is painted, spoken and hinted. */
    Set<String> untranslated(Collection<String> data) {
        Set<String> all = new TreeSet<>();
        List<String> said = new ArrayList<>(written.stream().map(Written::text).toList());
        places.forEach(p -> said.addAll(List.of(p.label(), p.hint())));
        for (String text : said) {
            if (plain(text, data)) {
                all.add(text);
            }
        }
        return all;
    }

    static boolean plain(String text, Collection<String> data) {
        String start = text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
        if (data.stream().anyMatch(d -> d.contains(start))) {
            return false;
        }
        String rest = text;
        for (String known : data.stream()
                .filter(d -> !d.isBlank())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            rest = rest.replace(known, " ");
        }
        Matcher word = Pattern.compile("\\p{L}+").matcher(rest);
        while (word.find()) {
            if (PLAIN.matcher(word.group()).matches()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Texts of ours that had to be shortened, that leave what can be seen, or that lie on each other.
     *
     * @param cut from where to the right a table is cut off by its edge in any language
     */
    List<String> clipped(int cut) {
        List<String> all = new ArrayList<>();
        shortened.stream()
                .filter(t -> FOREIGN.matcher(t.whole()).find())
                .filter(t ->
                        written.stream().filter(w -> w.text().equals(t.shown())).anyMatch(w -> w.place().x < cut))
                .forEach(t -> all.add("shortened: " + t.whole()));
        for (Written w : written) {
            Rectangle p = w.place();
            Rectangle v = w.visible();
            boolean seen = p.y + p.height > v.y && p.y < v.y + v.height;
            if (seen && (p.x < v.x - SLACK || p.x + p.width > v.x + v.width + SLACK)) {
                all.add("outside of what can be seen: " + w.text() + " at " + p + " in " + v);
            }
        }
        for (int i = 0; i < written.size(); i++) {
            for (int k = i + 1; k < written.size(); k++) {
                Rectangle both =
                        written.get(i).place().intersection(written.get(k).place());
                if (both.width > SLACK && both.height > 5) {
                    all.add("on each other: " + written.get(i) + " and " + written.get(k));
                }
            }
        }
        return all;
    }
}
