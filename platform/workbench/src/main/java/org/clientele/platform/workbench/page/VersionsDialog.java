package org.clientele.platform.workbench.page;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.clientele.platform.runtime.arrange.ArrangementVersion;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The versions of how a dashboard is arranged, what each would change, and the way back to it. UI thread only. */
final class VersionsDialog {
    private static final Texts TEXTS = Texts.of(VersionsDialog.class);

    private static final int WIDTH = 620;
    private static final int HEIGHT = 440;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private VersionsDialog() {}

    static Shell open(Shell parent, Palette palette, PageArranging arranging, PageArranging.Told told) {
        Shell shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.RESIZE | SWT.APPLICATION_MODAL);
        shell.setText(TEXTS.get("versions.title", told.spec().title()));
        shell.setData("name", "versions");
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 16;
        layout.marginHeight = 16;
        shell.setLayout(layout);
        Table list = new Table(shell, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        list.setData("name", "versions-list");
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        new TableColumn(list, SWT.RIGHT).setWidth(56);
        new TableColumn(list, SWT.LEFT).setWidth(180);
        new TableColumn(list, SWT.LEFT).setWidth(330);
        for (int i = told.versions().size() - 1; i >= 0; i--) {
            ArrangementVersion v = told.versions().get(i);
            boolean inForce = i == told.versions().size() - 1;
            row(
                    list,
                    v.number(),
                    WHEN.withLocale(Texts.locale()).format(v.at().atZone(ZoneId.systemDefault())),
                    inForce ? TEXTS.get("versions.in.force", v.deed()) : v.deed());
        }
        row(list, 0, "", TEXTS.get(told.versions().isEmpty() ? "versions.own.in.force" : "versions.own"));
        Text says = new Text(shell, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        says.setData("name", "versions-differences");
        GridData below = new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1);
        below.heightHint = 96;
        says.setLayoutData(below);
        Button close = new Button(shell, SWT.PUSH);
        close.setText(TEXTS.get("close"));
        close.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        Button restore = new Button(shell, SWT.PUSH);
        restore.setText(TEXTS.get("versions.restore"));
        restore.setData("name", "versions-restore");
        for (Control control : new Control[] {shell, list, says, close, restore}) {
            control.setFont(SwtResources.of(shell.getDisplay()).nativeFont(13, Weight.REGULAR));
            control.setBackground(Palette.color(palette.theme().surface()));
            control.setForeground(Palette.color(palette.theme().text()));
        }
        list.addListener(SWT.Selection, e -> {
            List<String> differences = told.differences(chosen(list));
            says.setText(
                    differences.isEmpty()
                            ? TEXTS.get("versions.now")
                            : TEXTS.get("versions.differences", String.join(" ", differences)));
            restore.setEnabled(!differences.isEmpty());
        });
        Runnable bring = () -> {
            int version = chosen(list);
            shell.close();
            arranging.restore(version);
        };
        restore.addListener(SWT.Selection, e -> bring.run());
        list.addListener(SWT.DefaultSelection, e -> bring.run());
        close.addListener(SWT.Selection, e -> shell.close());
        list.setSelection(0);
        says.setText(TEXTS.get("versions.now"));
        restore.setEnabled(false);
        Rectangle over = parent.getBounds();
        shell.setBounds(over.x + (over.width - WIDTH) / 2, over.y + (over.height - HEIGHT) / 3, WIDTH, HEIGHT);
        shell.open();
        list.setFocus();
        return shell;
    }

    private static void row(Table list, int version, String when, String deed) {
        TableItem item = new TableItem(list, SWT.NONE);
        item.setText(new String[] {version == 0 ? "" : Integer.toString(version), when, deed});
        item.setData(Integer.valueOf(version));
    }

    private static int chosen(Table list) {
        return (Integer) list.getItem(Math.max(0, list.getSelectionIndex())).getData();
    }
}
