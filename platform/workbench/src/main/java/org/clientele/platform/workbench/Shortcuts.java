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
                        new Section(
                                "Tabs", "Ctrl+Tab, Ctrl+Page Down  next  ·  Ctrl+1 to 9  that one  ·  Ctrl+W  close"),
                        new Section("Data", "Ctrl+I  import files  ·  F5  refresh  ·  Ctrl+O  open a workspace"),
                        new Section(
                                "On a dashboard",
                                "Tab  next card  ·  arrows  from mark to mark  ·  Enter  act  ·  Escape  back"
                                        + "  ·  Shift+F10  the card's menu  ·  Page Up, Page Down  scroll"),
                        new Section("Window", "Ctrl+B  collapse navigation  ·  F10  menus  ·  F1  this list")),
                List.of(Sheet.Action.primary("Close", () -> {})));
    }
}
