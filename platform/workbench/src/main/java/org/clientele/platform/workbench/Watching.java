package org.clientele.platform.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.platform.runtime.WatchedFolder;
import org.clientele.platform.workbench.page.Background;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** The folder that is watched for a workspace: chosen, remembered from one day to the next, given up. UI thread only. */
final class Watching {
    private static final Texts TEXTS = Texts.of(Watching.class);

    private final Shell shell;
    private final Preferences preferences;
    private final Background background;
    private final Runnable changed;
    private @Nullable WatchedFolder folder;

    /** @param changed hears, on the UI thread, of news from the folder */
    Watching(Shell shell, Preferences preferences, Background background, Runnable changed) {
        this.shell = shell;
        this.preferences = preferences;
        this.background = background;
        this.changed = changed;
    }

    private static String key(OpenWorkspace opened) {
        return "watch:" + opened.workspace().directory();
    }

    /** Goes on with the folder that was watched when the workspace was open last. */
    void resume(OpenWorkspace opened) {
        String remembered = preferences.get(key(opened), "");
        if (!remembered.isEmpty()) {
            start(opened, Path.of(remembered));
        }
    }

    /** The folder, or null. */
    @Nullable
    WatchedFolder folder() {
        return folder;
    }

    /** Tries the files again that no recipe knew. */
    void lookAgain() {
        WatchedFolder now = folder;
        if (now != null) {
            now.lookAgain();
        }
    }

    /** Asks for a folder and watches it. */
    void choose(OpenWorkspace opened) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText(TEXTS.get("watch"));
        dialog.setMessage(TEXTS.get("watch.means"));
        WatchedFolder now = folder;
        String before = now == null
                ? preferences.get("import.folder", "")
                : now.folder().toString();
        if (Files.isDirectory(Path.of(before))) {
            dialog.setFilterPath(before);
        }
        String chosen = dialog.open();
        if (chosen != null) {
            watch(opened, Path.of(chosen));
        }
    }

    /** Watches a folder from now on. */
    void watch(OpenWorkspace opened, Path chosen) {
        preferences.put(key(opened), chosen.toString());
        start(opened, chosen);
    }

    private void start(OpenWorkspace opened, Path chosen) {
        end();
        folder = WatchedFolder.watch(opened.session(), chosen, () -> background.ui(changed));
        changed.run();
    }

    /** Gives the folder up. */
    void stop(OpenWorkspace opened) {
        preferences.put(key(opened), "");
        end();
        changed.run();
    }

    /** Stops to watch, as the workspace closes; it goes on when that is open again. */
    void end() {
        WatchedFolder old = folder;
        folder = null;
        if (old != null) {
            background.run(
                    () -> {
                        old.close();
                        return true;
                    },
                    done -> {},
                    e -> {});
        }
    }
}
