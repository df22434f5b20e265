package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What points of space are called and what is said of them. */
final class SpaceWords {
    private static final Texts TEXTS = Texts.of(SpaceWords.class);

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
        return TEXTS.get("space.words.title", name(axes[1]), lower(axes[0]), lower(axes[2]));
    }

    private String name(Column c) {
        return Labels.of(c, r.metrics());
    }

    private String lower(Column c) {
        return name(c).toLowerCase(Locale.ROOT);
    }

    /** A row's own name, or its number. */
    String name(int row) {
        return label == null ? TEXTS.get("space.words.row", counted(row + 1)) : Labels.member(label, row, r);
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
            return new Datum(TEXTS.get("space.words.points", counted(p.rows().length)), entries, Map.of());
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
        return from.equals(to) ? from : TEXTS.get("space.words.to", from, to);
    }

    /** What must be said below the picture. */
    List<String> notes(int drawn, int marks) {
        List<String> out = new ArrayList<>();
        int lost = r.frame().rowCount() - drawn;
        if (lost > 0) {
            out.add(TEXTS.get("space.words.rows_have_no_place", counted(lost)));
        }
        if (marks < drawn) {
            out.add(TEXTS.get("space.words.points_neighbours_put_together", counted(drawn)));
        }
        return out;
    }

    String description(List<Integer> rows, List<String> notes) {
        int[] all = rows.stream().mapToInt(Integer::intValue).toArray();
        List<String> ranges = new ArrayList<>();
        for (Column c : axes) {
            ranges.add(Phrases.pair(lower(c), range(c, all)));
        }
        int highest = all[0];
        for (int row : all) {
            highest = axes[1].doubleAt(row) > axes[1].doubleAt(highest) ? row : highest;
        }
        StringBuilder s = new StringBuilder(
                TEXTS.get("space.words.said", title(), counted(all.length), Phrases.list(ranges), name(highest)));
        notes.forEach(n -> s.append(' ').append(n));
        return s.toString();
    }

    private Texts.Count counted(long n) {
        return Figure.counted(r, n);
    }

    String count(long n) {
        return Figure.count(r, n);
    }
}
