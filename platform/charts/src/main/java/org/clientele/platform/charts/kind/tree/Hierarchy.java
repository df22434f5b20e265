package org.clientele.platform.charts.kind.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Members;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a measure, level by level, of a request.
 *
 * @param whole all that counts
 * @param levels from the outermost to the innermost
 * @param y the measure
 * @param base what it is compared with, or null
 * @param leftOut rows that cannot be a part of a whole: negative ones
 * @param any whether there is a value
 */
record Hierarchy(
        Part whole, List<Column> levels, Column y, @Nullable Column base, int leftOut, boolean any) {
    private static final Texts TEXTS = Texts.of(Hierarchy.class);

    /** The hierarchy of a request; without negative values where {@code positive}. */
    static Hierarchy of(ChartRequest r, boolean positive) {
        r.spec().column(Channel.LEVEL);
        List<Column> levels =
                r.spec().columns(Channel.LEVEL).stream().map(r.frame()::column).toList();
        Column y = r.frame().column(r.spec().column(Channel.Y));
        Column base = Labels.base(r);
        List<Members> members = new ArrayList<>();
        levels.forEach(c -> members.add(Members.of(c, r)));
        Part whole = new Part(TEXTS.get("hierarchy.total"), null, null, "", 0);
        int leftOut = 0;
        boolean any = false;
        for (int row = 0; row < y.size(); row++) {
            double v = y.doubleAt(row);
            if (!Double.isFinite(v) || v == 0) {
                continue;
            }
            if (v < 0 && positive) {
                leftOut++;
                continue;
            }
            any = true;
            double b = base == null ? Double.NaN : base.doubleAt(row);
            Part p = whole;
            p.add(v, b);
            for (Members m : members) {
                int i = m.indexOf()[row];
                String raw = m.raw().get(i);
                p = p.part(
                        raw == null ? "" : "=" + raw,
                        m.labels().get(i),
                        raw,
                        m.column().name());
                p.add(v, b);
            }
        }
        whole.sort();
        return new Hierarchy(whole, levels, y, base, leftOut, any);
    }

    /** The part that a view parameter names, the whole where there is none. */
    Part root(@Nullable String path) {
        Part p = path == null ? null : whole.at(path);
        return p == null ? whole : p;
    }

    /** Title of a picture of it: "Revenue by country and band". */
    String title(ChartRequest r) {
        List<String> names = levels.stream()
                .map(level -> Labels.of(level, r.metrics()).toLowerCase(Locale.ROOT))
                .toList();
        return TEXTS.get("hierarchy.title", Labels.of(y, r.metrics()), Phrases.all(names));
    }

    /** The relative change of a part; NaN where nothing is compared. */
    static double change(Part p) {
        return p.base() == 0 ? Double.NaN : (p.value() - p.base()) / Math.abs(p.base());
    }

    /** Tooltip lines: the value, its share of what it is a part of, and the change. */
    List<Datum.Entry> entries(ChartRequest r, Part p) {
        List<Datum.Entry> out = new ArrayList<>();
        out.add(new Datum.Entry(Labels.of(y, r.metrics()), Amounts.exact(r, y, p.value())));
        Part parent = p.parent();
        if (parent != null) {
            out.add(new Datum.Entry(TEXTS.get("hierarchy.share_total"), Amounts.share(r, p.value(), whole.value())));
            if (parent != whole) {
                out.add(new Datum.Entry(
                        TEXTS.get("hierarchy.share", parent.name()), Amounts.share(r, p.value(), parent.value())));
            }
        }
        if (base != null) {
            out.add(new Datum.Entry(Labels.of(base, r.metrics()), Amounts.exact(r, base, p.base())));
            out.add(new Datum.Entry(TEXTS.get("hierarchy.change"), r.format().change(change(p))));
        }
        return out;
    }

    /** What was left out, for people; "" where nothing was. */
    String leftOutNote(ChartRequest r) {
        return leftOut == 0 ? "" : TEXTS.get("hierarchy.negative_values_are_left", Figure.counted(r, leftOut));
    }

    /** The picture in a sentence: the total and its largest parts. */
    String description(ChartRequest r, Part root, String note) {
        String head = root == whole ? title(r) : TEXTS.get("hierarchy.part", title(r), root.fullName());
        String total = Amounts.exact(r, y, root.value());
        int n = root.parts().size();
        List<String> largest = root.parts().stream()
                .limit(3)
                .map(p -> TEXTS.get(
                        "hierarchy.of_which.part",
                        p.name(),
                        Amounts.exact(r, y, p.value()),
                        Amounts.share(r, p.value(), root.value())))
                .toList();
        String s = n == 0
                ? TEXTS.get("hierarchy.whole", head, total)
                : n > 3
                        ? TEXTS.get(
                                "hierarchy.of_which.more",
                                head,
                                total,
                                Phrases.list(largest),
                                Figure.counted(r, n - 3L))
                        : TEXTS.get("hierarchy.of_which", head, total, Phrases.list(largest));
        return note.isEmpty() ? s : s + " " + note;
    }
}
