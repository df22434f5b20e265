package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Everything that can be done or opened, found by typing. UI thread only. */
final class CommandPalette {
    private static final Texts TEXTS = Texts.of(CommandPalette.class);

    private static final int WIDTH = 560;
    private static final int HEIGHT = 420;
    private static final int MOST = 200;
    private static final long SETTLES_NANOS = 300_000_000L;

    private final Shell shell;
    private final Text search;
    private final Table list;
    private final List<Entry> known = new ArrayList<>();
    private List<Entry> found = List.of();

    /**
     * Something that can be done.
     *
     * @param label for people
     * @param kind "Dashboard", "Command"
     * @param run does it
     */
    record Entry(String label, String kind, Runnable run) {}

    /** Finds what is not known at once. */
    interface Finder {
        /** Tells what it found for a text, on the UI thread, once; nothing where somebody typed on. */
        void find(String typed, Consumer<List<Entry>> then);
    }

    private CommandPalette(Shell parent, Palette palette, Finder finder) {
        shell = new Shell(parent, SWT.TOOL | SWT.NO_TRIM | SWT.ON_TOP);
        shell.setData("name", "command-palette");
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        shell.setLayout(layout);
        search = new Text(shell, SWT.SEARCH | SWT.ICON_SEARCH);
        search.setMessage(TEXTS.get("palette.search"));
        search.setData("name", "palette-search");
        search.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        list = new Table(shell, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        list.setData("name", "palette-list");
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        new TableColumn(list, SWT.LEFT).setWidth(WIDTH - 170);
        new TableColumn(list, SWT.RIGHT).setWidth(110);
        for (Control control : new Control[] {shell, search, list}) {
            control.setFont(SwtResources.of(shell.getDisplay()).nativeFont(13, Weight.REGULAR));
            control.setBackground(Palette.color(palette.theme().surface()));
            control.setForeground(Palette.color(palette.theme().text()));
        }
        search.addListener(SWT.Modify, e -> {
            found = List.of();
            fill();
            finder.find(search.getText(), this::foundToo);
        });
        search.addListener(SWT.DefaultSelection, e -> run());
        list.addListener(SWT.DefaultSelection, e -> run());
        search.addListener(SWT.KeyDown, e -> {
            int now = list.getSelectionIndex();
            if (e.keyCode == SWT.ARROW_DOWN || e.keyCode == SWT.ARROW_UP) {
                int next = now + (e.keyCode == SWT.ARROW_DOWN ? 1 : -1);
                list.setSelection(Math.max(0, Math.min(list.getItemCount() - 1, next)));
                list.showSelection();
                e.doit = false;
            } else if (e.keyCode == SWT.ESC) {
                shell.close();
                e.doit = false;
            }
        });
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        long opened = System.nanoTime();
        // What comes right after it opened is the window that was in front before, told late.
        shell.addListener(
                SWT.Deactivate,
                e -> shell.getDisplay().asyncExec(() -> {
                    if (!shell.isDisposed() && System.nanoTime() - opened > SETTLES_NANOS) {
                        shell.close();
                    }
                }));
    }

    /** Opens it over a window. */
    static CommandPalette open(Shell parent, Palette palette, List<Entry> entries, Finder finder) {
        Control before = parent.getDisplay().getFocusControl();
        CommandPalette p = new CommandPalette(parent, palette, finder);
        p.shell.addListener(SWT.Dispose, e -> {
            if (!parent.isDisposed()) {
                parent.forceActive();
                if (before != null && !before.isDisposed()) {
                    before.setFocus();
                }
            }
        });
        Rectangle over = parent.getBounds();
        p.shell.setBounds(over.x + (over.width - WIDTH) / 2, over.y + over.height / 8, WIDTH, HEIGHT);
        p.known.addAll(entries);
        p.fill();
        p.shell.open();
        p.search.setFocus();
        return p;
    }

    private void foundToo(List<Entry> more) {
        if (!shell.isDisposed() && !more.isEmpty()) {
            int chosen = list.getSelectionIndex();
            found = more;
            fill();
            list.setSelection(Math.max(0, chosen));
        }
    }

    private void fill() {
        List<Entry> all = new ArrayList<>(matching(known, search.getText(), Entry::label));
        all.addAll(found);
        list.setRedraw(false);
        list.removeAll();
        for (Entry entry : all.subList(0, Math.min(MOST, all.size()))) {
            TableItem item = new TableItem(list, SWT.NONE);
            item.setText(0, entry.label());
            item.setText(1, entry.kind());
            item.setData(entry);
        }
        list.setSelection(0);
        list.setRedraw(true);
    }

    /**
     * What has all of the words in its label, those whose label begins with what was typed first; else in the given order.
     */
    static <T> List<T> matching(List<T> all, String typed, Function<T, String> label) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String[] words = wanted.split("\\s+");
        List<T> found = new ArrayList<>();
        for (T one : all) {
            String name = label.apply(one).toLowerCase(Locale.ROOT);
            boolean fits = true;
            for (String word : words) {
                fits &= name.contains(word);
            }
            if (fits) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparing(
                one -> !label.apply(one).toLowerCase(Locale.ROOT).startsWith(wanted)));
        return found;
    }

    private void run() {
        int index = Math.max(0, list.getSelectionIndex());
        if (index < list.getItemCount()) {
            Entry entry = (Entry) list.getItem(index).getData();
            shell.close();
            entry.run().run();
        }
    }
}
