package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import org.clientele.platform.workbench.imports.Wizard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

/**
 * What the window does with files that the toolkit says were let go over it. The drag itself cannot be played here: GTK
 * finds its target through the window manager, and a virtual display has none.
 */
class FileDropTest extends WizardOnScreen {
    private DropTarget target() {
        return (DropTarget) window.shell().getData(DND.DROP_TARGET_KEY);
    }

    /** The toolkit makes these events only from its own, which it keeps to itself. */
    private DropTargetEvent event(Object data) throws ReflectiveOperationException {
        Constructor<?> make = Class.forName("org.eclipse.swt.dnd.DNDEvent").getDeclaredConstructor();
        make.setAccessible(true);
        Event inner = (Event) make.newInstance();
        inner.widget = target();
        Constructor<?> wrap = DropTargetEvent.class.getDeclaredConstructors()[0];
        wrap.setAccessible(true);
        DropTargetEvent event = (DropTargetEvent) wrap.newInstance(inner);
        event.data = data;
        event.detail = DND.DROP_MOVE;
        return event;
    }

    @Test
    void aFileDroppedOnTheWindowOpensTheWizardWithItAndIsCopiedNotMoved() throws Exception {
        Path file = known("dropped.csv", 3);
        assertThat(target().getTransfer()).containsExactly(FileTransfer.getInstance());
        DropTargetEvent dropped = event(new String[] {file.toString()});
        for (DropTargetListener l : target().getDropListeners()) {
            l.dragEnter(dropped);
        }
        assertThat(dropped.detail).isEqualTo(DND.DROP_COPY);
        for (DropTargetListener l : target().getDropListeners()) {
            l.drop(dropped);
        }
        Wizard wizard = settled();
        assertThat(wizard.model().files()).containsExactly(file);
    }

    @Test
    void whatIsNoFileIsLetGoOfWithoutAWord() throws Exception {
        for (DropTargetListener l : target().getDropListeners()) {
            l.drop(event(null));
        }
        settle();
        assertThat(front().id()).isEqualTo("welcome");
    }
}
