package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.platform.runtime.DimensionView;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.workbench.frame.FilterBar;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.scope.Chips;
import org.clientele.platform.workbench.scope.DaysPicker;
import org.clientele.platform.workbench.scope.MemberPicker;
import org.clientele.platform.workbench.scope.RollingPicker;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** What the filter bar does for the dashboard in front. UI thread only. */
final class ScopeActions implements FilterBar.Actions {
    private static final Texts TEXTS = Texts.of(ScopeActions.class);

    private final Shell shell;
    private final Supplier<@Nullable DashboardPage> front;
    private final Supplier<Palette> palette;
    private final Background background;
    private final Consumer<PeriodChoice> period;
    private final Supplier<List<Filter>> everywhere;
    private final Consumer<List<Filter>> setEverywhere;

    ScopeActions(
            Shell shell,
            Supplier<@Nullable DashboardPage> front,
            Supplier<Palette> palette,
            Background background,
            Consumer<PeriodChoice> period,
            Supplier<List<Filter>> everywhere,
            Consumer<List<Filter>> setEverywhere) {
        this.shell = shell;
        this.front = front;
        this.palette = palette;
        this.background = background;
        this.period = period;
        this.everywhere = everywhere;
        this.setEverywhere = setEverywhere;
    }

    private void withFront(Consumer<DashboardPage> deed) {
        DashboardPage page = front.get();
        if (page != null) {
            deed.accept(page);
        }
    }

    @Override
    public void period(PeriodChoice choice) {
        period.accept(choice);
    }

    @Override
    public String daysOf(PeriodChoice choice) {
        DashboardPage page = front.get();
        return page == null ? "" : page.daysOf(choice);
    }

    @Override
    public void rolling(Point at) {
        RollingPicker.open(shell, palette.get(), this::daysOf, period, at);
    }

    @Override
    public Incomplete incomplete() {
        DashboardPage page = front.get();
        return page == null ? Incomplete.SAME_PART : page.scope().incomplete();
    }

    @Override
    public void incomplete(Incomplete rule) {
        withFront(page -> page.narrow(page.scope().incomplete(rule), TEXTS.get("deed.incomplete")));
    }

    @Override
    public void days(Point at) {
        withFront(page -> DaysPicker.open(shell, palette.get(), page.days(), page, at));
    }

    @Override
    public void compare(@Nullable Comparison with) {
        withFront(page -> page.narrow(page.scope().compared(with), TEXTS.get("deed.compare")));
    }

    @Override
    public @Nullable Comparison compared() {
        DashboardPage page = front.get();
        return page == null ? null : page.scope().comparison();
    }

    @Override
    public void addFilter(Point at) {
        withFront(page -> dimensions(page, all -> offer(page, all, at)));
    }

    @Override
    public void edit(String dimension, Point at) {
        withFront(page -> dimensions(
                page,
                all -> all.stream()
                        .filter(d -> d.name().equals(dimension))
                        .findFirst()
                        .ifPresent(d -> MemberPicker.open(shell, palette.get(), page, d, background, at))));
    }

    private void dimensions(DashboardPage page, Consumer<List<DimensionView>> then) {
        background.run(
                () -> page.session().dimensions(CancelSignal.create()),
                all -> {
                    if (!shell.isDisposed() && front.get() == page) {
                        then.accept(all);
                    }
                },
                error -> page.host().failed(TEXTS.get("dimensions.unread"), Background.sentence(error)));
    }

    private void offer(DashboardPage page, List<DimensionView> all, Point at) {
        Menu menu = new Menu(shell, SWT.POP_UP);
        String group = "";
        for (DimensionView d : all) {
            String now = d.name().contains(".") ? d.name().substring(0, d.name().indexOf('.')) : "";
            if (!now.equals(group)) {
                new MenuItem(menu, SWT.SEPARATOR);
                group = now;
            }
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(d.label().replace("&", "&&") + "…");
            item.addListener(SWT.Selection, e -> MemberPicker.open(shell, palette.get(), page, d, background, at));
        }
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(at);
        menu.setVisible(true);
    }

    @Override
    public void choose(Suggestion suggestion) {
        withFront(page -> {
            Map<String, String> chosen = new LinkedHashMap<>(page.scope().parameters());
            chosen.putAll(suggestion.parameters());
            page.narrow(page.scope().chosen(chosen), suggestion.title());
        });
    }

    @Override
    public void remove(Chips.Chip chip) {
        Filter filter = chip.filter();
        if (filter != null && chip.everywhere()) {
            List<Filter> others = new ArrayList<>(everywhere.get());
            others.remove(filter);
            withFront(page -> step(page, TEXTS.get("deed.unfilter.all"), page.scope(), others));
        } else {
            withFront(page -> page.narrow(chip.removed(), TEXTS.get("deed.unfilter")));
        }
    }

    @Override
    public void back(Chips.Chip chip) {
        Scope to = chip.back();
        if (to != null) {
            withFront(page -> page.narrow(to, chip.backDeed()));
        }
    }

    @Override
    public void everywhere(Chips.Chip chip) {
        Filter filter = chip.filter();
        if (filter != null) {
            withFront(page -> everywhere(page, filter, !chip.everywhere()));
        }
    }

    /** Both halves are one step: the filter goes from the page to all of them, or back. */
    private void everywhere(DashboardPage page, Filter filter, boolean all) {
        Scope here = page.scope();
        List<Filter> there = everywhere.get();
        List<Filter> local = new ArrayList<>(here.filters());
        List<Filter> common = new ArrayList<>(there);
        local.remove(filter);
        common.remove(filter);
        (all ? common : local).add(filter);
        step(
                page,
                TEXTS.get(all ? "deed.everywhere" : "deed.here", FilterText.of(filter, page.names())),
                here.filtered(local),
                common);
    }

    private void step(DashboardPage page, String deed, Scope scope, List<Filter> common) {
        Scope before = page.scope();
        List<Filter> commonBefore = everywhere.get();
        Runnable back = () -> put(page, before, commonBefore);
        Runnable forth = () -> put(page, scope, common);
        page.history().ifPresent(history -> history.did(deed, "", back, forth));
        forth.run();
    }

    private void put(DashboardPage page, Scope scope, List<Filter> common) {
        setEverywhere.accept(common);
        page.put(scope);
    }

    @Override
    public void clear() {
        withFront(page -> step(
                page,
                TEXTS.get("deed.clear"),
                page.scope().filtered(List.of()).unpicked().compared(null).incomplete(Incomplete.SAME_PART),
                List.of()));
    }

    @Override
    public void resized() {
        shell.layout(true);
    }
}
