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
import org.clientele.platform.workbench.page.Edits;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.RowsPage;
import org.clientele.platform.workbench.page.Sheet.Tone;
import org.clientele.platform.workbench.paint.Areas;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/**
 * The goals of a workspace, set ones before imported ones. Insert asks for a new one, Enter changes the chosen one, Delete removes
 * it; each edit can be taken back. UI thread only.
 */
public final class GoalsPage extends RowsPage<Goal> {
    /** The page's id. */
    public static final String ID = "goals";

    private static final Texts TEXTS = Texts.of(GoalsPage.class);
    private static final int ROW = 56;

    private final Workspace workspace;
    private final Session session;
    private final Background background;
    private final PageHost host;
    private final CancelSignal cancel = CancelSignal.create();
    private final Figures figures;
    private final Edits edits;
    private GoalText words;
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
        super(parent, palette, new About(ID, TEXTS.get("page.title"), TEXTS.get("page.description")), ROW);
        this.session = session;
        this.background = background;
        this.host = host;
        this.workspace = workspace;
        figures = new Figures(session.format());
        words = new GoalText(figures, List.of(), "");
        edits = new Edits(
                background, this::reload, e -> host.failed(TEXTS.get("again.failed"), Background.sentence(e)));
        until(cancel::cancel);
        follow(workspace, background);
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

    /** What was read at once. */
    private record Read(List<Goal> goals, GoalText words) {}

    @Override
    protected void reload() {
        if (!control().isDisposed()) {
            background.run(
                    () -> new Read(session.goals().all(cancel), words()),
                    read -> {
                        goals = read.goals();
                        words = read.words();
                        loaded = true;
                        redraw();
                    },
                    e -> {
                        if (!Background.cancelled(e)) {
                            host.failed(TEXTS.get("page.title"), Background.sentence(e));
                        }
                    });
        }
    }

    private GoalText words() {
        List<MetricDefinition> metrics = session.metrics().stream()
                .map(id -> session.metric(id.toString()))
                .toList();
        String chosen = session.settings().get("currency").value();
        return new GoalText(
                figures, metrics, chosen.isEmpty() ? workspace.status().currency() : chosen);
    }

    /** Asks for a new goal. */
    public void add() {
        ask(Goal.of("clientele.core/revenue", LocalDate.EPOCH, LocalDate.EPOCH, 1), true);
    }

    private void ask(Goal goal, boolean fresh) {
        GoalForm.open(control().getShell(), palette(), goal, fresh, words, this::save);
    }

    private void save(Goal goal, Consumer<String> answer) {
        Optional<Goal> before = goals.stream()
                .filter(g -> g.id().equals(goal.id()) && !g.imported())
                .findFirst();
        edits.run(
                () -> session.goals().save(goal, cancel),
                saved -> {
                    answer.accept("");
                    selected = saved.id();
                    edits.did(
                            TEXTS.get(before.isPresent() ? "change.deed" : "set.deed", saved.title()),
                            () -> before.isPresent()
                                    ? put(before.get())
                                    : session.goals().remove(saved.id()),
                            () -> put(saved));
                    host.done(TEXTS.get("save.done", saved.title()));
                    reload();
                },
                e -> answer.accept(Background.sentence(e)));
    }

    private Goal put(Goal goal) {
        return session.goals().save(goal, cancel);
    }

    private void remove(Goal goal) {
        edits.run(
                () -> session.goals().remove(goal.id()),
                gone -> {
                    edits.did(
                            TEXTS.get("remove.deed", gone.title()),
                            () -> put(gone),
                            () -> session.goals().remove(gone.id()));
                    host.done(TEXTS.get("remove.done", gone.title()), TEXTS.get("undo"), edits.history()::undo);
                    reload();
                },
                e -> host.failed(TEXTS.get("remove.failed"), Background.sentence(e)));
    }

    @Override
    public Optional<History> history() {
        return Optional.of(edits.history());
    }

    @Override
    protected List<Goal> rows() {
        return goals;
    }

    @Override
    protected void above(Pen pen, Areas places, Place card) {
        buttonAbove(pen, places, "new", TEXTS.get("page.new"), Tone.PRIMARY, card.right(), card, this::add);
        said(pen, card, loaded ? TEXTS.get("page.count", goals.size()) : "");
    }

    /** Where the columns of the table are. */
    private record Columns(Place row) {
        double target() {
            return row.x() + row.width() * 0.5;
        }

        double days() {
            return target() + 32;
        }

        double owner() {
            return days() + 210;
        }
    }

    @Override
    protected void head(Pen pen, Place columns, double baseline) {
        Columns c = new Columns(columns);
        title(pen, columns.x(), baseline, TEXTS.get("page.goal"), Anchor.START);
        title(pen, c.target(), baseline, TEXTS.get("page.target"), Anchor.END);
        title(pen, c.days(), baseline, TEXTS.get("page.days"), Anchor.START);
        title(pen, c.owner(), baseline, TEXTS.get("page.owner"), Anchor.START);
    }

    @Override
    protected void empty(Pen pen, Place card) {
        line(pen, card, card.y() + 33, TEXTS.get(loaded ? "page.none" : "page.loading"));
    }

    @Override
    protected void row(Pen pen, Areas places, Goal goal, Place columns) {
        Columns c = new Columns(columns);
        double x = columns.x();
        double y = columns.y();
        int shade = goal.id().equals(selected) ? palette().hover() : 0;
        answers(pen, places, "goal:" + goal.id(), spoken(goal), columns, shade, 0, () -> {
            selected = goal.id();
            ask(goal, false);
        });
        String value = value(goal);
        double taken = pen.width(value, 13, Weight.REGULAR) + 24;
        named(pen, x, y + 24, goal.title(), second(goal), c.target() - x - taken, quiet());
        pen.text(c.target(), y + 33, value, 13, Weight.REGULAR, ink(), Anchor.END);
        String days = TEXTS.get("page.days.of", figures.day(goal.from()), figures.day(goal.to()));
        pen.text(c.days(), y + 33, days, 13, Weight.REGULAR, ink());
        double right = columns.right();
        if (!goal.imported()) {
            String id = "remove:" + goal.id();
            right = button(pen, places, id, TEXTS.get("page.remove"), Tone.PLAIN, right, y + 12, () -> remove(goal));
        }
        double room = right - c.owner() - 12;
        if (room > 40) {
            String owner = pen.shorten(goal.owner(), 13, Weight.REGULAR, room);
            pen.text(c.owner(), y + 33, owner, 13, Weight.REGULAR, ink());
        }
    }

    /** What is counted of what, where the title does not say it. */
    private String second(Goal goal) {
        List<String> parts = new ArrayList<>();
        boolean known = words.metrics().stream().anyMatch(m -> m.id().toString().equals(goal.metric()));
        // A metric may be gone with its plugin; the goal stays.
        String label = known ? words.label(goal.metric()) : TEXTS.get("page.metric.gone", goal.metric());
        if (!label.equals(goal.title())) {
            parts.add(label);
        }
        goal.filters().forEach(f -> parts.add(FilterText.of(f, session.names())));
        if (!goal.milestones().isEmpty()) {
            parts.add(TEXTS.get("page.milestones", goal.milestones().size()));
        }
        parts.add(TEXTS.get(goal.imported() ? "page.imported" : "page.set.here"));
        return parts.stream()
                .reduce((one, other) -> TEXTS.get("list", one, other))
                .orElse("");
    }

    private String value(Goal goal) {
        return figures.set(goal.target(), words.unit(goal.metric()));
    }

    private String spoken(Goal goal) {
        return TEXTS.get("page.spoken", goal.title(), value(goal), figures.day(goal.from()), figures.day(goal.to()));
    }

    /** The goals on show, once they are loaded. */
    public @Nullable List<Goal> goals() {
        return loaded ? goals : null;
    }

    @Override
    public boolean settled() {
        return loaded;
    }
}
