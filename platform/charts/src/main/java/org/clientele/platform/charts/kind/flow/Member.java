package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Gesture;
import org.jspecify.annotations.Nullable;

/**
 * A member of a dimension and the sum of its rows.
 *
 * @param name for people
 * @param raw as filters write it, or null where the data does not know it
 * @param label a longer name, or ""
 * @param value the sum of its known values; NaN where it has none
 */
record Member(String name, @Nullable String raw, String label, double value) {
    /** The members in the order in which they first come. */
    static List<Member> of(ChartRequest r, Column x, Column y, @Nullable Column label) {
        Map<String, Member> all = new LinkedHashMap<>();
        for (int row = 0; row < y.size(); row++) {
            String name = Labels.member(x, row, r);
            double v = y.doubleAt(row);
            double known = Double.isFinite(v) ? v : Double.NaN;
            Member before = all.get(name);
            if (before == null) {
                String longer = label == null || label.isNull(row) ? "" : Labels.member(label, row, r);
                all.put(name, new Member(name, raw(x, row), longer, known));
            } else if (!Double.isNaN(known)) {
                double sum = Double.isNaN(before.value) ? known : before.value + known;
                all.put(name, new Member(name, before.raw, before.label, sum));
            }
        }
        return new ArrayList<>(all.values());
    }

    /** The value of a row as filters write it, or null where it is missing. */
    static @Nullable String raw(Column x, int row) {
        Object value = x.valueAt(row);
        return value == null ? null : value.toString();
    }

    /** Selects this member. */
    @Nullable
    Gesture select(Column x) {
        return Marks.select(x.name(), members(x));
    }

    /** Selects a member of a column; null where nobody knows it. */
    static @Nullable Gesture select(Column x, @Nullable String raw) {
        return raw == null ? null : new Gesture(Gesture.Kind.SELECT, x.name(), raw);
    }

    /** What it stands for, for filters. */
    Map<String, @Nullable String> members(Column x) {
        return Labels.member(x, raw);
    }

    /** Name and longer name. */
    String title() {
        return label.isEmpty() || label.equals(name) ? name : name + "  " + label;
    }
}
