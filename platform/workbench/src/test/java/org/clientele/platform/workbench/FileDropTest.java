package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.clientele.platform.workbench.imports.Wizard;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

/** A file is dragged from another window and let go over ours, by real hands. */
class FileDropTest extends WizardOnScreen {
    @Test
    void aFileDroppedOnTheWindowOpensTheWizardWithIt() throws IOException {
        Path file = known("dropped.csv", 3);
        Shell manager = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        Rectangle ours = window.shell().getBounds();
        manager.setBounds(ours.x + 20, ours.y + ours.height - 120, 100, 60);
        DragSource source = new DragSource(manager, DND.DROP_COPY | DND.DROP_MOVE);
        source.setTransfer(FileTransfer.getInstance());
        boolean[] started = {false};
        boolean[] ended = {false};
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragStart(DragSourceEvent e) {
                started[0] = true;
            }

            @Override
            public void dragSetData(DragSourceEvent e) {
                e.data = new String[] {file.toString()};
            }

            @Override
            public void dragFinished(DragSourceEvent e) {
                ended[0] = true;
            }
        });
        manager.open();
        settle();
        try {
            hands.carry(manager, window.shell(), new Point(700, 400), () -> started[0]);
            await("let go", () -> ended[0]);
            awaitFront(Wizard.ID);
            assertThat(file).as("an import takes no file away").exists();
            Wizard wizard = settled();
            assertThat(wizard.model().files()).containsExactly(file);
        } finally {
            manager.dispose();
        }
    }
}
