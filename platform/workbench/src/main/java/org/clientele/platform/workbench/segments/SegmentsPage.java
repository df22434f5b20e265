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
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
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
    private static final int GONE = 40;

    private final SegmentActions actions;
    private final SegmentMenus menus;
    private final Segmentations segmentations;
    private final CancelSignal.Registration registration;
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
        super(parent, palette, TEXTS.get("page.title"), ROW);
        this.actions = actions;
        this.segmentations = actions.session().segmentations();
        this.menus = new SegmentMenus(control(), actions);
        this.figures = new Figures(actions.session().format());
        registration = workspace.onChange(() -> background.ui(this::reload));
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

    private void reload() {
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
        String spoken = open ? TEXTS.get("page.spoken.open", said) : said;
        answers(pen, places, id(line), spoken, columns, 0, 50, () -> toggle(s));
        chevron(pen, columns.x() + 4, y + 27, open);
        named(pen, c.name(), y + 26, s.name(), below(s), c.customers() - c.name() - 100, quiet());
        pen.text(c.customers(), y + 35, figures.count(members), 14, Weight.MEDIUM, ink(), Anchor.END);
        String number = TEXTS.get("page.version.of", s.inForce(), s.versions().size());
        pen.text(c.version(), y + 28, number, 13, Weight.REGULAR, ink());
        String day = TEXTS.get("page.as.of", figures.day(version.newest().day()));
        pen.text(c.version(), y + 45, pen.shorten(day, 12, Weight.REGULAR, 170), 12, Weight.REGULAR, quiet());
        menu(pen, places, s.name(), "menu:" + s.id(), c.menu(), y, at -> menus.of(s, at));
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
        return TEXTS.get("page.said", s.description().isEmpty() ? v.analysis() : s.description(), days);
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
        menu(pen, places, segment.name(), "menu:" + id(line), c.menu(), y, at -> menus.of(s, segment, at));
    }

    private void menu(
            Pen pen,
            Areas places,
            String name,
            String id,
            double x,
            double y,
            java.util.function.Consumer<Point> open) {
        if (places.hovered(id)) {
            pen.fillRound(x - 6, y + 16, 28, 28, 6, palette().hover());
        }
        pen.icon(Icon.DOTS, x, y + 22, quiet());
        places.addIcon(id, x - 6, y + 16, 28, 28, TEXTS.get("page.menu", name), () -> open.accept(under(id)));
    }

    private Point under(String id) {
        Rectangle at = place(id).orElse(new Rectangle(0, 0, 0, 0));
        return control().toDisplay(at.x, at.y + at.height + 4);
    }

    @Override
    protected int belowHeight() {
        return deleted.isEmpty() ? 0 : GONE + deleted.size() * GONE + 24;
    }

    @Override
    protected void below(Pen pen, Areas places, Place card) {
        if (deleted.isEmpty()) {
            return;
        }
        double top = card.y() + 24;
        title(pen, card.x(), top + 20, TEXTS.get("page.deleted"), Anchor.START);
        double y = top + GONE - 8;
        for (PublishedSegmentation s : deleted) {
            Runnable restore = () -> actions.restore(s);
            String label = TEXTS.get("page.restore");
            double left = button(pen, places, "restore:" + s.id(), label, Tone.PLAIN, card.right(), y, restore);
            String said = TEXTS.get("page.deleted.one", s.name(), below(s));
            pen.text(
                    card.x(),
                    y + 21,
                    pen.shorten(said, 13, Weight.REGULAR, left - card.x() - 20),
                    13,
                    Weight.REGULAR,
                    quiet());
            y += GONE;
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return TEXTS.get("page.title");
    }

    @Override
    public String description() {
        return TEXTS.get("page.description");
    }

    @Override
    public void refresh() {
        reload();
    }

    @Override
    public Optional<History> history() {
        return Optional.of(actions.history());
    }

    @Override
    public boolean settled() {
        return true;
    }

    @Override
    public void close() {
        registration.close();
        control().dispose();
    }
}
