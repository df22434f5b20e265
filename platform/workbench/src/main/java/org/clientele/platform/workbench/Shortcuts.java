package org.clientele.platform.workbench;

import java.util.List;
import java.util.function.IntConsumer;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Row;
import org.clientele.platform.workbench.page.Sheet.Section;
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
                "Keyboard shortcuts",
                List.of(
                        Section.of(
                                "Tabs",
                                new Row(
                                        "Ctrl+Tab, Ctrl+Page Down",
                                        "The next one; with Shift, or Page Up, the one before"),
                                new Row("Ctrl+1 to Ctrl+9", "That one"),
                                new Row("Ctrl+W, middle click", "Close it; drag to move it")),
                        Section.of(
                                "On a dashboard",
                                new Row("Tab", "From card to card"),
                                new Row("Arrows, Home, End", "From mark to mark, with its tooltip"),
                                new Row("Enter, Escape", "What a click does; back"),
                                new Row("+, -, 0", "Zoom; show all"),
                                new Row("Shift+arrows, P", "Move, turn or slide; play or stop"),
                                new Row("Wheel, drag, double click", "Zoom; move where it is zoomed; show all"),
                                new Row(
                                        "Drag, where zoomed Shift+drag",
                                        "Pick a range: the other cards answer meanwhile"),
                                new Row("Ctrl+drag", "Measure a range without picking it"),
                                new Row("R, arrows, Shift+arrows, Enter", "Begin a range; move it; grow it; pick it"),
                                new Row(
                                        "Click, Enter; Ctrl+click",
                                        "Pick a mark: the other cards answer; pick one more"),
                                new Row("Double click a mark", "Drill down into it"),
                                new Row("Backspace, Alt+Up", "Drill up"),
                                new Row("Ctrl+Z, Ctrl+Y", "Take the last change back; do it again"),
                                new Row("Ctrl+Shift+F, Ctrl+D", "Filter; add a bookmark"),
                                new Row("Ctrl+Shift+arrows", "Move the card; or drag it by its title"),
                                new Row("Alt+Shift+arrows", "Make the card wider, narrower, higher or lower"),
                                new Row("Shift+F10", "The card's menu")),
                        Section.of(
                                "In a table of records",
                                new Row("Click, Shift+click a head, S", "Sort by it; by it too"),
                                new Row("/", "Type a filter above the column"),
                                new Row("Enter, double click", "The customer's card"),
                                new Row("Ctrl+C, Escape", "Copy the chosen cells; close")),
                        Section.of(
                                "Importing",
                                new Row("Enter, Escape", "The recommended way; back, or stop what runs"),
                                new Row("Alt+Left, Alt+Right", "The step before and the next one"),
                                new Row("Ctrl+Z, Ctrl+Y", "Take a change of the mapping back, or do it again"),
                                new Row("Page Up, Page Down", "Columns left and right; rejected rows up and down"),
                                new Row("Delete", "In the list of imports: undo the chosen one")),
                        Section.of(
                                "Data and window",
                                new Row("Ctrl+I, Ctrl+Shift+I", "Import files; all imports"),
                                new Row("Ctrl+G", "Goals; there Insert, Enter and Delete set, change and remove one"),
                                new Row("Ctrl+Shift+S, Ctrl+Shift+M", "Customer sets; make one of what is in front"),
                                new Row("Ctrl+Shift+E", "Segments"),
                                new Row("Ctrl+E", "Export what is in front as a file"),
                                new Row("F5, Ctrl+O", "Refresh; open a workspace"),
                                new Row("Ctrl+K", "Everything that can be done or opened, found by typing"),
                                new Row("Ctrl+F", "Search dashboards and kinds of chart"),
                                new Row("Ctrl+B, Ctrl+,", "Collapse navigation; preferences"),
                                new Row("F10", "Menus"),
                                new Row("Shift+?, F1", "This list")),
                        Section.of(
                                "Presentation",
                                new Row("F11", "Show all bookmarks over the whole screen; without any, the open tabs"),
                                new Row(
                                        "Page Down, Page Up",
                                        "The next one, the one before; also arrows, Home and End"),
                                new Row("P, Escape", "Go on by itself; end"))),
                List.of(Sheet.Action.primary("Close", () -> {})));
    }
}
