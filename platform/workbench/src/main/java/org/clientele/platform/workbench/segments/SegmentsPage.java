package org.clientele.platform.workbench.segments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.segments.PublishedSegmentation;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Version;
import org.clientele.platform.runtime.segments.Segmentations;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.RowsPage;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/**
 * The published segmentations of a workspace, each with its segments below it. Enter opens or closes one, or edits a segment; F2 renames, Delete deletes, Ctrl+Z takes
 * that back; what else can be done is in the menu at the right. UI thread only.
 */
public final class SegmentsPage extends RowsPage<SegmentsPage.Line> {
    /** The page's id. */
    public static final String ID = "segments";

    private static final Texts TEXTS = Texts.of(SegmentsPage.class);
    private static final int ROW = 60;

    private final SegmentActions actions;
    private final SegmentMenus menus;
    private final Segmentations segmentations;
    private final Figures figures;
    private final Set<Long> closed = new HashSet<>();
    private List<PublishedSegmentation> all = List.of();
    private List<PublishedSegmentation> deleted = List.of();

    /**
     * A row: a segmentation, or one of its segments.
     *
     * @param place of the segment, or -1
     */
    public record Line(PublishedSegmentation of, int place) {
        @Nullable
        Segment segment() {
            return place < 0 ? null : of.current().segments().get(place);
        }
    }

    public SegmentsPage(
            Composite parent, Palette palette, Workspace workspace, SegmentActions actions, Background background) {
        super(parent, palette, new About(ID, TEXTS.get("page.title"), TEXTS.get("page.description")), ROW);
        this.actions = actions;
        this.segmentations = actions.session().segmentations();
        this.menus = new SegmentMenus(control(), actions);
        this.figures = new Figures(actions.session().format());
        follow(workspace, background);
        control().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.DEL) {
                one((s, segment) -> {
                    if (segment == null) {
                        actions.delete(s);
                    }
                });
            } else if (e.keyCode == SWT.F2) {
                one(this::name);
            }
        });
        reload();
    }

    private void name(PublishedSegmentation s, @Nullable Segment segment) {
        if (segment == null) {
            actions.rename(s);
        } else {
            actions.edit(s, segment);
        }
    }

    /** What has the keyboard. */
    private void one(BiConsumer<PublishedSegmentation, @Nullable Segment> then) {
        rows().stream()
                .filter(line -> focused().filter(id(line)::equals).isPresent())
                .findFirst()
                .ifPresent(line -> then.accept(line.of(), line.segment()));
    }

    private static String id(Line line) {
        return line.place() < 0
                ? "segmentation:" + line.of().id()
                : "segment:" + line.of().id() + ":" + line.place();
    }

    @Override
    protected void reload() {
        if (!control().isDisposed()) {
            all = segmentations.all();
            deleted = segmentations.deleted();
            redraw();
        }
    }

    @Override
    protected List<Line> rows() {
        List<Line> lines = new ArrayList<>();
        for (PublishedSegmentation s : all) {
            lines.add(new Line(s, -1));
            if (!closed.contains(s.id())) {
                for (int i = 0; i < s.current().segments().size(); i++) {
                    lines.add(new Line(s, i));
                }
            }
        }
        return lines;
    }

    @Override
    protected void above(Pen pen, Areas places, Place card) {
        if (!all.isEmpty()) {
            Runnable apply = () -> all.forEach(s -> actions.apply(s, 0));
            buttonAbove(pen, places, "apply", TEXTS.get("page.apply"), Tone.PLAIN, card.right(), card, apply);
        }
        said(pen, card, TEXTS.get("page.count", all.size()));
    }

    /** Where the columns of the table are. */
    private record Columns(Place row) {
        double name() {
            return row.x() + 28;
        }

        double customers() {
            return row.right() - 330;
        }

        double share() {
            return row.right() - 240;
        }

        double version() {
            return row.right() - 210;
        }

        double menu() {
            return row.right() - 30;
        }
    }

    @Override
    protected void head(Pen pen, Place columns, double baseline) {
        Columns c = new Columns(columns);
        title(pen, c.name(), baseline, TEXTS.get("page.name"), Anchor.START);
        title(pen, c.customers(), baseline, TEXTS.get("page.customers"), Anchor.END);
        title(pen, c.share(), baseline, TEXTS.get("page.share"), Anchor.END);
        title(pen, c.version(), baseline, TEXTS.get("page.version"), Anchor.START);
    }

    @Override
    protected int emptyRows() {
        return 2;
    }

    @Override
    protected void empty(Pen pen, Place card) {
        double middle = card.x() + card.width() / 2;
        pen.text(middle, card.y() + 50, TEXTS.get("page.none"), 15, Weight.MEDIUM, ink(), Anchor.MIDDLE);
        line(pen, card, card.y() + 76, TEXTS.get("page.none.how"));
    }

    @Override
    protected void row(Pen pen, Areas places, Line line, Place columns) {
        Segment segment = line.segment();
        if (segment == null) {
            segmentation(pen, places, line, columns);
        } else {
            segment(pen, places, line, segment, columns);
        }
    }

    private void segmentation(Pen pen, Areas places, Line line, Place columns) {
        PublishedSegmentation s = line.of();
        Columns c = new Columns(columns);
        double y = columns.y();
        boolean open = !closed.contains(s.id());
        Version version = s.current();
        int members = version.newest().members();
        String said = TEXTS.get("page.spoken", s.name(), figures.counted(members));
        String spoken = open && !s.isScore() ? TEXTS.get("page.spoken.open", said) : said;
        answers(pen, places, id(line), spoken, columns, 0, 50, () -> toggle(s));
        if (!s.isScore()) {
            chevron(pen, columns.x() + 4, y + 27, open);
        }
        named(pen, c.name(), y + 26, s.name(), below(s), c.customers() - c.name() - 100, quiet());
        pen.text(c.customers(), y + 35, figures.count(members), 14, Weight.MEDIUM, ink(), Anchor.END);
        String number = TEXTS.get("page.version.of", s.inForce(), s.versions().size());
        pen.text(c.version(), y + 28, number, 13, Weight.REGULAR, ink());
        String day = TEXTS.get("page.as.of", figures.day(version.newest().day()));
        pen.text(c.version(), y + 45, pen.shorten(day, 12, Weight.REGULAR, 170), 12, Weight.REGULAR, quiet());
        String hint = TEXTS.get("page.menu", s.name());
        dots(pen, places, "menu:" + s.id(), hint, c.menu(), y, at -> menus.of(s, at));
    }

    private static void toggleIn(Set<Long> set, long id) {
        if (!set.remove(id)) {
            set.add(id);
        }
    }

    private void toggle(PublishedSegmentation s) {
        toggleIn(closed, s.id());
        redraw();
    }

    private void chevron(Pen pen, double x, double y, boolean open) {
        pen.icon(open ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT, x - 4, y - 5, quiet());
    }

    private String below(PublishedSegmentation s) {
        Version v = s.current();
        String days = TEXTS.get(
                "page.days",
                v.snapshots().size(),
                figures.day(v.snapshots().get(0).day()));
        String about = s.description().isEmpty() ? kind(v) : s.description();
        return TEXTS.get("page.said", about, days);
    }

    /** What is found, and by what. */
    private static String kind(Version v) {
        PublishedSegmentation.Score score = v.score();
        if (score == null) {
            return v.analysis();
        }
        boolean value = score.meaning() == Scoring.Meaning.PREDICTED_VALUE;
        String what = TEXTS.get(value ? "page.score.value" : "page.score");
        String unit = score.unit().words();
        return TEXTS.get("page.said", unit.isEmpty() ? what : TEXTS.get("page.score.unit", what, unit), v.analysis());
    }

    private void segment(Pen pen, Areas places, Line line, Segment segment, Place columns) {
        PublishedSegmentation s = line.of();
        Columns c = new Columns(columns);
        double y = columns.y();
        int size = s.current().newest().sizes().get(line.place());
        int members = s.current().newest().members();
        String spoken = TEXTS.get("page.spoken", segment.name(), figures.counted(size));
        answers(pen, places, id(line), spoken, columns, 0, 50, () -> actions.edit(s, segment));
        String words = (segment.description() + " " + segment.action()).strip();
        double left = c.name() + 20;
        named(
                pen,
                left,
                y + 26,
                segment.name(),
                words.isEmpty() ? TEXTS.get("page.segment.none") : words,
                c.customers() - left - 100,
                quiet());
        pen.text(c.customers(), y + 35, figures.count(size), 14, Weight.REGULAR, ink(), Anchor.END);
        if (members > 0) {
            String share = figures.percent((double) size / members);
            pen.text(c.share(), y + 35, share, 13, Weight.REGULAR, quiet(), Anchor.END);
        }
        String hint = TEXTS.get("page.menu", segment.name());
        dots(pen, places, "menu:" + id(line), hint, c.menu(), y, at -> menus.of(s, segment, at));
    }

    @Override
    protected List<Gone> gone() {
        return deleted.stream()
                .map(s -> new Gone(
                        String.valueOf(s.id()),
                        TEXTS.get("page.deleted.one", s.name(), below(s)),
                        () -> actions.restore(s)))
                .toList();
    }

    @Override
    protected Below below() {
        return new Below(TEXTS.get("page.deleted"), TEXTS.get("page.restore"));
    }

    @Override
    public Optional<History> history() {
        return Optional.of(actions.history());
    }

    @Override
    public boolean settled() {
        return true;
    }
}
