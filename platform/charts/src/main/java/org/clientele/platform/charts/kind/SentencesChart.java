package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.TileCard;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Sentences one below the other, each with the direction of its change, and open to a click that asks its query. */
public final class SentencesChart implements ChartType {
    private static final Texts TEXTS = Texts.of(SentencesChart.class);

    private static final double LINE = 18;
    private static final double GAP = 12;
    private static final double LEFT = 24;
    private static final int LINES = 3;

    @Override
    public String kind() {
        return ChartSpec.SENTENCES;
    }

    @Override
    public double minWidth() {
        return 320;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column sentences = r.frame().column(r.spec().column(Channel.LABEL));
        TextStyle style = Drawing.style(13, r.theme().text());
        TextStyle quiet = Drawing.style(12, r.theme().secondary());
        Drawing all = new Drawing(r.text());
        double top = 0;
        int rows = r.frame().rowCount();
        List<String> said = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String sentence = text(sentences, row);
            List<String> lines = all.wrap(sentence, Math.max(40, r.width() - LEFT), LINES, style);
            double height = lines.size() * LINE + GAP;
            double kept = row + 1 < rows ? LINE : 0;
            if (top + height - GAP > r.height() - kept && row > 0) {
                all.text(LEFT, top + 13, TEXTS.get("sentences.chart.more_enlarge_card", rows - row), quiet);
                break;
            }
            said.add(sentence);
            all.add(sentence(r, row, sentence, lines, top, height, style));
            top += height;
        }
        return new Scene(
                r.width(),
                r.height(),
                Labels.of(sentences, r.metrics()),
                said.isEmpty() ? TEXTS.get("sentences.chart.nothing") : String.join(" ", said),
                Node.Group.at(0, 0, all.nodes()));
    }

    private static Node sentence(
            ChartRequest r, int row, String sentence, List<String> lines, double top, double height, TextStyle style) {
        Drawing d = new Drawing(r.text());
        d.add(new Node.Rect(0, top - GAP / 2 + 1, r.width(), height - 2, 6, null, null));
        mark(d, r, row, top);
        for (int i = 0; i < lines.size(); i++) {
            d.text(LEFT, top + 13 + i * LINE, lines.get(i), style);
        }
        return new Node.Group("sentence-" + row, 0, 0, null, datum(r, row, sentence), open(r, row), d.nodes());
    }

    /** Up or down by shape; whether that is good by colour, and in the tooltip. */
    private static void mark(Drawing d, ChartRequest r, int row, double top) {
        double change = number(r, r.spec().columns(Channel.Y), row);
        int colour = colour(r, row);
        if (change > 0 || change < 0) {
            d.triangle(7, top + 9, 9, change > 0, colour);
        } else {
            d.rect(3, top + 8, 8, 2, 1, Fill.of(colour));
        }
    }

    private static int colour(ChartRequest r, int row) {
        double good = good(r, row);
        return good > 0
                ? r.theme().good()
                : good < 0 ? r.theme().bad() : r.theme().secondary();
    }

    private static double good(ChartRequest r, int row) {
        return number(r, List.of(r.spec().options().getOrDefault("good", "")), row);
    }

    private static double number(ChartRequest r, List<String> names, int row) {
        return names.isEmpty()
                ? Double.NaN
                : r.frame()
                        .find(names.get(0))
                        .filter(c -> c.type().isNumeric() && !c.isNull(row))
                        .map(c -> c.doubleAt(row))
                        .orElse(Double.NaN);
    }

    private static @Nullable Gesture open(ChartRequest r, int row) {
        String link = r.frame()
                .find(r.spec().options().getOrDefault("open", ""))
                .filter(c -> c.type() == ColumnType.TEXT)
                .map(c -> text(c, row))
                .orElse("");
        return link.isEmpty() ? null : new Gesture(Gesture.Kind.CLICK, TileCard.OPEN, link);
    }

    private static Datum datum(ChartRequest r, int row, String sentence) {
        List<Datum.Entry> entries = new ArrayList<>();
        double good = good(r, row);
        if (good != 0 && !Double.isNaN(good)) {
            entries.add(new Datum.Entry(
                    TEXTS.get("sentences.chart.direction"),
                    good > 0
                            ? TEXTS.get("sentences.chart.good_for_this_metric")
                            : TEXTS.get("sentences.chart.bad_for_this_metric")));
        }
        for (String name : r.spec().columns(Channel.COLUMN)) {
            r.frame()
                    .find(name)
                    .filter(c -> !c.isNull(row))
                    .ifPresent(c -> entries.add(new Datum.Entry(Labels.of(c, r.metrics()), Labels.value(c, row, r))));
        }
        return new Datum(sentence, entries, Map.of());
    }

    private static String text(Column column, int row) {
        String text = column.type() == ColumnType.TEXT ? column.textAt(row) : null;
        return text == null ? "" : text;
    }
}
