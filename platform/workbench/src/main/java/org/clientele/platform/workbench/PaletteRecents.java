package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clientele.platform.workbench.CommandPalette.Entry;

/** What was chosen in the palette last comes first the next time. UI thread only. */
final class PaletteRecents {
    private static final String KEY = "palette.recent";
    private static final int MOST = 12;

    private final Preferences preferences;

    PaletteRecents(Preferences preferences) {
        this.preferences = preferences;
    }

    /** The same entries, those that were chosen before first, the last one foremost; each is noted when it is chosen. */
    List<Entry> first(List<Entry> all) {
        List<String> recent = preferences.list(KEY);
        return all.stream()
                .sorted(Comparator.comparingInt(e -> {
                    int at = recent.indexOf(name(e));
                    return at < 0 ? Integer.MAX_VALUE : at;
                }))
                .map(this::noting)
                .toList();
    }

    /** The same entry, noted when it is chosen. */
    Entry noting(Entry entry) {
        return new Entry(entry.label(), entry.kind(), () -> {
            List<String> now = new ArrayList<>(preferences.list(KEY));
            now.remove(name(entry));
            now.add(0, name(entry));
            preferences.put(KEY, now.subList(0, Math.min(MOST, now.size())));
            entry.run().run();
        });
    }

    /** Keys of commands are kinds too, and may change. */
    private static String name(Entry entry) {
        return entry.label();
    }
}
