package org.clientele.platform.workbench.goals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Buttons;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PageScroll;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/**
 * The goals of a workspace, set ones before imported ones. Insert asks for a new one, Enter changes the chosen one, Delete removes
 * it; what was removed can be brought back. UI thread only.
 */
public final class GoalsPage extends DrawnPane implements Page {
    /** The page's id. */
    public static final String ID = "goals";

    private static final String NEW = "New goal…";
    private static final int HEAD = 44;
    private static final int TOP = 60;
    private static final int ROW = 56;

    private final Session session;
    private final Background background;
    private final PageHost host;
    private final CancelSignal cancel = CancelSignal.create();
    private final CancelSignal.Registration registration;
    private final PageScroll scroll = new PageScroll();
    private List<Goal> goals = List.of();
    private boolean loaded;
    private String selected = "";

    /** The goals that this session may see. */
    public GoalsPage(
            Composite parent,
            Palette palette,
            Workspace workspace,
            Session session,
            Background background,
            PageHost host) {
        super(parent, palette, "Goals");
        this.session = session;
        this.background = background;
        this.host = host;
        registration = workspace.onChange(() -> background.ui(this::reload));
        control().addListener(SWT.MouseWheel, e -> {
            if (scroll.to(scroll.offset() - e.count * 24)) {
                redraw();
            }
        });
        control().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.INSERT) {
                add();
            } else if (e.keyCode == SWT.DEL) {
                chosen(this::remove);
            }
        });
        reload();
    }

    private void chosen(Consumer<Goal> then) {
        String at = focused()
                .filter(id -> id.startsWith("goal:"))
                .map(id -> id.substring("goal:".length()))
                .orElse(selected);
        goals.stream().filter(g -> g.id().equals(at)).findFirst().ifPresent(then);
    }

    private void reload() {
        if (!control().isDisposed()) {
            background.run(
                    () -> session.goals().all(cancel),
                    found -> {
                        goals = found;
                        loaded = true;
                        redraw();
                    },
                    e -> {
                        if (!Background.cancelled(e)) {
                            host.failed("Goals", Background.sentence(e));
                        }
                    });
        }
    }

    /** Asks for a new goal. */
    public void add() {
        ask(Goal.of("clientele.core/revenue", LocalDate.EPOCH, LocalDate.EPOCH, 1), true);
    }

    private void ask(Goal goal, boolean fresh) {
        List<MetricDefinition> metrics = session.metrics().stream()
                .map(id -> session.metric(id.toString()))
                .toList();
        GoalForm.open(
                control().getShell(), palette(), goal, fresh, new GoalText(session.format(), metrics), this::save);
    }

    private void save(Goal goal, Consumer<String> answer) {
        background.run(
                () -> session.goals().save(goal, cancel),
                saved -> {
                    answer.accept("");
                    selected = saved.id();
                    host.done("Saved the goal " + saved.title() + ".");
                    reload();
                },
                e -> answer.accept(Background.sentence(e)));
    }

    private void remove(Goal goal) {
        background.run(
                () -> session.goals().remove(goal.id()),
                gone -> {
                    host.done("Removed the goal " + gone.title() + ".", "Undo", () -> restore(gone));
                    reload();
                },
                e -> host.failed("Not removed", Background.sentence(e)));
    }

    private void restore(Goal goal) {
        background.run(
                () -> session.goals().save(goal, CancelSignal.create()),
                saved -> {
                    host.done("Brought back the goal " + saved.title() + ".");
                    reload();
                },
                e -> host.failed("Not brought back", Background.sentence(e)));
    }

    @Override
    protected void draw(Pen pen, Areas places, int width, int height) {
        pen.fill(0, 0, width, height, palette().theme().canvas());
        double margin = Pen.pageMargin(width);
        double w = width - 2 * margin;
        double y = TOP - scroll.offset();
        int rows = Math.max(1, goals.size());
        scroll.sizes(TOP + HEAD + rows * ROW + 24, height);
        int quiet = palette().theme().secondary();
        double button = Buttons.width(pen, NEW);
        Buttons.draw(pen, places, palette(), "new", NEW, Tone.PRIMARY, margin + w - button, y - 48, button, this::add);
        String count = goals.size() == 1 ? "1 goal" : goals.size() + " goals";
        pen.text(margin, y - 27, loaded ? count : "", 13, Weight.REGULAR, quiet);
        pen.rect(
                margin + 0.5,
                y + 0.5,
                w - 1,
                HEAD + rows * (double) ROW - 1,
                8,
                Fill.of(palette().theme().surface()),
                Stroke.of(palette().theme().border(), 1));
        Columns c = new Columns(margin + 20, w - 40);
        pen.text(c.name(), y + 27, "Goal", 12, Weight.MEDIUM, quiet);
        pen.text(c.target(), y + 27, "Target", 12, Weight.MEDIUM, quiet, Anchor.END);
        pen.text(c.days(), y + 27, "Days", 12, Weight.MEDIUM, quiet);
        pen.text(c.owner(), y + 27, "Owner", 12, Weight.MEDIUM, quiet);
        y += HEAD;
        for (Goal goal : goals) {
            if (y > -ROW && y < height) {
                pen.rule(margin + 1, y, w - 2, palette().theme().border());
                row(pen, places, goal, c, y, w);
            }
            y += ROW;
        }
        if (goals.isEmpty()) {
            pen.rule(margin + 1, y, w - 2, palette().theme().border());
            String text = loaded ? "No goals yet. Set one: a metric, days and a target." : "Looking for goals…";
            pen.text(width / 2.0, y + 33, text, 13, Weight.REGULAR, quiet, Anchor.MIDDLE);
        }
        scroll.draw(pen, width, palette());
    }

    /** Where the columns of the table are. */
    private record Columns(double name, double width) {
        double target() {
            return name + width * 0.5;
        }

        double days() {
            return name + width * 0.5 + 32;
        }

        double owner() {
            return name + width * 0.5 + 32 + 210;
        }
    }

    private void row(Pen pen, Areas places, Goal goal, Columns c, double y, double w) {
        String id = "goal:" + goal.id();
        int ink = palette().theme().text();
        int quiet = palette().theme().secondary();
        if (places.hovered(id) || goal.id().equals(selected)) {
            pen.fill(c.name() - 19, y + 1, w - 2, ROW - 2, palette().hover());
        }
        places.add(id, c.name() - 20, y, w, ROW, said(goal), () -> {
            selected = goal.id();
            ask(goal, false);
        });
        double room = c.target() - c.name() - 120;
        pen.text(c.name(), y + 24, pen.shorten(goal.title(), 14, Weight.MEDIUM, room), 14, Weight.MEDIUM, ink);
        String second = second(goal);
        pen.text(c.name(), y + 42, pen.shorten(second, 12, Weight.REGULAR, room), 12, Weight.REGULAR, quiet);
        pen.text(c.target(), y + 33, value(goal), 13, Weight.REGULAR, ink, Anchor.END);
        pen.text(c.days(), y + 33, days(goal, " – "), 13, Weight.REGULAR, ink);
        double right = c.name() + w - 40;
        if (!goal.imported()) {
            double b = Buttons.width(pen, "Remove");
            right -= b;
            Buttons.draw(
                    pen,
                    places,
                    palette(),
                    "remove:" + goal.id(),
                    "Remove",
                    Tone.PLAIN,
                    right,
                    y + 12,
                    b,
                    () -> remove(goal));
        }
        double ownerRoom = right - c.owner() - 12;
        if (ownerRoom > 40) {
            pen.text(
                    c.owner(),
                    y + 33,
                    pen.shorten(goal.owner(), 13, Weight.REGULAR, ownerRoom),
                    13,
                    Weight.REGULAR,
                    ink);
        }
    }

    private Optional<MetricDefinition> metric(Goal goal) {
        try {
            return Optional.of(session.metric(goal.metric()));
        } catch (AnalyticsException e) {
            return Optional.empty(); // its plugin is gone; the goal stays
        }
    }

    /** What is counted of what, where the title does not say it. */
    private String second(Goal goal) {
        List<String> parts = new ArrayList<>();
        String label = metric(goal).map(MetricDefinition::label).orElse(goal.metric() + " (not known here)");
        if (!label.equals(goal.title())) {
            parts.add(label);
        }
        goal.filters().forEach(f -> parts.add(FilterText.of(f)));
        if (!goal.milestones().isEmpty()) {
            parts.add(
                    goal.milestones().size() == 1
                            ? "1 milestone"
                            : goal.milestones().size() + " milestones");
        }
        parts.add(goal.imported() ? "imported" : "set here");
        return String.join(", ", parts);
    }

    private String value(Goal goal) {
        return GoalText.value(
                goal.target(), metric(goal).map(MetricDefinition::unit).orElse(Unit.none()), session.format());
    }

    private String days(Goal goal, String between) {
        return session.format().period(goal.from(), Grain.DAY)
                + between
                + session.format().period(goal.to(), Grain.DAY);
    }

    private String said(Goal goal) {
        return goal.title() + ", " + value(goal) + " from " + days(goal, " to ");
    }

    @Override
    protected void reveal(Rectangle bounds) {
        int over = bounds.y + bounds.height + 8 - control().getClientArea().height;
        int under = TOP - bounds.y;
        if (over > 0 || under > 0 && bounds.y < 0) {
            scroll.to(scroll.offset() + (over > 0 ? over : -under));
        }
    }

    /** The goals on show, once they are loaded. */
    public @Nullable List<Goal> goals() {
        return loaded ? goals : null;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Goals";
    }

    @Override
    public String description() {
        return "What metrics should come to. The page Strategic goals shows how far they are and where they land.";
    }

    @Override
    public void refresh() {
        reload();
    }

    @Override
    public boolean settled() {
        return loaded;
    }

    @Override
    public void close() {
        cancel.cancel();
        registration.close();
        control().dispose();
    }
}
