package org.clientele.platform.charts;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.TextMeasure;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/**
 * The whole card of a tile as one scene: surface, title, subtitle, doubts, and the chart or what stands in its place. A
 * chart that throws becomes an error card; no content makes {@link #scene} throw. Immutable and thread-safe.
 */
public final class TileCard {
    private static final Texts TEXTS = Texts.of(TileCard.class);

    /** Between the card's edge and its content, in pixels. */
    public static final double PADDING = 16;

    /** The parameter of a gesture that opens what explains a mark: its value is a dashboard, one of its tiles, or a query. */
    public static final String OPEN = "open";

    private static final double RADIUS = 8;
    /** Kept free at the right of the title for the card's menu. */
    private static final double MENU = 24;
    /** Room beside a title for how many doubts there are. */
    private static final double DOUBTED = 30;
    /** In a lower card the chart needs the lines of subtitle and doubts. */
    private static final double LOW = 232;

    private final ChartCatalog catalog;
    private final TextMeasure text;
    private final ValueFormat format;
    private final BiConsumer<TileSpec, AnalyticsException> refusals;
    private final MemberOrder members;

    public TileCard(ChartCatalog catalog, TextMeasure text, ValueFormat format) {
        this(catalog, text, format, (tile, refusal) -> {}, MemberOrder.none());
    }

    private TileCard(
            ChartCatalog catalog,
            TextMeasure text,
            ValueFormat format,
            BiConsumer<TileSpec, AnalyticsException> refusals,
            MemberOrder members) {
        this.catalog = catalog;
        this.text = text;
        this.format = format;
        this.refusals = refusals;
        this.members = members;
    }

    /** The same, telling also which charts could not be drawn and why. */
    public TileCard reporting(BiConsumer<TileSpec, AnalyticsException> listener) {
        return new TileCard(catalog, text, format, listener, members);
    }

    /** The same, giving members the colours that they have in other pictures too. */
    public TileCard alike(MemberOrder order) {
        return new TileCard(catalog, text, format, refusals, order);
    }

    /** How it writes numbers and days. */
    public ValueFormat format() {
        return format;
    }

    /** The narrowest card for a tile, padding included; a kind that no plugin offers counts as a narrow one. */
    public double minWidth(TileSpec tile) {
        try {
            return catalog.kind(tile.chart().kind()).minWidth() + 2 * PADDING;
        } catch (AnalyticsException e) {
            return 240;
        }
    }

    /**
     * The card of exactly that size. Ids of groups start with the tile's id and "/".
     *
     * @param metrics definitions by frame column
     */
    public Scene scene(
            TileSpec tile,
            TileContent content,
            Map<String, MetricDefinition> metrics,
            ViewState view,
            Theme theme,
            double width,
            double height) {
        Drawing d = new Drawing(text);
        d.add(new Node.Rect(
                0.5,
                0.5,
                Math.max(0, width - 1),
                Math.max(0, height - 1),
                RADIUS,
                Fill.of(theme.surface()),
                Stroke.of(theme.border(), 1)));
        boolean kpi = tile.chart().kind().equals(ChartSpec.KPI);
        double inner = Math.max(0, width - 2 * PADDING);
        double top = head(d, tile, content, theme, inner, kpi, height < LOW);
        double room = Math.max(0, height - top - PADDING);
        Scene body = body(tile, content, metrics, view, theme, inner, room);
        d.add(new Node.Group(
                tile.id() + "/chart",
                PADDING,
                top,
                new Node.Clip(-PADDING, -8, inner + 2 * PADDING, room + 8 + PADDING - 4),
                null,
                null,
                linked(tile, content, Marks.prefixed(parts(body.root()), tile.id() + "/"))));
        return new Scene(width, height, tile.title(), body.description(), Node.Group.at(0, 0, d.nodes()));
    }

    /** A figure is one mark, and a click on it goes where the tile says. */
    private static List<Node> linked(TileSpec tile, TileContent content, List<Node> parts) {
        if (tile.detail().isEmpty()
                || !tile.chart().kind().equals(ChartSpec.KPI)
                || !(content instanceof TileContent.Ready)) {
            return parts;
        }
        Gesture open = new Gesture(Gesture.Kind.CLICK, OPEN, tile.detail());
        return List.of(new Node.Group(tile.id() + "/detail", 0, 0, null, null, open, parts));
    }

    /** Draws title, subtitle and doubts; answers where the chart starts. */
    private double head(
            Drawing d, TileSpec tile, TileContent content, Theme theme, double inner, boolean kpi, boolean low) {
        List<Caveat> caveats =
                content instanceof TileContent.Ready ready ? ready.frame().caveats() : List.of();
        if (kpi) {
            TextStyle label = Drawing.style(13, theme.secondary());
            List<Caveat> doubts = caveats.stream()
                    .filter(c -> c.kind() != Caveat.Kind.NO_COMPARISON && c.kind() != Caveat.Kind.PERIOD_INCOMPLETE)
                    .toList();
            String said = d.fit(tile.title(), inner - MENU - (doubts.isEmpty() ? 0 : DOUBTED), label);
            d.text(PADDING, PADDING + 11, said, label);
            beside(d, tile, doubts, theme, PADDING + d.width(said, label) + 9, PADDING + inner - MENU);
            return PADDING + 20;
        }
        TextStyle title = Drawing.style(15, Weight.MEDIUM, theme.text());
        TextStyle quiet = Drawing.style(12, theme.secondary());
        double y = PADDING + 12;
        String shown = d.fit(tile.title(), inner - MENU - (low && !caveats.isEmpty() ? DOUBTED : 0), title);
        d.text(PADDING, y, shown, title);
        if (low) {
            beside(d, tile, caveats, theme, PADDING + d.width(shown, title) + 12, PADDING + inner - MENU);
            return y + 14;
        }
        String insight =
                content instanceof TileContent.Ready ready ? ready.frame().insight() : "";
        if (insight.isEmpty() && !tile.subtitle().isEmpty()) {
            y += 19;
            d.text(PADDING, y, d.fit(tile.subtitle(), inner, quiet), quiet);
        }
        y = insight(d, insight, inner, y, quiet);
        if (!caveats.isEmpty()) {
            y += 19;
            caveats(d, caveats, tile, theme, inner, y, quiet);
        }
        return y + 14;
    }

    /** What the figures say, on two lines where one is too short for it; answers where the last line stands. */
    private static double insight(Drawing d, String insight, double inner, double y, TextStyle style) {
        if (insight.isEmpty()) {
            return y;
        }
        int end = insight.length();
        while (end > 0 && d.width(insight.substring(0, end), style) > inner) {
            end = insight.lastIndexOf(' ', end - 1);
        }
        if (end <= 0 || end == insight.length()) {
            d.text(PADDING, y + 19, d.fit(insight, inner, style), style);
            return y + 19;
        }
        d.text(PADDING, y + 19, insight.substring(0, end), style);
        d.text(PADDING, y + 35, d.fit(insight.substring(end + 1), inner, style), style);
        return y + 35;
    }

    /**
     * What a figure or a low card leaves out stands beside its title, in two words where there is little room, and as a count
     * where there is hardly any: its tooltip says all of it.
     */
    private static void beside(Drawing d, TileSpec tile, List<Caveat> doubts, Theme theme, double left, double right) {
        if (doubts.isEmpty() || right - left < 12) {
            return;
        }
        TextStyle quiet = Drawing.style(11, theme.secondary());
        Drawing line = d.fresh();
        double room = right - left - 14;
        // A sentence that is cut says less than two words that are not; the tooltip says all of it.
        String more = doubts.size() > 1 ? " " + TEXTS.get("tile.card.more", doubts.size() - 1) : "";
        String said = List.of(
                        doubts.get(0).message() + more,
                        words(doubts.get(0).kind()) + more,
                        TEXTS.get("tile.card.doubts", doubts.size()),
                        String.valueOf(doubts.size()))
                .stream()
                .filter(s -> line.width(s, quiet) <= room)
                .findFirst()
                .orElse("");
        double place = said.isEmpty() ? Math.min(right - left, 20) : 18 + line.width(said, quiet);
        line.add(new Node.Rect(left - 4, PADDING - 2, place, 18, 0, null, null));
        line.triangle(left + 5, PADDING + 7, 9, true, theme.warning());
        if (!said.isEmpty()) {
            line.text(left + 14, PADDING + 11, said, quiet);
        }
        d.add(Node.Group.of(tile.id() + "/doubts", doubts(doubts), line.nodes()));
    }

    private static Datum doubts(List<Caveat> caveats) {
        List<Datum.Entry> entries = caveats.stream()
                .map(c -> new Datum.Entry(words(c.kind()), c.message()))
                .toList();
        return new Datum(TEXTS.get("tile.card.what_to_bear_in"), entries, Map.of());
    }

    private static void caveats(
            Drawing d, List<Caveat> caveats, TileSpec tile, Theme theme, double inner, double y, TextStyle style) {
        Drawing line = d.fresh();
        line.add(new Node.Rect(PADDING, y - 13, inner, 18, 0, null, null));
        line.triangle(PADDING + 5, y - 4, 10, true, theme.warning());
        String more = caveats.size() > 1 ? " " + TEXTS.get("tile.card.more", caveats.size() - 1) : "";
        String shown = line.fit(caveats.get(0).message(), inner - 16 - line.width(more, style), style) + more;
        line.text(PADDING + 16, y, line.fit(shown, inner - 16, style), style);
        d.add(Node.Group.of(tile.id() + "/doubts", doubts(caveats), line.nodes()));
    }

    private static String words(Caveat.Kind kind) {
        return TEXTS.get("caveat." + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    private Scene body(
            TileSpec tile,
            TileContent content,
            Map<String, MetricDefinition> metrics,
            ViewState view,
            Theme theme,
            double width,
            double height) {
        Drawing d = new Drawing(text);
        String description;
        if (content instanceof TileContent.Ready ready) {
            if (ready.frame().rowCount() > 0) {
                try {
                    return catalog.layout(new ChartRequest(
                            members.in(tile.chart()),
                            ready.frame(),
                            ready.trend(),
                            metrics,
                            view,
                            theme,
                            width,
                            height,
                            text,
                            format));
                } catch (AnalyticsException e) {
                    refusals.accept(tile, e);
                    return body(
                            tile,
                            new TileContent.Failed(e.code(), e.getMessage()),
                            metrics,
                            view,
                            theme,
                            width,
                            height);
                }
            }
            description = TEXTS.get("tile.card.nothing_in_this_period");
            Notice.draw(d, theme, width, height, Notice.Shape.RING, description, "");
        } else if (content instanceof TileContent.Loading) {
            description = TEXTS.get("tile.card.loading");
            Skeleton.draw(d, tile.chart(), theme, width, height);
        } else if (content instanceof TileContent.Failed failed) {
            description = failed.message();
            boolean again = failed.code() != ErrorCode.FORMULA_INVALID && failed.code() != ErrorCode.CONTRACT_BROKEN;
            Notice.draw(
                    d,
                    theme,
                    width,
                    height,
                    Notice.Shape.SQUARE,
                    description,
                    again ? TEXTS.get("tile.card.try_again") : "");
        } else if (content instanceof TileContent.Empty empty) {
            description = empty.sentence();
            Notice.draw(d, theme, width, height, Notice.Shape.RING, description, empty.action());
        } else if (content instanceof TileContent.TooMuch much) {
            description = much.sentence();
            Notice.draw(d, theme, width, height, Notice.Shape.STACK, description, much.action());
        } else {
            description = TEXTS.get("tile.card.your_role_does_not");
            Notice.draw(d, theme, width, height, Notice.Shape.BAR, description, "");
        }
        return new Scene(width, height, tile.title(), description, Node.Group.at(0, 0, d.nodes()));
    }

    /** A root that only holds its parts is not worth a group; one that can do something is. */
    private static List<Node> parts(Node.Group root) {
        boolean plain =
                root.gesture() == null && root.datum() == null && root.clip() == null && root.x() == 0 && root.y() == 0;
        return plain ? root.children() : List.of(root);
    }
}
