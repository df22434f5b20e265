package org.clientele.platform.charts.kind.grid;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Foot;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.Shades;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** Where the days of a calendar stand. */
final class CalendarLayout {
    private static final Texts TEXTS = Texts.of(CalendarLayout.class);

    private static final double HEAD = 17;
    private static final double BETWEEN = 9;
    private static final double LEAST_DAY = 4;
    private static final double MOST_DAY = 26;
    private static final double LONGEST = 1.7;
    private static final int RUNNING_MONTHS = 14;

    /** Whole months in one run of weeks. */
    private record Band(YearMonth first, YearMonth last) {}

    private final ChartRequest r;
    private final Column x;
    private final Column y;
    private final TreeMap<LocalDate, Double> values;
    private final DayOfWeek firstDay;
    private final Drawing d;
    private final TextStyle quiet;
    private final String note;
    private final boolean byYear;
    private final List<Band> bands;
    private final double left;

    CalendarLayout(ChartRequest r, Column x, Column y, TreeMap<LocalDate, Double> values, int without) {
        this.r = r;
        this.x = x;
        this.y = y;
        this.values = values;
        firstDay = r.format().firstDayOfWeek();
        d = new Drawing(r.text());
        quiet = Drawing.style(11, r.theme().secondary());
        double widest = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            widest = Math.max(widest, d.width(r.format().weekday(day), quiet));
        }
        YearMonth first = YearMonth.from(values.firstKey());
        YearMonth last = YearMonth.from(values.lastKey());
        int months = (int) Math.min(1_000_000, ChronoUnit.MONTHS.between(first, last) + 1);
        byYear = months > RUNNING_MONTHS;
        left = r.width() < 260 ? 0 : Math.min(60, Math.max(widest, byYear ? 34 : 0)) + 8;
        String said = without == 0 ? "" : TEXTS.get("calendar.layout.rows_without_day_are", Figure.counted(r, without));
        if (byYear) {
            double band = 7 * LEAST_DAY + HEAD + BETWEEN;
            int fits = (int) Math.max(1, Math.floor((r.height() - 40 + BETWEEN) / band));
            int firstYear = Math.max(first.getYear(), last.getYear() - fits + 1);
            bands = years(firstYear, last.getYear());
            if (firstYear > first.getYear()) {
                said = TEXTS.get("calendar.layout.years_have_no_room", first.getYear(), firstYear - 1, said)
                        .strip();
            }
        } else {
            bands = running(first, months);
        }
        note = said;
    }

    private static List<Band> years(int from, int to) {
        List<Band> out = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            out.add(new Band(YearMonth.of(year, 1), YearMonth.of(year, 12)));
        }
        return out;
    }

    /** As many bands as make days largest. */
    private List<Band> running(YearMonth first, int months) {
        List<Band> best = List.of();
        double largest = -1;
        for (int count = 1; count <= Math.min(4, months); count++) {
            int each = (int) Math.ceil(months / (double) count);
            List<Band> candidate = new ArrayList<>();
            for (int m = 0; m < months; m += each) {
                candidate.add(new Band(first.plusMonths(m), first.plusMonths(Math.min(months, m + each) - 1)));
            }
            double[] day = day(candidate, r.height() - 28);
            double side = Math.min(day[0], day[1]);
            if (side > largest + 0.01) {
                largest = side;
                best = candidate;
            }
        }
        return best;
    }

    /** Width and height of a day. */
    private double[] day(List<Band> some, double height) {
        long weeks = 1;
        for (Band b : some) {
            weeks = Math.max(weeks, week(b, b.last().atEndOfMonth()) + 1);
        }
        double n = some.size();
        double across = (r.width() - left) / weeks;
        double down = Math.max(0.5, (height - n * HEAD - (n - 1) * BETWEEN) / (7 * n));
        double w = Math.min(across, Math.min(MOST_DAY * LONGEST, down * LONGEST));
        return new double[] {w, Math.min(down, Math.min(MOST_DAY, w * LONGEST))};
    }

    private LocalDate weekStart(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(firstDay));
    }

    private long week(Band band, LocalDate day) {
        return ChronoUnit.WEEKS.between(weekStart(band.first().atDay(1)), weekStart(day));
    }

    private int weekday(LocalDate day) {
        return Math.floorMod(day.getDayOfWeek().getValue() - firstDay.getValue(), 7);
    }

    private SortedMap<LocalDate, Double> shown() {
        return values.tailMap(bands.get(0).first().atDay(1));
    }

    Drawing draw() {
        double[] all =
                shown().values().stream().mapToDouble(Double::doubleValue).toArray();
        Shades shades = Shades.of(r.theme(), all);
        Foot foot = new Foot(r, d, note, shades, y.unit(), false);
        double[] size = day(bands, r.height() - foot.height());
        double top = 0;
        for (Band band : bands) {
            band(band, top, size[0], size[1], shades);
            top += HEAD + 7 * size[1] + BETWEEN;
        }
        foot.below(top - BETWEEN + 2);
        return d;
    }

    private void band(Band band, double top, double w, double h, Shades shades) {
        double days = top + HEAD;
        if (top + 11 <= r.height()) {
            heads(band, top, w);
        }
        weekdays(days, h);
        double gap = Math.min(w, h) > 9 ? 2 : Math.min(w, h) > 5 ? 1 : 0;
        int bare = Colors.mix(r.theme().surface(), r.theme().border(), 0.35);
        for (LocalDate day = band.first().atDay(1); !day.isAfter(band.last().atEndOfMonth()); day = day.plusDays(1)) {
            double px = left + week(band, day) * w;
            double py = days + weekday(day) * h;
            Double v = values.get(day);
            double radius = Math.min(2.5, Math.min(w, h) / 5);
            if (v == null) {
                d.rect(px, py, Math.max(0.5, w - gap), Math.max(0.5, h - gap), radius, Fill.of(bare));
                continue;
            }
            Drawing part = d.fresh();
            part.rect(px, py, Math.max(0.5, w - gap), Math.max(0.5, h - gap), radius, Fill.of(shades.at(v)));
            String title =
                    r.format().weekday(day.getDayOfWeek()) + ", " + r.format().period(day, Grain.DAY);
            // A moment is not a member that a filter could name: only days are.
            Map<String, String> members = x.type() == ColumnType.DATE ? Map.of(x.name(), day.toString()) : Map.of();
            List<Datum.Entry> entries = List.of(new Datum.Entry(Labels.of(y, r.metrics()), Amounts.exact(r, y, v)));
            d.add(Marks.group("day-" + day, title, entries, members, x.name(), part.nodes()));
        }
        borders(band, days, w, h, gap);
    }

    /** Names of months where they begin, and the year where a band is one or a January comes. */
    private void heads(Band band, double top, double w) {
        TextStyle year = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        double end = 0;
        if (byYear && left > 0) {
            String text = String.valueOf(band.first().getYear());
            d.text(0, top + 11, d.fit(text, left - 4, year), year);
            end = left - 2;
        }
        for (YearMonth m = band.first(); !m.isAfter(band.last()); m = m.plusMonths(1)) {
            double px = left + week(band, m.atDay(7)) * w;
            boolean full = (!byYear || left == 0) && (m.equals(band.first()) || m.getMonthValue() == 1);
            String text = r.format().tick(m.atDay(1), Grain.MONTH) + (full ? " " + m.getYear() : "");
            double width = d.width(text, quiet);
            if (px >= end && px + width <= r.width()) {
                d.text(px, top + 11, text, quiet);
                end = px + width + 4;
            }
        }
    }

    private void weekdays(double top, double h) {
        if (left == 0) {
            return;
        }
        int every = h >= 12 ? 1 : h >= 6 ? 2 : h * 3 >= 12 ? 3 : 7;
        for (int i = 0; i < 7 && every < 7; i += every) {
            String name = r.format().weekday(firstDay.plus(i));
            d.text(left - 8, top + (i + 0.5) * h + 3.2, d.fit(name, left - 8 + 0.01, quiet), quiet, Anchor.END);
        }
    }

    /** A stair between the months. */
    private void borders(Band band, double top, double w, double h, double gap) {
        if (Math.min(w, h) < 7) {
            return;
        }
        Stroke line = Stroke.of(Colors.mix(r.theme().surface(), r.theme().secondary(), 0.55), 1);
        for (YearMonth m = band.first().plusMonths(1); !m.isAfter(band.last()); m = m.plusMonths(1)) {
            LocalDate first = m.atDay(1);
            double px = left + week(band, first) * w - gap / 2;
            double step = top + weekday(first) * h - gap / 2;
            double bottom = top + 7 * h - gap / 2;
            PathData.Builder b = PathData.builder();
            if (weekday(first) == 0) {
                b.move(px, top - gap / 2).line(px, bottom);
            } else {
                b.move(px + w, top - gap / 2).line(px + w, step).line(px, step).line(px, bottom);
            }
            d.stroke(b.build(), line);
        }
    }

    String description(String title) {
        LocalDate high = values.firstKey();
        LocalDate low = high;
        double total = 0;
        for (Map.Entry<LocalDate, Double> e : values.entrySet()) {
            high = e.getValue() > values.getOrDefault(high, 0.0) ? e.getKey() : high;
            low = e.getValue() < values.getOrDefault(low, 0.0) ? e.getKey() : low;
            total += e.getValue();
        }
        String text = Amounts.additive(y)
                ? TEXTS.get(
                        "calendar.layout.to_highest_lowest_total",
                        title,
                        r.format().period(values.firstKey(), Grain.DAY),
                        r.format().period(values.lastKey(), Grain.DAY),
                        exact(high),
                        exact(low),
                        Amounts.exact(r, y, total))
                : TEXTS.get(
                        "calendar.layout.to_highest_lowest",
                        title,
                        r.format().period(values.firstKey(), Grain.DAY),
                        r.format().period(values.lastKey(), Grain.DAY),
                        exact(high),
                        exact(low));
        return (text + " " + note).strip();
    }

    private String exact(LocalDate day) {
        return TEXTS.get(
                "calendar.layout.on",
                Amounts.exact(r, y, values.getOrDefault(day, Double.NaN)),
                r.format().period(day, Grain.DAY));
    }
}
