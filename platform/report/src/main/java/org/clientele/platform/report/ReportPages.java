package org.clientele.platform.report;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.DashboardLayout;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.platform.charts.RobotoMeasure;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/**
 * A report as pages of A4, lying: the twelve columns of a dashboard have the room there that they have in a window. A row of
 * tiles is never parted; each page says what to bear in mind with its own figures.
 */
public final class ReportPages {
    private static final Texts TEXTS = Texts.of(ReportPages.class);

    /** Of a page, in pixels of 1/96 inch. */
    public static final double WIDTH = 297 / 25.4 * 96;

    /** Of a page, in pixels of 1/96 inch. */
    public static final double HEIGHT = 210 / 25.4 * 96;

    private static final double MARGIN = 32;
    private static final double COVER = 64;
    private static final double HEAD = 56;
    private static final double FOOT_LINE = 15;
    private static final double FOOT = 38;
    /** A row of charts grows at most by this much to fill a page. */
    private static final double GROWTH = 1.35;

    /** And shrinks at most to this, where one more row then finds room. */
    private static final double SHRUNK = 0.62;

    private static final double LEAST_GROWING = 176;
    private static final Theme THEME = Theme.LIGHT;
    private static final TextStyle COVER_TITLE = Drawing.style(26, Weight.MEDIUM, THEME.text());
    private static final TextStyle TITLE = Drawing.style(20, Weight.MEDIUM, THEME.text());
    private static final TextStyle QUIET = Drawing.style(12, THEME.secondary());
    private static final TextStyle SMALL = Drawing.style(11, THEME.secondary());

    private final Report report;
    private final DashboardLayout layout = new DashboardLayout();

    private ReportPages(Report report) {
        this.report = report;
    }

    /** All pages. */
    public static List<Scene> of(Report report) {
        return new ReportPages(report).pages();
    }

    /** Some rows of a chapter's tiles. */
    private record Page(Chapter chapter, boolean first, List<List<Placed>> rows) {
        List<TileSpec> tiles() {
            return rows.stream().flatMap(List::stream).map(Placed::tile).toList();
        }
    }

    private List<Scene> pages() {
        List<Page> pages = new ArrayList<>();
        for (Chapter chapter : report.chapters()) {
            part(chapter, pages);
        }
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            scenes.add(scene(pages.get(i), i, pages.size()));
        }
        if (scenes.isEmpty()) {
            scenes.add(scene(null, 0, 1));
        }
        return scenes;
    }

    private void part(Chapter chapter, List<Page> pages) {
        List<List<Placed>> rows = rows(chapter);
        int from = 0;
        do {
            boolean first = from == 0;
            double room = HEIGHT - top(pages.isEmpty()) - HEAD;
            double used = 0;
            int to = from;
            while (to < rows.size()
                    && (to == from
                            || used + least(rows.get(to))
                                    <= room - foot(doubts(chapter, rows.subList(from, to + 1))))) {
                used += least(rows.get(to)) + DashboardLayout.GUTTER;
                to++;
            }
            pages.add(new Page(chapter, first, rows.subList(from, to)));
            from = to;
        } while (from < rows.size());
    }

    private static List<String> doubts(Chapter chapter, List<List<Placed>> rows) {
        return chapter.doubts(
                rows.stream().flatMap(List::stream).map(Placed::tile).toList());
    }

    private List<List<Placed>> rows(Chapter chapter) {
        double inset = layout.margin(WIDTH - 2 * MARGIN);
        double width = WIDTH - 2 * MARGIN + 2 * inset;
        List<List<Placed>> rows = new ArrayList<>();
        double y = Double.NaN;
        for (Placed p : layout.place(chapter.dashboard().tiles(), width, report.cards()::minWidth)) {
            if (p.y() != y) {
                rows.add(new ArrayList<>());
                y = p.y();
            }
            rows.get(rows.size() - 1).add(new Placed(p.tile(), p.x() - inset + MARGIN, p.y(), p.width(), p.height()));
        }
        return rows;
    }

    private static double top(boolean cover) {
        return cover ? MARGIN + COVER : MARGIN;
    }

    private double foot(List<String> doubts) {
        return FOOT + MARGIN / 2 + FOOT_LINE * (filters().size() + lines(doubts).size());
    }

    /** What narrows all figures, in lines: on each page, because pages part. */
    private List<String> filters() {
        return new Drawing(RobotoMeasure.get()).wrap(report.notes().filtered(), WIDTH - 2 * MARGIN, 3, SMALL);
    }

    private List<String> lines(List<String> doubts) {
        Drawing d = new Drawing(RobotoMeasure.get());
        List<String> lines = new ArrayList<>();
        doubts.forEach(doubt -> lines.addAll(d.wrap(doubt, WIDTH - 2 * MARGIN - 18, 3, SMALL)));
        return lines;
    }

    private Scene scene(@org.jspecify.annotations.Nullable Page page, int number, int count) {
        Drawing d = new Drawing(RobotoMeasure.get());
        d.rect(0, 0, WIDTH, HEIGHT, 0, Fill.of(THEME.surface()));
        double y = MARGIN;
        double room = WIDTH - 2 * MARGIN;
        if (number == 0) {
            d.text(MARGIN, y + 20, d.fit(report.title(), room, COVER_TITLE), COVER_TITLE);
            d.text(MARGIN, y + 42, d.fit(report.notes().when(), room, QUIET), QUIET);
            y += COVER;
        }
        String said = report.description();
        String title = report.title();
        List<String> doubts = List.of();
        if (page == null) {
            d.text(MARGIN, y + 20, TEXTS.get("no.dashboards"), QUIET);
        } else {
            title = page.chapter().dashboard().title();
            doubts = page.chapter().doubts(page.tiles());
            head(d, page, y, room);
            said = tiles(d, page, y + HEAD, HEIGHT - foot(doubts));
        }
        foot(d, doubts, number, count, room);
        return new Scene(WIDTH, HEIGHT, title, said, Node.Group.at(0, 0, d.nodes()));
    }

    private void head(Drawing d, Page page, double y, double room) {
        String title = page.chapter().dashboard().title();
        String about = page.chapter().dashboard().description();
        if (page.first() && report.isCalled(page.chapter())) {
            // The cover has the title already.
            d.text(MARGIN, y + 18, d.fit(about, room, QUIET), QUIET);
            return;
        }
        d.text(
                MARGIN,
                y + 18,
                d.fit(page.first() ? title : TEXTS.get("report.pages.continued", title), room, TITLE),
                TITLE);
        if (page.first()) {
            d.text(MARGIN, y + 38, d.fit(about, room, QUIET), QUIET);
        }
    }

    /** Draws the cards, the charts as much higher as the page has room for; answers what they say. */
    private String tiles(Drawing d, Page page, double top, double bottom) {
        double natural = -DashboardLayout.GUTTER;
        double growing = 0;
        for (List<Placed> row : page.rows()) {
            double tallest = tallest(row);
            natural += tallest + DashboardLayout.GUTTER;
            growing += tallest >= LEAST_GROWING ? tallest : 0;
        }
        double spare = bottom - top - natural;
        double factor = growing == 0 ? 1 : Math.min(GROWTH, 1 + spare / growing);
        double y = top;
        StringBuilder said = new StringBuilder();
        for (List<Placed> row : page.rows()) {
            double grown = tallest(row) >= LEAST_GROWING ? factor : 1;
            for (Placed p : row) {
                Scene card = report.cards()
                        .scene(
                                p.tile(),
                                page.chapter().content(p.tile()),
                                page.chapter().metrics(),
                                page.chapter().view(p.tile()),
                                THEME,
                                p.width(),
                                Math.floor(p.height() * grown));
                d.add(new Node.Group(
                        p.tile().id(), p.x(), y, null, null, null, card.root().children()));
                said.append(said.isEmpty() ? "" : " ")
                        .append(card.title())
                        .append(": ")
                        .append(card.description());
            }
            y += Math.floor(tallest(row) * grown) + DashboardLayout.GUTTER;
        }
        return said.toString();
    }

    private void foot(Drawing d, List<String> doubts, int number, int count, double room) {
        double base = HEIGHT - MARGIN / 2 - 8;
        d.line(MARGIN, base - 18, WIDTH - MARGIN, base - 18, Stroke.of(THEME.border(), 1));
        String page = TEXTS.get("report.pages.page", number + 1, count);
        d.text(WIDTH - MARGIN, base, page, SMALL, Node.Text.Anchor.END);
        d.text(MARGIN, base, d.fit(report.notes().whoseAndWhen(), room - d.width(page, SMALL) - 24, SMALL), SMALL);
        List<String> lines = lines(doubts);
        List<String> filters = filters();
        double y = base - 18 - 8 - FOOT_LINE * (filters.size() + lines.size() - 1);
        if (!lines.isEmpty()) {
            d.triangle(MARGIN + 5, y - 4, 9, true, THEME.warning());
        }
        for (String line : lines) {
            d.text(MARGIN + 18, y, line, SMALL);
            y += FOOT_LINE;
        }
        for (String line : filters) {
            d.text(MARGIN, y, line, SMALL);
            y += FOOT_LINE;
        }
    }

    private static double least(List<Placed> row) {
        double tallest = tallest(row);
        boolean table = row.stream().anyMatch(p -> p.tile().chart().kind().equals(ChartSpec.TABLE));
        // A table would lose rows.
        return tallest >= LEAST_GROWING && !table ? Math.ceil(tallest * SHRUNK) : tallest;
    }

    private static double tallest(List<Placed> row) {
        return row.stream().mapToDouble(Placed::height).max().orElse(0);
    }
}
