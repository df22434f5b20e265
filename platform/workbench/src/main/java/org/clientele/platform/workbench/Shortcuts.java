package org.clientele.platform.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Row;
import org.clientele.platform.workbench.page.Sheet.Section;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;

/** Keys that no menu can carry: Ctrl+Tab, Ctrl+1 to Ctrl+9, those of undo, and the question mark. */
final class Shortcuts {
    private static final Texts TEXTS = Texts.of(Shortcuts.class);

    private Shortcuts() {}

    static void install(Shell shell, MenuBar.Commands commands, IntConsumer showTab) {
        Display display = shell.getDisplay();
        Listener keys = e -> {
            if (display.getActiveShell() != shell) {
                return;
            }
            if ((e.stateMask & SWT.MOD1) != 0) {
                handle(e, commands, showTab);
            } else if (e.type == SWT.KeyDown && e.character == '?' && !types(e.widget)) {
                commands.shortcuts();
                e.type = SWT.None;
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
        } else if (e.keyCode == 'z' || e.keyCode == 'y') {
            boolean back = e.keyCode == 'z' && (e.stateMask & SWT.SHIFT) == 0;
            if (!types(e.widget) && (back ? commands.undo() : commands.redo())) {
                e.type = SWT.None;
            }
        }
    }

    private static boolean types(Widget widget) {
        return widget instanceof Text text && text.getEditable()
                || widget instanceof StyledText styled && styled.getEditable()
                || widget instanceof Combo
                || widget instanceof Spinner;
    }

    static Sheet.Content sheet() {
        return new Sheet.Content(
                TEXTS.get("keys"),
                List.of(
                        section("tabs", "next", "that", "close"),
                        section(
                                "dashboard",
                                "card",
                                "mark",
                                "click",
                                "zoom",
                                "turn",
                                "wheel",
                                "range",
                                "measure",
                                "begin",
                                "pick",
                                "down",
                                "up",
                                "undo",
                                "filter",
                                "move",
                                "size",
                                "menu"),
                        section("records", "sort", "filter", "customer", "copy"),
                        section("importing", "way", "step", "undo", "page", "list"),
                        section(
                                "window",
                                "import",
                                "goals",
                                "sets",
                                "segments",
                                "export",
                                "refresh",
                                "palette",
                                "search",
                                "collapse",
                                "menus",
                                "list"),
                        section("presentation", "show", "turn", "play")),
                List.of(Sheet.Action.primary(TEXTS.get("close"), () -> {})));
    }

    private static Section section(String place, String... rows) {
        return Section.of(
                TEXTS.get("keys." + place),
                Arrays.stream(rows)
                        .map(row -> new Row(
                                TEXTS.get("keys." + place + "." + row),
                                TEXTS.get("keys." + place + "." + row + ".does")))
                        .toArray(Row[]::new));
    }
}
