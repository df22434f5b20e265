package org.clientele.platform.workbench.sets;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.SetSize;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.RowsPage;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/**
 * The customer sets of a workspace with how many customers each has. Insert makes one, F2 renames the chosen one, Delete deletes it;
 * Ctrl+Z takes that back. A click chooses a set; what can be done with one is in the menu at its right. UI thread only.
 */
public final class SetsPage extends RowsPage<CustomerSet> {
    /** The page's id. */
    public static final String ID = "customer-sets";

    private static final Texts TEXTS = Texts.of(SetsPage.class);
    private static final int ROW = 60;

    private final SetActions actions;
    private final SetMenus menus;
    private final CustomerSets sets;
    private final Background background;
    private final CancelSignal cancel = CancelSignal.create();
    private final Figures figures;
    private List<CustomerSet> all = List.of();
    private List<CustomerSet> deleted = List.of();
    private Map<Long, Count> counts = Map.of();
    private final Set<Long> chosen = new LinkedHashSet<>();
    private boolean counted;

    /** How many customers a set has, or why that cannot be said. */
    private record Count(@Nullable SetSize size, String failure) {}

    public SetsPage(Composite parent, Palette palette, Workspace workspace, SetActions actions, Background background) {
        super(parent, palette, new About(ID, TEXTS.get("page.title"), TEXTS.get("page.description")), ROW);
        this.actions = actions;
        this.sets = actions.session().sets();
        this.menus = new SetMenus(control(), actions);
        this.background = background;
        this.figures = new Figures(actions.session().format());
        until(cancel::cancel);
        follow(workspace, background);
        control().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.INSERT) {
                add();
            } else if (e.keyCode == SWT.DEL) {
                one(actions::delete);
            } else if (e.keyCode == SWT.F2) {
                one(actions::rename);
            }
        });
        reload();
    }

    /** The set that has the keyboard, or the only one that is chosen. */
    private void one(Consumer<CustomerSet> then) {
        Optional<Long> at =
                focused().filter(id -> id.startsWith("set:")).map(id -> Long.valueOf(id.substring("set:".length())));
        Long id = at.orElse(chosen.size() == 1 ? chosen.iterator().next() : Long.valueOf(-1));
        all.stream().filter(s -> s.id() == id).findFirst().ifPresent(then);
    }

    @Override
    protected void reload() {
        if (control().isDisposed()) {
            return;
        }
        all = sets.all();
        deleted = sets.deleted();
        chosen.removeIf(id -> all.stream().noneMatch(s -> s.id() == id));
        redraw();
        List<CustomerSet> asked = all;
        background.run(
                () -> {
                    Map<Long, Count> found = new HashMap<>();
                    asked.forEach(s -> found.put(s.id(), count(s)));
                    return found;
                },
                found -> {
                    counts = found;
                    counted = true;
                    redraw();
                },
                e -> {});
    }

    private Count count(CustomerSet set) {
        try {
            return new Count(sets.size(set, cancel), "");
        } catch (AnalyticsException e) {
            return new Count(null, e.getMessage());
        }
    }

    /** Asks what a new set is made of. */
    public void add() {
        menus.origins(under("new"));
    }

    private List<CustomerSet> chosen() {
        List<CustomerSet> found = new ArrayList<>();
        chosen.forEach(id -> all.stream().filter(s -> s.id() == id).forEach(found::add));
        return found;
    }

    @Override
    protected List<CustomerSet> rows() {
        return all;
    }

    @Override
    protected void above(Pen pen, Areas places, Place card) {
        double right = card.right();
        right = buttonAbove(pen, places, "new", TEXTS.get("page.new"), Tone.PRIMARY, right, card, this::add);
        List<CustomerSet> two = chosen();
        if (all.size() > 1) {
            String label = TEXTS.get("page.combine");
            right = buttonAbove(pen, places, "combine", label, Tone.PLAIN, right, card, () -> actions.combine(two));
        }
        if (two.size() == 1 || two.size() == 2) {
            CustomerSet second = two.size() == 2 ? two.get(1) : null;
            String label = TEXTS.get(second == null ? "page.compare" : "page.compare.two");
            Runnable compare = () -> actions.compare(two.get(0), second);
            buttonAbove(pen, places, "compare", label, Tone.PLAIN, right, card, compare);
        }
        said(
                pen,
                card,
                two.isEmpty()
                        ? TEXTS.get("page.count", all.size())
                        : TEXTS.get("page.count.chosen", all.size(), two.size()));
    }

    @Override
    protected void head(Pen pen, Place columns, double baseline) {
        Columns c = new Columns(columns);
        title(pen, c.name(), baseline, TEXTS.get("page.set"), Anchor.START);
        title(pen, c.customers(), baseline, TEXTS.get("page.customers"), Anchor.END);
        title(pen, c.share(), baseline, TEXTS.get("page.share"), Anchor.END);
        title(pen, c.kind(), baseline, TEXTS.get("page.kind"), Anchor.START);
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

    /** Where the columns of the table are. */
    private record Columns(Place row) {
        double box() {
            return row.x();
        }

        double name() {
            return row.x() + 28;
        }

        double customers() {
            return row.right() - 330;
        }

        double share() {
            return row.right() - 250;
        }

        double kind() {
            return row.right() - 220;
        }

        double menu() {
            return row.right() - 30;
        }
    }

    @Override
    protected void row(Pen pen, Areas places, CustomerSet set, Place columns) {
        Columns c = new Columns(columns);
        double y = columns.y();
        boolean picked = chosen.contains(set.id());
        int shade = picked ? palette().selected() : 0;
        answers(pen, places, "set:" + set.id(), spoken(set), columns, shade, 50, () -> choose(set));
        int accent = palette().theme().accent();
        pen.frameRound(c.box(), y + 22, 16, 16, 4, picked ? accent : palette().tipBorder());
        if (picked) {
            pen.icon(Icon.CHECK, c.box(), y + 22, accent);
        }
        named(pen, c.name(), y + 26, set.name(), below(set), c.customers() - c.name() - 100, quiet());
        size(pen, set, c, y);
        String kind = TEXTS.get(set.fixed() ? "page.fixed" : "page.by.rule");
        pen.text(c.kind(), y + 28, kind, 13, Weight.REGULAR, ink());
        pen.text(c.kind(), y + 45, pen.shorten(made(set), 12, Weight.REGULAR, 180), 12, Weight.REGULAR, quiet());
        String hint = TEXTS.get("page.menu", set.name());
        dots(pen, places, "menu:" + set.id(), hint, c.menu(), y, at -> menus.of(set, all, at));
    }

    private void size(Pen pen, CustomerSet set, Columns c, double y) {
        Count count = counts.get(set.id());
        if (count == null || count.size() == null) {
            String unknown = count == null ? "…" : "–";
            pen.text(c.customers(), y + 35, unknown, 14, Weight.MEDIUM, ink(), Anchor.END);
            return;
        }
        SetSize size = count.size();
        boolean gone = size.gone() > 0;
        String members = figures.count(size.members());
        pen.text(c.customers(), y + (gone ? 28 : 35), members, 14, Weight.MEDIUM, ink(), Anchor.END);
        if (gone) {
            String said = TEXTS.get("page.gone", figures.counted(size.gone()));
            int bad = palette().theme().bad();
            pen.text(c.customers(), y + 45, said, 12, Weight.REGULAR, bad, Anchor.END);
        }
        pen.text(c.share(), y + 35, figures.percent(size.share()), 13, Weight.REGULAR, quiet(), Anchor.END);
    }

    private String below(CustomerSet set) {
        Count count = counts.get(set.id());
        if (count != null && !count.failure().isEmpty()) {
            return count.failure();
        }
        return set.description().isEmpty() ? set.said() : TEXTS.get("page.described", set.description(), set.said());
    }

    private String made(CustomerSet set) {
        return set.fixed() && set.dataAsOf() != null
                ? TEXTS.get("page.data.of", figures.day(set.dataAsOf().toLocalDate()))
                : TEXTS.get("page.made", figures.day(LocalDate.ofInstant(set.madeAt(), ZoneId.systemDefault())));
    }

    private String spoken(CustomerSet set) {
        Count count = counts.get(set.id());
        SetSize size = count == null ? null : count.size();
        String said = size == null ? set.name() : TEXTS.get("page.spoken", set.name(), figures.counted(size.members()));
        return chosen.contains(set.id()) ? TEXTS.get("page.spoken.chosen", said) : said;
    }

    private void choose(CustomerSet set) {
        if (!chosen.remove(set.id())) {
            if (chosen.size() == 2) {
                chosen.remove(chosen.iterator().next());
            }
            chosen.add(set.id());
        }
        redraw();
    }

    @Override
    protected List<Gone> gone() {
        return deleted.stream()
                .map(set -> new Gone(
                        String.valueOf(set.id()),
                        TEXTS.get("page.deleted.one", set.name(), set.said()),
                        () -> actions.restore(set)))
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
        return counted;
    }
}
