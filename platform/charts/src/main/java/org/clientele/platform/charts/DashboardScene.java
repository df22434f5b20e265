package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.TextMeasure;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;

/** A whole dashboard as one scene, for files: a head, and every card in its place. Immutable and thread-safe. */
public final class DashboardScene {
    private static final double HEAD = 64;
    private static final double LEAST_HEIGHT = 176;

    private final TileCard card;
    private final TextMeasure text;
    private final DashboardLayout layout = new DashboardLayout();

    public DashboardScene(TileCard card, TextMeasure text) {
        this.card = card;
        this.text = text;
    }

    /**
     * What stands above the tiles; "" leaves a part out.
     *
     * @param title the dashboard's title
     * @param period "December 2010 – December 2011"
     * @param dataAsOf "Data as of 9 Dec 2011 12:50"
     * @param workspace "Online Retail"
     */
    public record Head(String title, String period, String dataAsOf, String workspace) {}

    /**
     * Lays out a dashboard.
     *
     * @param content of each tile
     * @param metrics definitions by frame column
     * @param view of each tile
     * @param width of the picture in pixels at 100 %
     * @param height of the picture, or empty to follow from the tiles; charts grow and shrink into a given one, and a picture
     *     that still cannot hold them all becomes higher
     */
    public Scene of(
            DashboardSpec dashboard,
            Head head,
            Function<TileSpec, TileContent> content,
            Map<String, MetricDefinition> metrics,
            Function<TileSpec, ViewState> view,
            Theme theme,
            double width,
            OptionalDouble height) {
        double margin = layout.margin(width);
        double top = HEAD;
        List<Placed> placed = layout.place(dashboard.tiles(), width, card::minWidth);
        double natural = top + layout.height(placed, width);
        if (height.isPresent()) {
            placed = fitted(placed, height.getAsDouble() - natural);
        }
        double whole =
                height.isPresent() ? Math.max(height.getAsDouble(), top + layout.height(placed, width)) : natural;
        Drawing d = new Drawing(text);
        d.rect(0, 0, width, whole, 0, Fill.of(theme.canvas()));
        head(d, head, theme, margin, width);
        List<String> said = new ArrayList<>();
        for (Placed p : placed) {
            Scene scene = card.scene(
                    p.tile(), content.apply(p.tile()), metrics, view.apply(p.tile()), theme, p.width(), p.height());
            d.add(new Node.Group(
                    p.tile().id(),
                    p.x(),
                    p.y() + top,
                    null,
                    null,
                    null,
                    scene.root().children()));
            said.add(scene.title() + ": " + scene.description());
        }
        Node.Group root = Node.Group.at(0, 0, d.nodes());
        return new Scene(width, whole, head.title(), String.join(" ", said), root);
    }

    private static void head(Drawing d, Head head, Theme theme, double margin, double width) {
        TextStyle title = Drawing.style(22, Weight.MEDIUM, theme.text());
        TextStyle quiet = Drawing.style(13, theme.secondary());
        double room = width - 2 * margin;
        d.text(margin, margin + 18, d.fit(head.title(), room, title), title);
        String line = Stream.of(head.period(), head.dataAsOf(), head.workspace())
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining("   ·   "));
        d.text(margin, margin + 41, d.fit(line, room, quiet), quiet);
    }

    /** Gives what is left of the page to the rows with charts, or takes it from them; small tiles keep their height. */
    private static List<Placed> fitted(List<Placed> placed, double surplus) {
        List<Double> flexible = new ArrayList<>();
        double row = -1;
        for (Placed p : placed) {
            if (p.y() != row) {
                row = p.y();
                double tallest = tallest(placed, row);
                if (tallest >= LEAST_HEIGHT) {
                    flexible.add(tallest);
                }
            }
        }
        if (flexible.isEmpty()) {
            return placed;
        }
        double factor = factor(flexible, surplus);
        List<Placed> out = new ArrayList<>();
        double shift = 0;
        double before = placed.get(0).y();
        for (Placed p : placed) {
            if (p.y() != before) {
                double tallest = tallest(placed, before);
                shift += resized(tallest, factor) - tallest;
                before = p.y();
            }
            out.add(new Placed(
                    p.tile(), p.x(), Math.round(p.y() + shift), p.width(), Math.round(resized(p.height(), factor))));
        }
        return out;
    }

    /** What all rows are multiplied by; those that would become too low keep the least, and the others give more. */
    private static double factor(List<Double> rows, double surplus) {
        double wanted = rows.stream().mapToDouble(r -> r).sum() + surplus;
        double factor = 1;
        double before;
        do {
            before = factor;
            double f = factor;
            List<Double> higher =
                    rows.stream().filter(r -> r * f >= LEAST_HEIGHT).toList();
            double least = (rows.size() - higher.size()) * LEAST_HEIGHT;
            double sum = higher.stream().mapToDouble(r -> r).sum();
            factor = higher.isEmpty() ? 0 : Math.max(0, (wanted - least) / sum);
        } while (factor < before);
        return factor;
    }

    private static double resized(double height, double factor) {
        return height < LEAST_HEIGHT ? height : Math.max(LEAST_HEIGHT, height * factor);
    }

    private static double tallest(List<Placed> placed, double y) {
        return placed.stream()
                .filter(p -> p.y() == y)
                .mapToDouble(Placed::height)
                .max()
                .orElse(0);
    }
}
