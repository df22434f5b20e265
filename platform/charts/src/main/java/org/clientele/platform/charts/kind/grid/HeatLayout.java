package org.clientele.platform.charts.kind.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Amounts;
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
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;

/** Where the cells of a heat grid stand. */
final class HeatLayout {
    private static final Texts TEXTS = Texts.of(HeatLayout.class);

    private static final double LEAST_CELL = 7;
    private static final double LEAST_ROW = 14;
    private static final double MOST_ROW = 44;
    private static final double AXIS = 20;
    private static final double TITLE = 15;

    private final ChartRequest r;
    private final Column x;
    private final Column row;
    private final Column y;
    private final Drawing d;
    private final TextStyle names;
    private final Members xs;
    private final Members rs;

    private final GridAxis columns;
    private final GridAxis rows;
    private final GridCells cells;
    private final CellNames called;

    HeatLayout(ChartRequest r, Column x, Column row, Column y) {
        this.r = r;
        this.x = x;
        this.row = row;
        this.y = y;
        d = new Drawing(r.text());
        names = Drawing.style(11, r.theme().secondary());
        xs = Members.of(x, r);
        rs = Members.of(row, r);
        int across = (int) Math.max(1, Math.floor(r.width() * 0.7 / LEAST_CELL));
        int down = (int) Math.max(1, Math.floor((r.height() - AXIS - 40) / LEAST_ROW));
        columns = GridAxis.of(r, xs, across, GridCells.weights(y, xs));
        rows = GridAxis.of(r, rs, down, GridCells.weights(y, rs));
        cells = GridCells.of(y, xs, columns, rs, rows, null);
        List<String> label = r.spec().columns(Channel.LABEL);
        called = CellNames.of(label.isEmpty() ? null : r.frame().column(label.get(0)), xs, columns, rs, rows);
    }

    boolean any() {
        return cells.any();
    }

    private String note() {
        String both = (columns.note() + " " + rows.note()).strip();
        return both.isEmpty() || Amounts.additive(y) ? both : TEXTS.get("heat.layout.cells_are_averages", both);
    }

    Drawing draw() {
        Shades shades = Shades.of(r.theme(), cells.all());
        Foot foot = new Foot(r, d, note(), shades, y.unit(), false);
        boolean titled = r.height() >= 150;
        double axis = r.height() < 72 ? 0 : titled ? AXIS + TITLE : AXIS;
        double room = Math.max(1, r.height() - foot.height() - axis);
        double widest = 0;
        for (GridAxis.Line line : rows.lines()) {
            widest = Math.max(widest, d.width(line.label(), names));
        }
        double left = Math.min(widest, Math.min(180, r.width() * 0.3)) + 10;
        double cw = (r.width() - left) / columns.count();
        double ch = Math.min(called.any() ? Math.max(MOST_ROW, CellNames.room()) : MOST_ROW, room / rows.count());
        double gap = Math.min(cw, ch) > 14 ? 2 : Math.min(cw, ch) > 6 ? 1 : 0;
        boolean printed = printed(cw - gap - 6, ch - gap);
        for (int i = 0; i < rows.count(); i++) {
            if (ch >= 11) {
                String name = d.fit(rows.lines().get(i).label(), left - 10 + 0.01, names);
                d.text(0, (i + 0.5) * ch + 4 - gap / 2, name, names);
            }
            for (int k = 0; k < columns.count(); k++) {
                cell(i, k, left + k * cw, i * ch, cw - gap, ch - gap, printed, shades);
            }
        }
        if (axis > 0) {
            List<String> labels =
                    columns.lines().stream().map(GridAxis.Line::label).toList();
            AxisNames.draw(d, labels, left, cw, rows.count() * ch + 13, r.width(), names);
        }
        if (titled) {
            TextStyle medium =
                    Drawing.style(11, TextStyle.Weight.MEDIUM, r.theme().secondary());
            String title = d.fit(Labels.of(x, r.metrics()), r.width() - left, medium);
            d.text(r.width(), rows.count() * ch + 13 + TITLE, title, medium, Anchor.END);
        }
        foot.below(rows.count() * ch + axis);
        return d;
    }

    private boolean printed(double width, double height) {
        if (height < 14) {
            return false;
        }
        for (double v : cells.all()) {
            if (Double.isFinite(v) && d.width(Amounts.onMark(r, y, v), names) > width) {
                return false;
            }
        }
        return true;
    }

    private void cell(int i, int k, double px, double py, double w, double h, boolean printed, Shades shades) {
        double v = cells.at(i, k);
        if (!Double.isFinite(v)) {
            return;
        }
        int ground = shades.at(v);
        Drawing part = d.fresh();
        part.rect(px, py, Math.max(0.5, w), Math.max(0.5, h), Math.min(3, Math.min(w, h) / 4), Fill.of(ground));
        TextStyle style = Drawing.style(11, Legible.on(r.theme(), ground));
        String number = printed ? Amounts.onMark(r, y, v) : "";
        if (!called.at(i, k).isEmpty()) {
            CellNames.draw(part, called.at(i, k), number, px + w / 2, py + h / 2, w - 4, h, style);
        } else if (printed) {
            part.text(px + w / 2, py + h / 2 + 4, number, style, Anchor.MIDDLE);
        }
        d.add(Marks.group(
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
        double[] all = cells.all();
        List<Integer> known = new ArrayList<>();
        for (int c = 0; c < all.length; c++) {
            if (Double.isFinite(all[c])) {
                known.add(c);
            }
        }
        int high = known.get(0);
        int low = known.get(0);
        double total = 0;
        for (int c : known) {
            high = all[c] > all[high] ? c : high;
            low = all[c] < all[low] ? c : low;
            total += all[c];
        }
        String text = Amounts.additive(y)
                ? TEXTS.get(
                        "heat.layout.highest_lowest_total",
                        title,
                        Amounts.exact(r, y, all[high]),
                        title(high / columnsCount, high % columnsCount),
                        Amounts.exact(r, y, all[low]),
                        title(low / columnsCount, low % columnsCount),
                        Amounts.exact(r, y, total))
                : TEXTS.get(
                        "heat.layout.highest_lowest",
                        title,
                        Amounts.exact(r, y, all[high]),
                        title(high / columnsCount, high % columnsCount),
                        Amounts.exact(r, y, all[low]),
                        title(low / columnsCount, low % columnsCount));
        return (text + " " + note()).strip();
    }
}
