package org.clientele.sdk.scene;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a picture stands for: the tooltip, what a screen reader says, and the members that a click selects.
 *
 * @param title the tooltip's first line: "November 2011"; "" without entries for one of so many marks that none is found by
 *     itself: it is neither hit nor read out, and is selected with those around it, see {@link Gesture.Kind#AREA}
 * @param entries its other lines, exact values
 * @param members the raw value of each column that it stands for, for filters and drills; null for the unknown member. Which of
 *     the columns are dimensions says the frame's question, or {@link org.clientele.sdk.data.ColumnSpec#dimension}
 */
public record Datum(String title, List<Entry> entries, Map<String, @Nullable String> members) {
    /**
     * One line of a tooltip.
     *
     * @param label "Revenue"
     * @param value "GBP 1,461,756.25"
     */
    public record Entry(String label, String value) {}

    public Datum {
        entries = List.copyOf(entries);
        members = Collections.unmodifiableMap(new TreeMap<String, @Nullable String>(members));
    }

    /** Whether it says nothing of itself, because its mark is one of too many. */
    public boolean isSilent() {
        return title.isEmpty() && entries.isEmpty();
    }

    /** Title and entries in one sentence, for screen readers. */
    public String sentence() {
        StringBuilder s = new StringBuilder(title);
        for (Entry e : entries) {
            s.append(s.length() == 0 ? "" : ", ").append(e.label()).append(' ').append(e.value());
        }
        return s.toString();
    }
}
