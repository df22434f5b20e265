package org.clientele.platform.workbench;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.clientele.platform.workbench.frame.EmptyPane;
import org.clientele.platform.workbench.frame.FilterBar;
import org.clientele.platform.workbench.frame.NavigationPane;
import org.clientele.platform.workbench.frame.StatusBar;
import org.clientele.platform.workbench.frame.TabStrip;
import org.clientele.platform.workbench.frame.Toast;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.performance.PerformancePane;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** The parts of the window and where they stand. UI thread only. */
final class WindowFrame {
    private final Shell shell;
    private final NavigationPane navigation;
    private final TabStrip tabs;
    private final FilterBar filters;
    private final Composite holder;
    private final StackLayout stack = new StackLayout();
    private final EmptyPane empty;
    private final StatusBar status;
    private final Toast toast;
    private @Nullable PerformancePane performance;

    /** What the parts do. */
    record Actions(
            NavigationPane.Actions navigation,
            IntConsumer showTab,
            IntConsumer closeTab,
            IntBinaryOperator moveTab,
            Runnable switchTheme,
            Runnable refresh,
            FilterBar.Actions filters,
            LongConsumer cancel) {}

    WindowFrame(Shell shell, Palette palette, Actions actions) {
        this.shell = shell;
        navigation = new NavigationPane(shell, palette, actions.navigation());
        tabs = new TabStrip(
                shell,
                palette,
                actions.showTab(),
                actions.closeTab(),
                actions.moveTab(),
                actions.switchTheme(),
                actions.refresh());
        filters = new FilterBar(shell, palette, actions.filters());
        holder = new Composite(shell, SWT.NONE);
        holder.setLayout(stack);
        empty = new EmptyPane(holder, palette);
        stack.topControl = empty.control();
        status = new StatusBar(shell, palette, actions.cancel());
        toast = new Toast(shell, palette);
        shell.setLayout(new Places());
        background(palette);
    }

    NavigationPane navigation() {
        return navigation;
    }

    TabStrip tabs() {
        return tabs;
    }

    FilterBar filters() {
        return filters;
    }

    Composite holder() {
        return holder;
    }

    StackLayout stack() {
        return stack;
    }

    EmptyPane empty() {
        return empty;
    }

    StatusBar status() {
        return status;
    }

    /** A panel that stands below the page while it is open. */
    void below(PerformancePane panel) {
        performance = panel;
    }

    Toast toast() {
        return toast;
    }

    /** Puts things closer together, or not. */
    void compact(boolean yes) {
        navigation.compact(yes);
        filters.compact(yes);
        shell.layout(true);
    }

    void palette(Palette palette) {
        for (DrawnPane part : List.of(navigation, tabs, filters, empty, status, toast)) {
            part.palette(palette);
        }
        if (performance != null) {
            performance.palette(palette);
        }
        background(palette);
    }

    private void background(Palette palette) {
        int argb = palette.theme().canvas();
        Color color = new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
        shell.setBackground(color);
        holder.setBackground(color);
    }

    /** Navigation at the left, page at the right below tabs and filters, status at the bottom; the toast floats. */
    private final class Places extends Layout {
        @Override
        protected Point computeSize(Composite composite, int wHint, int hHint, boolean flush) {
            return new Point(wHint == SWT.DEFAULT ? 1280 : wHint, hHint == SWT.DEFAULT ? 800 : hHint);
        }

        @Override
        protected void layout(Composite composite, boolean flush) {
            Rectangle area = composite.getClientArea();
            int left = navigation.width();
            int wide = Math.max(0, area.width - left);
            int bottom = Math.max(0, area.height - StatusBar.HEIGHT);
            navigation.control().setBounds(area.x, area.y, left, bottom);
            tabs.control().setBounds(area.x + left, area.y, wide, TabStrip.HEIGHT);
            filters.control().setBounds(area.x + left, area.y + TabStrip.HEIGHT, wide, filters.height());
            int top = TabStrip.HEIGHT + filters.height();
            PerformancePane panel = performance;
            int low = panel == null || !panel.open()
                    ? 0
                    : Math.min(PerformancePane.HEIGHT, Math.max(0, bottom - top) / 2);
            holder.setBounds(area.x + left, area.y + top, wide, Math.max(0, bottom - top - low));
            if (panel != null) {
                panel.control().setBounds(area.x + left, area.y + bottom - low, wide, low);
            }
            status.control().setBounds(area.x, area.y + bottom, area.width, StatusBar.HEIGHT);
            toast.place();
        }
    }
}
