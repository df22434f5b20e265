package org.clientele.platform.workbench.scope;

import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.ShownAs;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The part of a card's menu that says what the steps of a tile over time stand for. UI thread only. */
public final class StepsMenu {
    private static final Texts TEXTS = Texts.of(StepsMenu.class);
    /** What is read is the same in every language. */
    private static final String MEAN = "mean 6";

    private StepsMenu() {}

    /** Adds it to the menu of a tile, whose steps are those. */
    public static void add(Menu menu, Narrowable page, String tile, Grain steps, Palette palette) {
        ShownAs now = page.scope().shown(tile);
        Menu below = new Menu(menu);
        way(below, TEXTS.get("steps.each"), Running.NONE, page, tile);
        way(below, capital(Running.cumulative().label(steps)), Running.cumulative(), page, tile);
        for (Grain within : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH)) {
            if (within.compareTo(steps) > 0) {
                Running running = Running.toDate(within);
                way(below, capital(running.label(steps)), running, page, tile);
            }
        }
        for (int n : usual(steps)) {
            way(below, capital(Running.rolling(n).label(steps)), Running.rolling(n), page, tile);
        }
        if (steps != Grain.YEAR) {
            Running share = Running.shareOf(Grain.YEAR);
            way(below, capital(share.label(steps)), share, page, tile);
        }
        Running own = now.running();
        boolean listed = false;
        for (MenuItem item : below.getItems()) {
            listed |= item.getSelection();
        }
        if (!listed) {
            way(below, capital(own.label(steps)), own, page, tile);
        }
        MenuItem other = new MenuItem(below, SWT.PUSH);
        other.setText(TEXTS.get("steps.other"));
        other.addListener(SWT.Selection, e -> ask(menu, page, tile, steps, palette));
        new MenuItem(below, SWT.SEPARATOR);
        MenuItem against = new MenuItem(below, SWT.CHECK);
        against.setText(TEXTS.get("steps.against"));
        against.setSelection(now.againstYearBefore());
        against.addListener(
                SWT.Selection,
                e -> page.narrow(
                        page.scope().shownAs(tile, new ShownAs(now.running(), !now.againstYearBefore())),
                        TEXTS.get("steps.against.deed")));
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(TEXTS.get("steps.title"));
        item.setMenu(below);
    }

    private static int[] usual(Grain steps) {
        return switch (steps) {
            case DAY -> new int[] {7, 28, 90};
            case WEEK -> new int[] {4, 13, 52};
            case MONTH -> new int[] {3, 6, 12};
            case QUARTER -> new int[] {2, 4};
            case YEAR -> new int[] {2, 3};
        };
    }

    private static void way(Menu menu, String label, Running running, Narrowable page, String tile) {
        ShownAs now = page.scope().shown(tile);
        boolean chosen = now.running().equals(running);
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(label);
        item.setSelection(chosen);
        item.addListener(SWT.Selection, e -> {
            if (item.getSelection() && !chosen) {
                show(page, tile, running, label);
            }
        });
    }

    private static void show(Narrowable page, String tile, Running running, String label) {
        ShownAs now = page.scope().shown(tile);
        page.narrow(
                page.scope().shownAs(tile, new ShownAs(running, now.againstYearBefore())),
                running.isNone() ? TEXTS.get("steps.deed.none") : TEXTS.get("steps.deed", label));
    }

    private static void ask(Menu menu, Narrowable page, String tile, Grain steps, Palette palette) {
        Point at = menu.getDisplay().getCursorLocation();
        WordPrompt.open(
                menu.getShell(),
                palette,
                new WordPrompt.Asked("rolling-steps", TEXTS.get("steps.prompt"), TEXTS.get("steps.hint", MEAN), "3"),
                text -> running(text)
                        .map(r -> capital(r.label(steps)))
                        .orElse(TEXTS.get("rolling.such", TEXTS.get("steps.hint", MEAN))),
                text -> running(text)
                        .map(r -> {
                            show(page, tile, r, capital(r.label(steps)));
                            return true;
                        })
                        .orElse(false),
                at);
    }

    private static Optional<Running> running(String text) {
        String word = text.strip().toLowerCase(java.util.Locale.ROOT).replaceFirst("^(mean|rolling) +(of +)?", "$1:");
        try {
            return Optional.of(Running.parse(word.matches("\\d{1,4}") ? "rolling:" + word : word));
        } catch (AnalyticsException e) {
            return Optional.empty();
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
