package org.clientele.platform.workbench.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.WatchedFile;
import org.clientele.platform.runtime.WatchedFolder;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.StatusMark;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The watched folder above the list of imports: where it is, how it goes, which files wait for a decision. */
final class WatchCard {
    private static final Texts TEXTS = Texts.of(WatchCard.class);
    private static final int HEAD = 60;
    private static final int ROW = 40;
    private static final int MOST = 4;

    private final ImportsPage.Watch watch;
    private final Words words;

    WatchCard(ImportsPage.Watch watch, Words words) {
        this.watch = watch;
        this.words = words;
    }

    /** Files that a person should look at. */
    private static List<WatchedFile> open(WatchedFolder folder) {
        return folder.files().stream()
                .filter(f -> f.state() == WatchedFile.State.WAITING || f.state() == WatchedFile.State.FAILED)
                .toList();
    }

    /** Its height with the space below. */
    int height() {
        WatchedFolder folder = watch.folder().get();
        int rows = folder == null ? 0 : Math.min(MOST, open(folder).size());
        return HEAD + rows * ROW + 16;
    }

    void draw(Sketch s, double x, double y, double w) {
        WatchedFolder folder = watch.folder().get();
        s.card(x, y, w, height() - 16.0);
        double right = x + w - 16;
        if (folder == null) {
            s.pen().icon(Icon.FOLDER, x + 20, y + 22, s.quiet());
            right = s.buttonEnding("watch:choose", TEXTS.get("watch.choose"), Tone.PLAIN, right, y + 14, watch.choose())
                    - 16;
            s.line(x + 48, y + 26, TEXTS.get("watch.none"), 13, Weight.MEDIUM, right - x - 48, s.ink());
            s.note(x + 48, y + 44, TEXTS.get("watch.means"), right - x - 48);
            return;
        }
        right = s.buttonEnding("watch:off", TEXTS.get("watch.stop"), Tone.PLAIN, right, y + 14, watch.stop()) - 8;
        right = s.buttonEnding("watch:choose", TEXTS.get("watch.change"), Tone.PLAIN, right, y + 14, watch.choose())
                - 16;
        boolean well = folder.problem().isEmpty();
        (well ? StatusMark.GOOD : StatusMark.BAD).draw(s.pen(), s.palette(), x + 28, y + 30);
        Path path = folder.folder();
        s.line(x + 48, y + 26, TEXTS.get("watch.folder", path), 13, Weight.MEDIUM, right - x - 48, s.ink());
        s.note(x + 48, y + 44, well ? told(folder) : folder.problem(), right - x - 48);
        List<WatchedFile> open = open(folder);
        for (int i = 0; i < Math.min(MOST, open.size()); i++) {
            file(s, open.get(i), i == MOST - 1 ? open.size() - MOST : 0, x, y + HEAD + i * (double) ROW, w);
        }
    }

    private String told(WatchedFolder folder) {
        long imported = folder.files().stream()
                .filter(f -> f.state() == WatchedFile.State.IMPORTED)
                .count();
        long arriving = folder.files().stream()
                .filter(f -> f.state() == WatchedFile.State.ARRIVING)
                .count();
        int open = open(folder).size();
        List<String> facts = new ArrayList<>(List.of(TEXTS.get("watch.imported", words.counted(imported))));
        if (arriving > 0) {
            facts.add(TEXTS.get("watch.arriving", words.counted(arriving)));
        }
        if (open > 0) {
            facts.add(TEXTS.get("watch.waiting", words.counted(open)));
        }
        return Words.facts(facts);
    }

    private void file(Sketch s, WatchedFile f, int more, double x, double y, double w) {
        s.pen().rule(x + 1, y, w - 2, s.border());
        (f.state() == WatchedFile.State.WAITING ? StatusMark.WARNING : StatusMark.BAD)
                .draw(s.pen(), s.palette(), x + 28, y + 20);
        String name = String.valueOf(f.file().getFileName());
        double end = s.buttonEnding(
                "watch:look:" + name,
                TEXTS.get("watch.look"),
                Tone.PLAIN,
                x + w - 16,
                y + 4,
                () -> watch.look().accept(f.file()));
        s.line(x + 48, y + 24.5, name, 13, Weight.MEDIUM, 240, s.ink());
        double left = x + 60 + Math.min(240, s.pen().width(name, 13, Weight.MEDIUM));
        String text = more > 0 ? TEXTS.get("watch.more", f.sentence(), words.counted(more)) : f.sentence();
        s.note(left, y + 24.5, text, Math.max(0, end - left - 16));
    }

    /** The folder that is watched, or null. */
    @Nullable
    WatchedFolder folder() {
        return watch.folder().get();
    }
}
