package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/**
 * Funnels side by side, one for each member of FACET, from the largest. The first stage of each has the width of its panel,
 * since what is compared is how many go on.
 */
final class FunnelPanels {
    private static final Texts TEXTS = Texts.of(FunnelPanels.class);

    private static final double LEAST_WIDTH = 280;
    private static final double LEAST_HEIGHT = 150;
    private static final double GAP = 28;
    private static final double NAME = 22;

    private record Panel(String name, List<Integer> rows, double weight) {}

    private FunnelPanels() {}

    /**
     * Lays them out.
     *
     * @param one lays out a funnel alone
     */
    static Scene of(ChartRequest r, Column facet, String title, Function<ChartRequest, Scene> one) {
        List<Panel> all = panels(r, facet);
        int across = (int) Math.max(1, Math.min(all.size(), Math.floor((r.width() + GAP) / (LEAST_WIDTH + GAP))));
        int fits = (int) Math.max(1, Math.floor(r.height() / (LEAST_HEIGHT + NAME)));
        int lines = Math.max(1, Math.min(fits, (all.size() + across - 1) / across));
        // Four panels stand two by two, not three and one.
        int columns = Math.min(across, (all.size() + lines - 1) / lines);
        List<Panel> shown = all.subList(0, Math.min(all.size(), columns * lines));
        Notes notes = new Notes();
        if (shown.size() > 1) {
            notes.add(TEXTS.get("funnel.panels.first_stage_each_panel"));
        }
        if (shown.size() < all.size()) {
            int left = all.size() - shown.size();
            notes.add(TEXTS.get("funnel.panels.panels_are_not_shown", Figure.counted(r, left)));
        }
        ChartSpec spec = alike(r);
        Drawing d = new Drawing(r.text());
        double width = (r.width() - (columns - 1) * GAP) / columns;
        double height = Math.max(NAME + 1, (r.height() - notes.height() - (lines - 1) * 8) / lines);
        StringBuilder said = new StringBuilder(TEXTS.get("funnel.panels.said", title, Phrases.plain(shown.size())));
        TextStyle style = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        for (int i = 0; i < shown.size(); i++) {
            Panel panel = shown.get(i);
            Scene scene = one.apply(new ChartRequest(
                    spec,
                    rows(r.frame(), panel.rows()),
                    r.trend(),
                    r.metrics(),
                    r.view(),
                    r.theme(),
                    width,
                    height - NAME,
                    r.text(),
                    r.format()));
            Drawing head = d.fresh();
            head.add(new Node.Rect(0, 0, width, NAME - 4, 0, null, null));
            head.text(0, 13, d.fit(panel.name(), width, style), style);
            String id = "panel-" + i;
            Map<String, String> members = Labels.members(facet, panel.rows().get(0));
            List<Node> nodes = new ArrayList<>();
            nodes.add(Marks.group(id, panel.name(), List.of(), members, facet.name(), head.nodes()));
            nodes.add(Node.Group.at(0, NAME, Marks.prefixed(scene.root().children(), id + "-")));
            d.add(Node.Group.at(i % columns * (width + GAP), i / columns * (height + 8), nodes));
            said.append(i < 3 ? " " + panel.name() + ": " + scene.description() : "");
        }
        return Pictures.of(r, d, notes, title, said.toString());
    }

    private static List<Panel> panels(ChartRequest r, Column facet) {
        Column y = r.frame().column(r.spec().column(Channel.Y));
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < y.size(); row++) {
            if (y.doubleAt(row) >= 0) {
                rows.computeIfAbsent(Labels.member(facet, row, r), n -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Panel> all = new ArrayList<>();
        rows.forEach((name, some) -> all.add(
                new Panel(name, some, some.stream().mapToDouble(y::doubleAt).sum())));
        all.sort(Comparator.comparing((Panel p) -> Labels.isRest(p.name())).thenComparingDouble(p -> -p.weight()));
        return all;
    }

    /** The chart without panels, whose segments have one colour in all of them. */
    private static ChartSpec alike(ChartRequest r) {
        Map<Channel, List<String>> encodings = new LinkedHashMap<>(r.spec().encodings());
        encodings.remove(Channel.FACET);
        ChartSpec spec = new ChartSpec(r.spec().kind(), encodings, r.spec().options());
        Column color = Pictures.optional(r, Channel.COLOR);
        String option = color == null ? "" : MemberColours.OPTION + color.name();
        if (color == null || spec.options().containsKey(option)) {
            return spec;
        }
        Column x = r.frame().column(spec.column(Channel.X));
        Column y = r.frame().column(spec.column(Channel.Y));
        Stages whole = Stages.of(r, x, y, color, Integer.MAX_VALUE, new Notes());
        return spec.option(
                option, whole.segments().stream().map(Stages.Segment::name).collect(Collectors.joining("|")));
    }

    private static Frame rows(Frame frame, List<Integer> rows) {
        List<Column> columns = new ArrayList<>();
        for (Column column : frame.columns()) {
            boolean decimal = column.type() == ColumnType.DECIMAL;
            Column.Builder b =
                    decimal ? Column.decimalBuilder(column.spec(), column.scale()) : Column.builder(column.spec());
            rows.forEach(row -> b.add(column.valueAt(row)));
            columns.add(b.build());
        }
        return Frame.of(columns).withCaveats(frame.caveats());
    }
}
