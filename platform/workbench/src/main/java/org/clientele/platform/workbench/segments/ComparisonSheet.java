package org.clientele.platform.workbench.segments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.VersionComparison;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Row;
import org.clientele.platform.workbench.page.Sheet.Section;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** What two versions of a segmentation have in common, in words. */
final class ComparisonSheet {
    private static final Texts TEXTS = Texts.of(ComparisonSheet.class);
    private static final int MOVES = 8;

    private ComparisonSheet() {}

    static Sheet.Content of(PublishedSegmentation s, VersionComparison c, Figures figures) {
        int first = c.first().number();
        int second = c.second().number();
        List<Section> sections = new ArrayList<>();
        String rand = Double.isNaN(c.adjustedRand()) ? "–" : figures.exact(c.adjustedRand(), Unit.none());
        sections.add(new Section(TEXTS.get("compare.agree"), TEXTS.get("compare.agree.how", rand)));
        sections.add(new Section(
                TEXTS.get("compare.moved"),
                TEXTS.get(
                        "compare.moved.how",
                        figures.count(c.moved()),
                        figures.count(c.customers()),
                        first,
                        figures.day(c.firstDay()),
                        second,
                        figures.day(c.secondDay()))));
        sections.add(Section.of(TEXTS.get("compare.sizes"), sizes(c, figures).toArray(Row[]::new)));
        List<Row> moves = moves(c, figures);
        if (!moves.isEmpty()) {
            sections.add(Section.of(TEXTS.get("compare.most"), moves.toArray(Row[]::new)));
        }
        return new Sheet.Content(
                TEXTS.get("compare.heading", s.name(), first, second),
                sections,
                List.of(Sheet.Action.plain(TEXTS.get("compare.close"), () -> {})));
    }

    private static List<Row> sizes(VersionComparison c, Figures figures) {
        List<Row> rows = new ArrayList<>();
        List<Segment> before = c.first().segments();
        List<Segment> after = c.second().segments();
        for (int i = 0; i < before.size(); i++) {
            String key = before.get(i).key();
            long then = c.counts().get(i).stream().mapToLong(Long::longValue).sum();
            int same = places(after).indexOf(key);
            rows.add(new Row(
                    before.get(i).name(),
                    TEXTS.get(
                            "compare.sizes.one", figures.count(then), same < 0 ? "–" : figures.count(size(c, same)))));
        }
        for (int j = 0; j < after.size(); j++) {
            if (!places(before).contains(after.get(j).key())) {
                rows.add(new Row(after.get(j).name(), TEXTS.get("compare.sizes.one", "–", figures.count(size(c, j)))));
            }
        }
        return rows;
    }

    private static List<String> places(List<Segment> segments) {
        return segments.stream().map(Segment::key).toList();
    }

    private static long size(VersionComparison c, int column) {
        return c.counts().stream().mapToLong(row -> row.get(column)).sum();
    }

    /** How many customers went from a segment to another. */
    private record Move(String from, String to, long customers) {}

    private static List<Row> moves(VersionComparison c, Figures figures) {
        List<Move> all = new ArrayList<>();
        for (int i = 0; i < c.counts().size(); i++) {
            for (int j = 0; j < c.counts().get(i).size(); j++) {
                boolean stayed = i < c.first().segments().size()
                        && j < c.second().segments().size()
                        && c.first()
                                .segments()
                                .get(i)
                                .key()
                                .equals(c.second().segments().get(j).key());
                if (!stayed && c.counts().get(i).get(j) > 0) {
                    all.add(new Move(
                            name(c.first().segments(), i),
                            name(c.second().segments(), j),
                            c.counts().get(i).get(j)));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparingLong(Move::customers).reversed())
                .limit(MOVES)
                .map(m -> new Row(figures.count(m.customers()), TEXTS.get("compare.most.one", m.from(), m.to())))
                .toList();
    }

    private static String name(List<Segment> segments, int place) {
        return place < segments.size() ? segments.get(place).name() : PublishedSegmentation.NONE;
    }
}
