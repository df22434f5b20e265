package org.clientele.platform.charts.kind.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Foot;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.Members;
import org.clientele.platform.charts.draw.Shades;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where the cells of a cohort grid stand. */
final class CohortLayout {
    private static final Texts TEXTS = Texts.of(CohortLayout.class);

    private static final double LEAST_CELL = 9;
    private static final double LEAST_ROW = 13;
    private static final double MOST_ROW = 34;
    private static final double GAP = 12;

    private final ChartRequest r;
    private final Column cohort;
    private final Column age;
    private final Column y;
    private final Column shown;
    private final @Nullable Column size;
    private final Drawing d;
    private final TextStyle names;
    private final TextStyle head;
    private final GridAxis columns;
    private final GridAxis rows;
    private final GridCells cells;
    private final double[] sizes;
    private final double[] average;
    private final boolean startsWhole;

    CohortLayout(ChartRequest r, Column cohort, Column age, Column y, Column shown, @Nullable Column size) {
        this.r = r;
        this.cohort = cohort;
        this.age = age;
        this.y = y;
        this.shown = shown;
        this.size = size;
        d = new Drawing(r.text());
        names = Drawing.style(12, r.theme().text());
        head = Drawing.style(11, r.theme().secondary());
        Members ages = Members.of(age, r);
        Members cohorts = Members.of(cohort, r);
        int across = (int) Math.max(1, Math.floor(r.width() * 0.6 / LEAST_CELL));
        int down = (int) Math.max(1, Math.floor((r.height() - 76) / LEAST_ROW) - 1);
        columns = GridAxis.of(r, ages, across, GridCells.weights(shown, ages));
        rows = GridAxis.of(r, cohorts, down, GridCells.weights(shown, cohorts));
        Column weights = Amounts.additive(shown) ? null : size;
        cells = GridCells.of(shown, ages, columns, cohorts, rows, weights, !Amounts.additive(shown));
        sizes = sizes(cohorts);
        average = averages(ages, weights);
        boolean whole = shown.unit().isRatio() && columns.count() > 1;
        for (int i = 0; i < rows.count(); i++) {
            double v = cells.at(i, 0);
            whole &= Double.isNaN(v) || Math.abs(v - 1) < 1e-9;
        }
        startsWhole = whole;
    }

    boolean any() {
        return cells.any();
    }

    /** The size of each row: the largest that any age of a cohort names, added where cohorts are together. */
    private double[] sizes(Members cohorts) {
        double[] own = new double[cohorts.count()];
        Arrays.fill(own, Double.NaN);
        for (int i = 0; size != null && i < size.size(); i++) {
            double v = size.doubleAt(i);
            int member = cohorts.indexOf()[i];
            own[member] = Double.isNaN(own[member]) ? v : Double.isNaN(v) ? own[member] : Math.max(own[member], v);
        }
        double[] sum = new double[rows.count()];
        Arrays.fill(sum, Double.NaN);
        for (int m = 0; m < own.length; m++) {
            int line = rows.lineOf()[m];
            sum[line] = Double.isNaN(sum[line]) ? own[m] : Double.isNaN(own[m]) ? sum[line] : sum[line] + own[m];
        }
        return sum;
    }

    private double[] averages(Members ages, @Nullable Column weights) {
        double[] sum = new double[columns.count()];
        double[] weight = new double[columns.count()];
        for (int i = 0; i < shown.size(); i++) {
            double v = shown.doubleAt(i);
            double w = weights == null ? 1 : weights.doubleAt(i);
            if (Double.isFinite(v) && w > 0) {
                int c = columns.lineOf()[ages.indexOf()[i]];
                sum[c] += v * w;
                weight[c] += w;
            }
        }
        for (int c = 0; c < sum.length; c++) {
            sum[c] = weight[c] == 0 ? Double.NaN : sum[c] / weight[c];
        }
        return sum;
    }

    private String note() {
        return (rows.note() + " " + columns.note()).strip();
    }

    private Shades shades() {
        if (!startsWhole) {
            return Shades.of(r.theme(), cells.all());
        }
        double[] later = cells.all().clone();
        for (int i = 0; i < later.length; i += columns.count()) {
            later[i] = Double.NaN;
        }
        return Shades.of(r.theme(), later);
    }

    Drawing draw() {
        Shades shades = shades();
        Foot foot = new Foot(r, d, note(), shades, shown.unit(), false);
        boolean tall = r.height() >= 180;
        double top = r.height() < 72 ? 0 : tall ? 36 : 20;
        double room = Math.max(1, r.height() - top - foot.height());
        boolean averaged = rows.count() > 1 && room / (rows.count() + 1) >= 12;
        double ch = Math.min(MOST_ROW, room / (rows.count() + (averaged ? 1.25 : 0)));
        double nameWidth =
                widest(rows.lines().stream().map(GridAxis.Line::label).toList(), names);
        nameWidth =
                Math.min(Math.max(nameWidth, d.width(TEXTS.get("cohort.layout.average"), medium())), r.width() * 0.28);
        String sizeHead = size == null ? "" : Labels.of(size, r.metrics());
        double sizeWidth = sizeWidth(sizeHead);
        double left = nameWidth + GAP + (sizeWidth > 0 ? sizeWidth + GAP : 0);
        double cw = Math.min(96, (r.width() - left) / columns.count());
        double gap = Math.min(cw, ch) > 14 ? 2 : 1;
        boolean printed = printed(cw - gap - 4, ch - gap);
        if (top > 0) {
            heads(left, nameWidth, sizeWidth, sizeHead, cw, top, tall);
        }
        for (int i = 0; i < rows.count(); i++) {
            double py = top + i * ch;
            if (ch >= 12) {
                String name = rows.lines().get(i).label();
                d.text(0, py + (ch - gap) / 2 + 4, d.fit(name, nameWidth + 0.01, names), names);
                if (sizeWidth > 0 && size != null) {
                    d.text(nameWidth + GAP + sizeWidth, py + (ch - gap) / 2 + 4, sizeText(i), head, Anchor.END);
                }
            }
            for (int k = 0; k < columns.count(); k++) {
                cell(i, k, left + k * cw, py, cw - gap, ch - gap, printed, shades);
            }
        }
        if (averaged) {
            averageRow(top + (rows.count() + 0.25) * ch, nameWidth, left, cw, ch, gap, printed, shades);
        }
        foot.draw();
        return d;
    }

    private TextStyle medium() {
        return Drawing.style(12, Weight.MEDIUM, r.theme().text());
    }

    private String sizeText(int i) {
        return size == null || Double.isNaN(sizes[i]) ? "–" : r.format().compact(sizes[i], size.unit());
    }

    private double sizeWidth(String sizeHead) {
        if (size == null || r.width() < 300) {
            return 0;
        }
        double widest = d.width(sizeHead, head);
        for (int i = 0; i < sizes.length; i++) {
            widest = Math.max(widest, d.width(sizeText(i), head));
        }
        return widest > r.width() * 0.2 ? 0 : widest;
    }

    private double widest(List<String> texts, TextStyle style) {
        double widest = 0;
        for (String text : texts) {
            widest = Math.max(widest, d.width(text, style));
        }
        return widest;
    }

    private void heads(
            double left, double nameWidth, double sizeWidth, String sizeHead, double cw, double top, boolean tall) {
        double baseline = top - 8;
        d.text(0, baseline, d.fit(Labels.of(cohort, r.metrics()), nameWidth, head), head);
        if (sizeWidth > 0) {
            d.text(nameWidth + GAP + sizeWidth, baseline, sizeHead, head, Anchor.END);
        }
        // Names of ages may stand over the left edge of narrow cells, but not over the head beside them.
        Drawing ages = d.fresh();
        List<String> labels = columns.lines().stream().map(GridAxis.Line::label).toList();
        AxisNames below = new AxisNames(ages, labels, cw, 0, true, head);
        below.draw(0, 0, baseline - below.drop(), r.width() - left);
        d.add(org.clientele.sdk.scene.Node.Group.at(left, 0, ages.nodes()));
        if (tall) {
            String unit = Labels.unit(age);
            String name = Labels.of(age, r.metrics());
            String text = Labels.says(name, unit)
                    ? name + ""
                    : TEXTS.get("cohort.layout.in", name, unit.toLowerCase(Locale.ROOT));
            d.text(left, baseline - 16, d.fit(text, r.width() - left, head), head);
        }
    }

    private boolean printed(double width, double height) {
        if (height < 13) {
            return false;
        }
        List<Double> all = new ArrayList<>();
        Arrays.stream(cells.all()).forEach(all::add);
        Arrays.stream(average).forEach(all::add);
        return all.stream().allMatch(v -> !Double.isFinite(v) || d.width(text(v), medium11()) <= width);
    }

    private TextStyle medium11() {
        return Drawing.style(11, Weight.MEDIUM, r.theme().text());
    }

    private String text(double v) {
        return Amounts.onMark(r, shown, v);
    }

    private void cell(int i, int k, double px, double py, double w, double h, boolean printed, Shades shades) {
        double v = cells.at(i, k);
        if (!Double.isFinite(v)) {
            return;
        }
        int ground = startsWhole && k == 0 ? r.theme().border() : shades.at(v);
        Drawing part = d.fresh();
        part.rect(px, py, Math.max(0.5, w), Math.max(0.5, h), Math.min(3, Math.min(w, h) / 4), Fill.of(ground));
        if (printed) {
            TextStyle style = Drawing.style(11, Legible.on(r.theme(), ground));
            part.text(px + w / 2, py + h / 2 + 4, text(v), style, Anchor.MIDDLE);
        }
        List<Datum.Entry> entries = new ArrayList<>();
        entries.add(new Datum.Entry(Labels.of(y, r.metrics()), Amounts.exact(r, shown, v)));
        if (size != null) {
            entries.add(new Datum.Entry(Labels.of(size, r.metrics()), Amounts.exact(r, size, sizes[i])));
        }
        Map<String, String> members = new HashMap<>(rows.lines().get(i).member());
        members.putAll(columns.lines().get(k).member());
        d.add(Marks.group("cell-" + i + "-" + k, title(i, k), entries, members, cohort.name(), part.nodes()));
    }

    private String title(int i, int k) {
        return rows.lines().get(i).label() + ", " + Labels.of(age, r.metrics()).toLowerCase(Locale.ROOT) + " "
                + columns.lines().get(k).label();
    }

    private void averageRow(
            double py,
            double nameWidth,
            double left,
            double cw,
            double ch,
            double gap,
            boolean printed,
            Shades shades) {
        d.text(
                0,
                py + (ch - gap) / 2 + 4,
                d.fit(TEXTS.get("cohort.layout.average"), nameWidth + 0.01, medium()),
                medium());
        for (int k = 0; k < average.length; k++) {
            if (!Double.isFinite(average[k])) {
                continue;
            }
            Drawing part = d.fresh();
            // Where numbers have no room, colours say it.
            int ground = startsWhole && k == 0 ? r.theme().border() : shades.at(average[k]);
            Fill fill = printed ? null : Fill.of(ground);
            part.add(new org.clientele.sdk.scene.Node.Rect(
                    left + k * cw, py, Math.max(0.5, cw - gap), Math.max(0.5, ch - gap), 2, fill, null));
            if (printed) {
                part.text(
                        left + k * cw + (cw - gap) / 2,
                        py + (ch - gap) / 2 + 4,
                        text(average[k]),
                        medium11(),
                        Anchor.MIDDLE);
            }
            String title = TEXTS.get(
                    "cohort.layout.average_2",
                    Labels.of(age, r.metrics()).toLowerCase(Locale.ROOT),
                    columns.lines().get(k).label());
            d.add(Marks.group(
                    "average-" + k,
                    title,
                    List.of(new Datum.Entry(Labels.of(y, r.metrics()), Amounts.exact(r, shown, average[k]))),
                    Map.of(),
                    "",
                    part.nodes()));
        }
    }

    String description(String title) {
        int best = -1;
        int worst = -1;
        double[] all = cells.all();
        for (int c = 0; c < all.length; c++) {
            if (Double.isFinite(all[c]) && !(startsWhole && c % columns.count() == 0)) {
                best = best < 0 || all[c] > all[best] ? c : best;
                worst = worst < 0 || all[c] < all[worst] ? c : worst;
            }
        }
        int n = columns.count();
        String text = TEXTS.get("cohort.layout.rows", Figure.counted(r, rows.count()), title);
        if (best >= 0) {
            text += TEXTS.get(
                    "cohort.layout.highest_lowest",
                    Amounts.exact(r, shown, all[best]),
                    title(best / n, best % n),
                    Amounts.exact(r, shown, all[worst]),
                    title(worst / n, worst % n));
        }
        return (text + ". " + note()).strip();
    }
}
