package org.clientele.platform.charts.kind.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Decimals;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Foot;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.Members;
import org.clientele.platform.charts.draw.Shades;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;

/** Where the cells of a heat grid stand, as far as they are in view: a person zooms into rows and columns as into axes. */
final class HeatLayout {
    private static final Texts TEXTS = Texts.of(HeatLayout.class);

    private static final double LEAST_CELL = 7;
    private static final double LEAST_ROW = 12;
    private static final double MOST_ROW = 44;
    /** Rows of few, wide cells may grow to this, so that no part of a card stays empty for want of rows. */
    private static final double MOST_WIDE_ROW = 88;

    private static final double LEAST_NAMED = 9;
    private static final double LEAST_PRINTED = 14;
    /** Beside the largest value. */
    private static final double NOTHING = 0.0005;

    private static final double TITLE = 15;
    private static final double LEADING = 13;
    /** Names of columns do not become higher than this part of the picture. */
    private static final double HIGHEST_NAMES = 0.35;
    /** A closer view than of so many rows or columns says nothing more. */
    private static final double CLOSEST = 2;

    private final ChartRequest r;
    private final Column x;
    private final Column row;
    private final Column y;
    private final Drawing d;
    private final TextStyle names;
    /** Whether numbers that come together in a cell are not added. */
    private final boolean mean;

    private final Members xs;
    private final Members rs;
    private final Window across;
    private final Window up;

    private final GridAxis columns;
    private final GridAxis rows;
    private final GridCells cells;
    private final CellNames called;
    private final AxisNames below;
    private final double left;
    private final boolean titled;
    /** Height of the names of columns and of what they are. */
    private final double axis;
    /** The values of cells of single members, in view or not. */
    private final double[] all;

    private final Decimals decimals;

    HeatLayout(ChartRequest r, Column x, Column row, Column y) {
        this.r = r;
        this.x = x;
        this.row = row;
        this.y = y;
        mean = !Amounts.additive(y) || "mean".equals(r.spec().options().get("together"));
        d = new Drawing(r.text());
        names = Drawing.style(11, r.theme().secondary());
        xs = Members.of(x, r);
        rs = Members.of(row, r);
        across = Window.of(r.view(), "x").atLeast(CLOSEST / Math.max(CLOSEST, xs.count()));
        up = Window.of(r.view(), "y").atLeast(CLOSEST / Math.max(CLOSEST, rs.count()));
        int n = xs.count();
        int most = (int) Math.max(1, Math.floor(r.width() * 0.7 / LEAST_CELL));
        columns = GridAxis.within(r, xs, across.from(0, n), across.to(0, n), most, GridCells.weights(y, xs));
        double m = rs.count();
        left = Math.min(widest(rs), Math.min(180, r.width() * 0.3)) + 10;
        List<String> labels = columns.lines().stream().map(GridAxis.Line::label).toList();
        below = new AxisNames(
                d,
                labels,
                (r.width() - left) / columns.shown(),
                r.height() * HIGHEST_NAMES,
                Members.isOrdered(x),
                names);
        titled = r.height() >= 150;
        axis = r.height() < 72 ? 0 : below.height() + (titled ? TITLE : 0);
        rows = GridAxis.within(r, rs, m - up.to(0, m), m - up.from(0, m), mostRows(), GridCells.weights(y, rs));
        all = GridCells.each(y, xs, rs, mean);
        decimals = Decimals.onMarks(all, y.unit());
        cells = GridCells.of(y, xs, columns, rs, rows, null, mean);
        List<String> label = r.spec().columns(Channel.LABEL);
        called = CellNames.of(label.isEmpty() ? null : r.frame().column(label.get(0)), xs, columns, rs, rows);
    }

    private int mostRows() {
        return (int) Math.max(1, Math.floor((r.height() - axis - 25) / LEAST_ROW));
    }

    /** The room of all names of rows, so that the cells stay where they are while other rows come into view. */
    private double widest(Members of) {
        return of.labels().stream()
                .mapToDouble(label -> d.width(label, names))
                .max()
                .orElse(0);
    }

    private boolean whole() {
        return across.isWhole() && up.isWhole();
    }

    /** Whether there is a value, in view or not. */
    boolean any() {
        return all.length > 0;
    }

    private String note() {
        String both = (columns.note() + " " + rows.note()).strip();
        String together = both.isEmpty() || !mean ? both : TEXTS.get("heat.layout.cells_are_averages", both);
        return whole()
                ? together
                : TEXTS.get("heat.layout.in_view", inView(rows), rs.count(), inView(columns), xs.count(), together)
                        .strip();
    }

    private static long inView(GridAxis axis) {
        return Arrays.stream(axis.lineOf())
                .filter(line -> line != GridAxis.OUTSIDE)
                .count();
    }

    private record Box(double left, double top, double width, double height) {
        /** The part that both have, if any. */
        Box and(Box other) {
            double x = Math.max(left, other.left);
            double y = Math.max(top, other.top);
            return new Box(
                    x,
                    y,
                    Math.max(0, Math.min(left + width, other.left + other.width) - x),
                    Math.max(0, Math.min(top + height, other.top + other.height) - y));
        }
    }

    Drawing draw() {
        // Who looks closer wants to find a colour again: it means the same in each view.
        Shades shades = Shades.of(r.theme(), whole() ? cells.all() : all);
        Foot foot = new Foot(r, d, note(), shades, y.unit(), false);
        double room = Math.max(1, r.height() - foot.height() - axis);
        double wide = Math.max(MOST_ROW, Math.min(MOST_WIDE_ROW, (r.width() - left) / columns.shown()));
        double most = called.any() ? Math.max(wide, CellNames.room()) : wide;
        Box field = new Box(left, 0, r.width() - left, Math.min(room, most * Math.min(rs.count(), mostRows())));
        double cw = field.width() / columns.shown();
        double ch = field.height() / rows.shown();
        double gap = Math.min(cw, ch) > 14 ? 2 : Math.min(cw, ch) > 6 ? 1 : 0;
        boolean printed = printed(cw - gap - 6, ch - gap, shades);
        Drawing inside = d.fresh();
        for (int i = 0; i < rows.count(); i++) {
            double top = rows.start(i) * ch;
            rowName(i, new Box(left, top, cw, ch - gap).and(field), left - 10);
            for (int k = 0; k < columns.count(); k++) {
                Box box = new Box(left + columns.start(k) * cw, top, cw - gap, ch - gap);
                cell(inside, i, k, box, box.and(field), printed, shades);
            }
        }
        d.add(movable(field, inside.nodes()));
        if (axis > 0) {
            below.draw(left + columns.start(0) * cw, left, field.height(), r.width());
        }
        if (titled) {
            TextStyle medium =
                    Drawing.style(11, TextStyle.Weight.MEDIUM, r.theme().secondary());
            String title = d.fit(Labels.of(x, r.metrics()), r.width() - left, medium);
            d.text(r.width(), field.height() + below.height() + 8, title, medium, Anchor.END);
        }
        foot.below(field.height() + axis);
        return d;
    }

    /** The name of a row in the middle of what is seen of it, on two lines where one is too short. */
    private void rowName(int row, Box seen, double room) {
        if (seen.height() >= LEAST_NAMED) {
            int most = seen.height() >= 2 * LEADING ? 2 : 1;
            List<String> name = d.wrap(rows.lines().get(row).label(), room + 0.01, most, names);
            double baseline = seen.top() + seen.height() / 2 + 4 - LEADING * (name.size() - 1) / 2;
            for (int line = 0; line < name.size(); line++) {
                d.text(0, baseline + line * LEADING, name.get(line), names);
            }
        }
    }

    /** The cells within the handles that zoom and move them. */
    private Node movable(Box field, List<Node> drawn) {
        List<Node> inside = new ArrayList<>();
        inside.add(new Node.Rect(field.left(), 0, field.width(), field.height(), 0, null, null));
        inside.addAll(drawn);
        Node.Clip clip = whole() ? null : new Node.Clip(field.left(), 0, field.width(), field.height());
        Gesture sideways = xs.count() <= CLOSEST ? null : new Gesture(Gesture.Kind.VIEW_X, "x", across.text());
        Gesture upwards = rs.count() <= CLOSEST ? null : new Gesture(Gesture.Kind.VIEW_Y, "y", up.text());
        Node.Group group = new Node.Group("view-x", 0, 0, clip, null, sideways, inside);
        return new Node.Group("view-y", 0, 0, null, null, upwards, List.of(group));
    }

    /** What rounds to nothing beside the others is 0 in its cell; the tooltip has all digits. */
    private String number(double v, Shades shades) {
        double most = Math.max(Math.abs(shades.low()), Math.abs(shades.high()));
        double shown = Math.abs(v) < NOTHING * most ? 0 : v;
        return decimals.alike() ? decimals.write(r, shown) : Amounts.onMark(r, y, shown);
    }

    private boolean printed(double width, double height, Shades shades) {
        if (height < LEAST_PRINTED) {
            return false;
        }
        for (double v : cells.all()) {
            if (Double.isFinite(v) && d.width(number(v, shades), names) > width) {
                return false;
            }
        }
        return true;
    }

    private void cell(Drawing on, int i, int k, Box box, Box seen, boolean printed, Shades shades) {
        double v = cells.at(i, k);
        if (!Double.isFinite(v)) {
            return;
        }
        int ground = shades.at(v);
        Drawing part = d.fresh();
        double w = box.width();
        double h = box.height();
        part.rect(
                box.left(),
                box.top(),
                Math.max(0.5, w),
                Math.max(0.5, h),
                Math.min(3, Math.min(w, h) / 4),
                Fill.of(ground));
        TextStyle style = Drawing.style(11, Legible.on(r.theme(), ground));
        String number = printed ? number(v, shades) : "";
        if (!number.isEmpty() && (seen.height() < LEAST_PRINTED || d.width(number, names) > seen.width())) {
            number = "";
        }
        double cx = seen.left() + seen.width() / 2;
        double cy = seen.top() + seen.height() / 2;
        if (!called.at(i, k).isEmpty()) {
            CellNames.draw(part, called.at(i, k), number, cx, cy, seen.width() - 4, seen.height(), style);
        } else {
            part.text(cx, cy + 4, number, style, Anchor.MIDDLE);
        }
        on.add(Marks.group(
                "cell-" + i + "-" + k,
                title(i, k),
                List.of(new Datum.Entry(Labels.of(y, r.metrics()), Amounts.exact(r, y, v))),
                members(i, k),
                x.name(),
                part.nodes()));
    }

    private String title(int i, int k) {
        String place =
                rows.lines().get(i).label() + ", " + columns.lines().get(k).label();
        return called.at(i, k).isEmpty() ? place : TEXTS.get("heat.layout.called", called.at(i, k), place);
    }

    private Map<String, String> members(int i, int k) {
        Map<String, String> both = new HashMap<>(rows.lines().get(i).member());
        both.putAll(columns.lines().get(k).member());
        return both;
    }

    String description(String title) {
        int columnsCount = columns.count();
        double[] seen = cells.all();
        List<Integer> known = new ArrayList<>();
        for (int c = 0; c < seen.length; c++) {
            if (Double.isFinite(seen[c])) {
                known.add(c);
            }
        }
        if (known.isEmpty()) {
            return TEXTS.get("heat.layout.nothing_in_view", title, note());
        }
        int high = known.get(0);
        int low = known.get(0);
        double total = 0;
        for (int c : known) {
            high = seen[c] > seen[high] ? c : high;
            low = seen[c] < seen[low] ? c : low;
            total += seen[c];
        }
        String text = !mean
                ? TEXTS.get(
                        "heat.layout.highest_lowest_total",
                        title,
                        Amounts.exact(r, y, seen[high]),
                        title(high / columnsCount, high % columnsCount),
                        Amounts.exact(r, y, seen[low]),
                        title(low / columnsCount, low % columnsCount),
                        Amounts.exact(r, y, total))
                : TEXTS.get(
                        "heat.layout.highest_lowest",
                        title,
                        Amounts.exact(r, y, seen[high]),
                        title(high / columnsCount, high % columnsCount),
                        Amounts.exact(r, y, seen[low]),
                        title(low / columnsCount, low % columnsCount));
        return (text + " " + note()).strip();
    }
}
