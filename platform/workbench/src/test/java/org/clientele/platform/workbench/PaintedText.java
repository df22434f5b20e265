package org.clientele.platform.workbench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.WrittenText;
import org.clientele.platform.workbench.paint.WrittenText.Trouble;
import org.eclipse.swt.widgets.Control;

/** What a pane wrote when it was drawn last, and what is wrong with it in the pseudo-locale. */
final class PaintedText {
    /** A word of English: in the pseudo-locale each has an accent on its vowels. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]*[AEIOUaeiou][A-Za-z]*");

    private static final Pattern FOREIGN = Pattern.compile("[áéíóúÁÉÍÓÚ]");

    private final WrittenText written;

    private PaintedText(WrittenText written) {
        this.written = written;
    }

    static PaintedText of(Control control) {
        return new PaintedText(WrittenText.of(control));
    }

    static PaintedText of(DrawnPane pane) {
        return of(pane.control());
    }

    int drawings() {
        return written.drawings();
    }

    boolean says(String part) {
        return written.lines().stream().anyMatch(line -> line.contains(part));
    }

    /** Words that no translation reached, in what is painted, spoken and hinted. */
    Set<String> untranslated(Collection<String> data) {
        Set<String> all = new TreeSet<>(written.lines());
        all.addAll(written.hints());
        all.removeIf(text -> !plain(text, data));
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
        return written.faults().stream()
                .filter(f -> f.trouble() != Trouble.SHORTENED
                        || FOREIGN.matcher(f.text()).find() && f.place().x < cut)
                .map(f -> f.trouble() + ": " + f.text() + (f.by().isEmpty() ? "" : " by " + f.by()))
                .toList();
    }
}
