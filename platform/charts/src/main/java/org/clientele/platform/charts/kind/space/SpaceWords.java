package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.jspecify.annotations.Nullable;

/** What points of space are called and what is said of them. */
final class SpaceWords {
    private final ChartRequest r;
    private final Column[] axes;
    private final @Nullable Column label;
    private final @Nullable Column size;
    private final @Nullable Column color;

    SpaceWords(ChartRequest r, Column[] axes) {
        this.r = r;
        this.axes = axes;
        label = first(Channel.LABEL);
        size = first(Channel.SIZE);
        color = first(Channel.COLOR);
    }

    private @Nullable Column first(Channel channel) {
        List<String> names = r.spec().columns(channel);
        return names.isEmpty() ? null : r.frame().column(names.get(0));
    }

    String title() {
        return name(axes[1]) + " by " + lower(axes[0]) + " and " + lower(axes[2]);
    }

    private String name(Column c) {
        return Labels.of(c, r.metrics());
    }

    private String lower(Column c) {
        return name(c).toLowerCase(Locale.ROOT);
    }

    /** A row's own name, or its number. */
    String name(int row) {
        return label == null ? "Row " + count(row + 1) : Labels.member(label, row, r);
    }

    boolean named() {
        return label != null;
    }

    Datum datum(Cloud.Point p) {
        List<Datum.Entry> entries = new ArrayList<>();
        if (!p.isOne()) {
            for (Column c : axes) {
                entries.add(new Datum.Entry(name(c), range(c, p.rows())));
            }
            return new Datum(count(p.rows().length) + " points", entries, Map.of());
        }
        int row = p.rows()[0];
        for (Column c : axes) {
            entries.add(new Datum.Entry(name(c), Labels.value(c, row, r)));
        }
        if (size != null) {
            entries.add(new Datum.Entry(name(size), Labels.value(size, row, r)));
        }
        if (color != null && color != label) {
            entries.add(new Datum.Entry(name(color), Labels.value(color, row, r)));
        }
        return new Datum(name(row), entries, label == null ? Map.of() : Labels.members(label, row));
    }

    @Nullable
    Gesture select(Cloud.Point p) {
        return label == null || !p.isOne() ? null : Marks.select(label.name(), Labels.members(label, p.rows()[0]));
    }

    /** "3 to 17" */
    private String range(Column c, int[] rows) {
        int low = rows[0];
        int high = rows[0];
        for (int row : rows) {
            low = c.doubleAt(row) < c.doubleAt(low) ? row : low;
            high = c.doubleAt(row) > c.doubleAt(high) ? row : high;
        }
        String from = Labels.value(c, low, r);
        String to = Labels.value(c, high, r);
        return from.equals(to) ? from : from + " to " + to;
    }

    /** What must be said below the picture. */
    List<String> notes(int drawn, int marks) {
        List<String> out = new ArrayList<>();
        int lost = r.frame().rowCount() - drawn;
        if (lost > 0) {
            out.add(count(lost) + (lost == 1 ? " row has" : " rows have") + " no place on these axes.");
        }
        if (marks < drawn) {
            out.add(count(drawn) + " points, neighbours put together.");
        }
        return out;
    }

    String description(List<Integer> rows, List<String> notes) {
        int[] all = rows.stream().mapToInt(Integer::intValue).toArray();
        StringBuilder s = new StringBuilder(title()).append(": ").append(count(all.length));
        s.append(all.length == 1 ? " point" : " points");
        for (Column c : axes) {
            s.append(", ").append(lower(c)).append(' ').append(range(c, all));
        }
        int highest = all[0];
        for (int row : all) {
            highest = axes[1].doubleAt(row) > axes[1].doubleAt(highest) ? row : highest;
        }
        s.append("; highest is ").append(name(highest)).append('.');
        notes.forEach(n -> s.append(' ').append(n));
        return s.toString();
    }

    String count(long n) {
        return Figure.count(r, n);
    }
}
