package org.clientele.platform.workbench;

import java.util.List;
import java.util.function.IntConsumer;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Section;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** Keys that no menu can carry: Ctrl+Tab and Ctrl+1 to Ctrl+9. */
final class Shortcuts {
    private Shortcuts() {}

    static void install(Shell shell, MenuBar.Commands commands, IntConsumer showTab) {
        Display display = shell.getDisplay();
        Listener keys = e -> {
            if (display.getActiveShell() == shell && (e.stateMask & SWT.MOD1) != 0) {
                handle(e, commands, showTab);
            }
        };
        display.addFilter(SWT.KeyDown, keys);
        display.addFilter(SWT.Traverse, keys);
        shell.addListener(SWT.Dispose, e -> {
            display.removeFilter(SWT.KeyDown, keys);
            display.removeFilter(SWT.Traverse, keys);
        });
    }

    private static void handle(Event e, MenuBar.Commands commands, IntConsumer showTab) {
        boolean tab = e.keyCode == SWT.TAB;
        if (e.type == SWT.Traverse) {
            if (tab) {
                // Else the toolkit would move the focus, and the key would never arrive.
                e.doit = false;
            }
            return;
        }
        if (tab) {
            commands.turn((e.stateMask & SWT.SHIFT) != 0 ? -1 : 1);
            e.type = SWT.None;
        } else if (e.keyCode >= '1' && e.keyCode <= '9') {
            showTab.accept(e.keyCode - '1');
            e.type = SWT.None;
        }
    }

    static Sheet.Content sheet() {
        return new Sheet.Content(
                "Keyboard shortcuts",
                List.of(
                        new Section("Tabs", """
                                Ctrl+Tab, Ctrl+Page Down: the next one
                                Ctrl+Shift+Tab, Ctrl+Page Up: the one before
                                Ctrl+1 to Ctrl+9: that one
                                Ctrl+W or middle click: close it; drag: move it"""),
                        new Section("On a dashboard", """
                                Tab: from card to card
                                Arrows, Home, End: from mark to mark, with its tooltip
                                Enter: what a click does; Escape: back
                                + and -: zoom; 0: show all; Shift+arrows: move, turn or slide
                                P: play or stop; wheel, drag and double click do the same
                                Shift+drag: choose a range
                                Shift+F10: the card's menu"""),
                        new Section("Importing", """
                                Enter: the recommended way; Escape: back, or stop what runs
                                Alt+Left, Alt+Right: the step before and the next one
                                Ctrl+Z, Ctrl+Y: take a change of the mapping back, or do it again
                                Page Up, Page Down: columns to the left and right; of rejected rows, rows up and down
                                Delete in the list of imports: undo the one that has the keyboard"""),
                        new Section("Data and window", """
                                Ctrl+I: import files; Ctrl+Shift+I: all imports
                                F5: refresh; Ctrl+O: open a workspace
                                Ctrl+F: search dashboards; Ctrl+,: preferences
                                Ctrl+B: collapse navigation; F10: menus; F1: this list""")),
                List.of(Sheet.Action.primary("Close", () -> {})));
    }
}
