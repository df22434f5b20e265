package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.alerts.AlertView;
import org.clientele.platform.runtime.alerts.Crossing;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.SetDraft;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.workbench.alerts.AlertsPage;
import org.clientele.platform.workbench.goals.GoalsPage;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.records.RecordsPage;
import org.clientele.platform.workbench.sets.SetsPage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The window's lists in a language of accents and long words: everything is translated, and everything has room. */
class PseudoListsTest extends SampleOnScreen {
    private static final Locale BEFORE = Texts.locale();
    private static final CancelSignal NEVER = CancelSignal.create();

    /** Names that are the same in every language, and what other modules say, which are not converted yet. */
    private final List<String> data = new ArrayList<>(List.of(
            "Clientele", "shop", "Ctrl", "Trial", "Chart gallery", "Reference", "country", "France", "GBP", "1.0.0"));

    private final List<String> wrong = new ArrayList<>();
    private int menus;

    @BeforeAll
    static void inThePseudoLocale() {
        Texts.choose(Texts.PSEUDO);
    }

    @AfterAll
    static void asItWas() {
        Texts.choose(BEFORE);
    }

    @Test
    void setsGoalsAlertsAndRecordsAreTranslatedAndHaveRoom() {
        Session session = window.desk().workspace().orElseThrow().session();
        session.dashboards().forEach(d -> data.addAll(List.of(d.title(), d.description(), d.plugin())));
        session.metrics().forEach(id -> data.add(session.metric(id.toString()).label()));
        for (Month month : Month.values()) {
            data.add(month.getDisplayName(TextStyle.SHORT, Locale.US));
            data.add(month.getDisplayName(TextStyle.FULL, Locale.UK));
        }
        for (Locale spoken : List.of(Locale.ENGLISH, Locale.UK)) {
            data.add(spoken.getDisplayName(spoken));
        }
        holds("navigation", window.frame().navigation().control());
        menu("the window's menus", window.shell().getMenuBar());
        data.addAll(List.of(temporary.toString(), Runtime.version().toString(), "Linux", "gtk", "test"));
        for (String setting : List.of("fiscal-year-start", "locale")) {
            data.add(session.settings().get(setting).about());
        }
        sheet("keys", () -> window.commands().shortcuts());
        sheet("about", () -> window.commands().about());
        cardMenu();
        for (Runnable list : List.<Runnable>of(
                window.commands()::showPlugins, window.commands()::showSegments, window.commands()::preferencesPage)) {
            String before = front().id();
            list.run();
            await("a page", () -> !front().id().equals(before) && front().settled());
            holds(front().id(), (DrawnPane) front());
            window.commands().closeTab();
            awaitFront(before);
        }

        window.commands().showGoals();
        awaitFront(GoalsPage.ID);
        GoalsPage goals = (GoalsPage) front();
        await("goals", goals::settled);
        done(() -> session.goals()
                .save(
                        Goal.of("clientele.core/revenue", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 1_000)
                                .withTitle("Ñ"),
                        NEVER));
        await("the goal", () -> goals.place("goal:1").isPresent());
        Objects.requireNonNull(goals.goals()).forEach(g -> {
            data.addAll(List.of(g.title(), g.owner()));
            g.filters().forEach(f -> data.add(FilterText.of(f)));
        });
        holds("goals", goals);
        form("goal", goals::add);

        window.commands().showAlerts();
        awaitFront(AlertsPage.ID);
        AlertsPage alerts = (AlertsPage) front();
        await("alerts", alerts::settled);
        holds("no alerts", alerts);
        form("alert", alerts::add);
        done(() -> session.alerts()
                .save(Alert.of("clientele.core/revenue", Alert.Condition.ABOVE, 1, Grain.MONTH), NEVER));
        done(() -> session.alerts().check(NEVER));
        alerts.refresh();
        await("the alert", () -> alerts.place("alert:1").isPresent());
        for (AlertView a : done(() -> session.alerts().all())) {
            data.addAll(List.of(a.said(), a.alert().title()));
        }
        for (Crossing c : done(() -> session.alerts().history())) {
            data.add(c.sentence());
        }
        holds("alerts", alerts);

        window.commands().showSets();
        awaitFront(SetsPage.ID);
        SetsPage sets = (SetsPage) front();
        await("sets", sets::settled);
        holds("no sets", sets);
        CustomerSet set = done(() -> session.sets()
                .create(
                        SetDraft.of("Äll", new SetRule(CustomerModel.CUSTOMER, List.of(), null, null)),
                        Progress.NONE,
                        NEVER));
        data.add(set.said());
        await("the set", () -> sets.place("set:" + set.id()).isPresent() && sets.settled());
        click(sets, "set:" + set.id());
        holds("sets", sets);

        RecordsRequest all = done(() -> session.records().table(CustomerModel.ORDER_LINE, NEVER));
        data.add(all.title());
        window.showRecords(all);
        await("records", () -> front() instanceof RecordsPage && front().settled());
        holds("records", ((Composite) front().control()).getChildren()[0]);
        assertThat(PaintedText.plain(front().title(), data)).isFalse();
        assertThat(PaintedText.plain(front().description(), data))
                .as(front().description())
                .isFalse();
        holds("tabs", window.frame().tabs().control());
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    private <T> T done(Callable<T> work) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return work.call();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        await("an answer", answer::isDone);
        return answer.join();
    }

    /** The menu of a card; its labels are the toolkit's to measure. */
    private void cardMenu() {
        DashboardPage page = dashboard(OVERVIEW);
        Objects.requireNonNull(page.view()).spec().tiles().forEach(t -> data.addAll(List.of(t.title(), t.subtitle())));
        page.control().forceFocus();
        settle();
        page.reach(Objects.requireNonNull(page.view()).spec().tiles().get(0).id());
        settle();
        Listener opened = e -> {
            if (e.widget instanceof Menu menu) {
                menu("the menu of a card", menu);
            }
        };
        display.addFilter(SWT.Show, opened);
        int before = menus;
        hands.key(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        await("the menu", () -> menus > before);
        display.removeFilter(SWT.Show, opened);
        hands.escape();
        settle();
    }

    private void menu(String where, Menu menu) {
        menus++;
        for (MenuItem item : menu.getItems()) {
            says(where, item.getText().replace("&", ""));
            if (item.getMenu() != null) {
                menu(where, item.getMenu());
            }
        }
    }

    private void sheet(String name, Runnable open) {
        open.run();
        await("the sheet", () -> window.shell().getShells().length > 0);
        Shell shell = window.shell().getShells()[0];
        says(name, shell.getText());
        holds(name, shell.getChildren()[0]);
        shell.close();
        await("closed", shell::isDisposed);
        window.shell().forceActive();
    }

    private void holds(String where, DrawnPane pane) {
        holds(where, pane.control());
    }

    private void holds(String where, Control control) {
        PaintedText painted = PaintedText.of(control);
        control.redraw();
        await(where + " drawn", () -> painted.drawings() > 0);
        painted.untranslated(data).forEach(text -> wrong.add(where + ", English: " + text));
        painted.clipped(Integer.MAX_VALUE).forEach(text -> wrong.add(where + ", " + text));
    }

    /** Opens a form, and looks at what stands in it. */
    private void form(String name, Runnable open) {
        open.run();
        await("the form", () -> window.shell().getShells().length > 0);
        Shell shell = window.shell().getShells()[0];
        says(name + " form", shell.getText());
        look(name + " form", shell);
        shell.close();
        await("closed", shell::isDisposed);
        window.shell().forceActive();
    }

    private void look(String where, Composite in) {
        for (Control c : in.getChildren()) {
            if (c instanceof Label label) {
                says(where, label.getText());
                has(where, label, label.getText(), label.computeSize(label.getSize().x, SWT.DEFAULT));
            } else if (c instanceof Button button) {
                says(where, button.getText());
                has(where, button, button.getText(), button.computeSize(SWT.DEFAULT, SWT.DEFAULT));
            } else if (c instanceof Text text) {
                says(where, text.getMessage());
            } else if (c instanceof Combo combo) {
                Arrays.stream(combo.getItems()).forEach(item -> says(where, item));
            } else if (c instanceof Composite below) {
                look(where, below);
            }
        }
    }

    private void says(String where, String text) {
        if (PaintedText.plain(text, data)) {
            wrong.add(where + ", English: " + text);
        }
    }

    private void has(String where, Control control, String text, Point wanted) {
        Point given = control.getSize();
        if (wanted.x > given.x || wanted.y > given.y) {
            wrong.add(where + ", no room for " + text + ": " + wanted + " in " + given);
        }
    }
}
