package org.clientele.platform.workbench;

import java.util.function.Consumer;
import org.clientele.platform.workbench.paint.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/** The colours of a window: chosen, or those that the system has at the moment. UI thread only. */
final class WindowTheme implements AutoCloseable {
    private final Display display;
    private final Consumer<Palette> changed;
    private final Listener systemChanged = e -> systemChanged();
    private ThemeChoice choice;
    private Palette palette;
    private boolean systemDark;

    /** @param changed hears of other colours than those that the window begins with */
    WindowTheme(Display display, ThemeChoice first, Consumer<Palette> changed) {
        this.display = display;
        this.changed = changed;
        choice = first;
        // Asked before our own choice is told to the toolkit, which would answer with that from then on.
        systemDark = Display.isSystemDarkTheme();
        palette = first.palette(systemDark);
        NativeLook.apply(palette);
        NativeLook.style(palette);
        display.addListener(SWT.Settings, systemChanged);
    }

    private void systemChanged() {
        if (choice == ThemeChoice.SYSTEM) {
            systemDark = Display.isSystemDarkTheme();
            choose(ThemeChoice.SYSTEM);
        }
    }

    /** Has these colours from now on. */
    void choose(ThemeChoice next) {
        choice = next;
        Palette now = next.palette(systemDark);
        if (now != palette) {
            palette = now;
            NativeLook.apply(now);
            NativeLook.style(now);
            changed.accept(now);
        }
    }

    ThemeChoice choice() {
        return choice;
    }

    Palette palette() {
        return palette;
    }

    /** Does not hear of the system any more. */
    @Override
    public void close() {
        display.removeListener(SWT.Settings, systemChanged);
    }
}
