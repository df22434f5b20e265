package org.clientele.platform.workbench.frame;

import java.util.List;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** The menu of the filter bar's period: rules with the days that they come to, and what figures are compared with. */
final class PeriodMenu {
    private static final Texts TEXTS = Texts.of(PeriodMenu.class);
    private static final String COMMAND = "clientele query … --period";

    private final Control parent;
    private final FilterBar.Actions actions;
    private final @Nullable PeriodChoice choice;
    private final boolean own;

    /**
     * @param choice the rule in force, or null while it is not known
     * @param own whether days were chosen one by one
     */
    PeriodMenu(Control parent, FilterBar.Actions actions, @Nullable PeriodChoice choice, boolean own) {
        this.parent = parent;
        this.actions = actions;
        this.choice = choice;
        this.own = own;
    }

    /**
     * Opens it.
     *
     * @param narrowable whether the page takes days, comparisons and rules of its own
     * @param here where dialogs open
     */
    void open(boolean narrowable, Point at, Point here) {
        Menu menu = new Menu(parent);
        PeriodChoice now = own || choice == null ? null : choice.yearBefore(false);
        boolean listed = false;
        for (List<PeriodChoice> group : PeriodChoice.offered()) {
            if (menu.getItemCount() > 0) {
                new MenuItem(menu, SWT.SEPARATOR);
            }
            for (PeriodChoice c : group) {
                listed |= c.equals(now);
                rule(menu, c, c.equals(now));
            }
        }
        if (now != null && !listed) {
            rule(menu, now, true);
        }
        item(menu, TEXTS.get("period.rolling"), () -> actions.rolling(here));
        new MenuItem(menu, SWT.SEPARATOR);
        yearBefore(menu, now);
        if (narrowable) {
            item(menu, TEXTS.get("period.other"), () -> actions.days(here));
            new MenuItem(menu, SWT.SEPARATOR);
            cascade(menu, TEXTS.get("period.compare"), comparisons(menu));
            cascade(menu, TEXTS.get("period.not.over"), rules(menu));
        }
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(at);
        menu.setVisible(true);
    }

    private void rule(Menu menu, PeriodChoice c, boolean chosen) {
        MenuItem item = radio(menu, text(c, c.label()), chosen, () -> actions.period(c));
        item.setToolTipText(COMMAND + " " + c);
    }

    // Behind a tab GTK shows nothing but keys.
    private String text(PeriodChoice c, String label) {
        String days = actions.daysOf(c);
        return days.isEmpty() ? label : TEXTS.get("period.with.days", label, days);
    }

    private void yearBefore(Menu menu, @Nullable PeriodChoice now) {
        MenuItem item = new MenuItem(menu, SWT.CHECK);
        PeriodChoice chosen = choice;
        if (now == null || chosen == null || now.equals(PeriodChoice.ALL)) {
            item.setText(TEXTS.get("period.year.before"));
            item.setEnabled(false);
            return;
        }
        item.setText(text(now.yearBefore(true), TEXTS.get("period.year.before")));
        item.setSelection(chosen.yearBefore());
        item.addListener(SWT.Selection, e -> actions.period(chosen.yearBefore(!chosen.yearBefore())));
    }

    private Menu comparisons(Menu parentMenu) {
        Menu menu = new Menu(parentMenu);
        Comparison now = actions.compared();
        comparison(menu, TEXTS.get("period.compare.card"), null, now);
        comparison(menu, TEXTS.get("period.compare.previous"), Comparison.PREVIOUS, now);
        comparison(menu, TEXTS.get("period.compare.year"), Comparison.YEAR_BEFORE, now);
        comparison(menu, TEXTS.get("period.compare.none"), Comparison.NONE, now);
        return menu;
    }

    private void comparison(Menu menu, String label, @Nullable Comparison with, @Nullable Comparison now) {
        radio(menu, label, with == now, () -> actions.compare(with));
    }

    private Menu rules(Menu parentMenu) {
        Menu menu = new Menu(parentMenu);
        Incomplete now = actions.incomplete();
        for (Incomplete rule : Incomplete.values()) {
            radio(menu, label(rule), rule == now, () -> actions.incomplete(rule));
        }
        return menu;
    }

    /** For people. */
    static String label(Incomplete rule) {
        return switch (rule) {
            case SAME_PART -> TEXTS.get("period.not.over.same");
            case WHOLE -> TEXTS.get("period.not.over.whole");
            case LEFT_OUT -> TEXTS.get("period.not.over.out");
        };
    }

    private static MenuItem radio(Menu menu, String text, boolean chosen, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setSelection(chosen);
        item.addListener(SWT.Selection, e -> {
            if (item.getSelection() && !chosen) {
                action.run();
            }
        });
        return item;
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }

    private static void cascade(Menu menu, String text, Menu below) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(text);
        item.setMenu(below);
    }

    /** For the bar: what was chosen one by one has no name. */
    static String name(PeriodChoice choice, boolean own) {
        return own ? TEXTS.get("period.chosen") : choice.label();
    }
}
