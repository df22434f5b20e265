package org.clientele.platform.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.workbench.frame.Toast;
import org.clientele.platform.workbench.frame.Toast.Notice;
import org.clientele.platform.workbench.frame.Toast.Tone;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Section;
import org.clientele.platform.workbench.paint.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Imports beside the wizard: the dialog that chooses files, and the notice of one that ended unseen. UI thread only. */
final class Imports {
    private static final String FOLDER = "import.folder";

    private final Shell shell;
    private final Toast toast;
    private final Preferences preferences;

    Imports(Shell shell, Toast toast, Preferences preferences) {
        this.shell = shell;
        this.toast = toast;
        this.preferences = preferences;
    }

    /** The folder that is watched. */
    Watching watching(Background background, Runnable changed) {
        return new Watching(shell, preferences, background, changed);
    }

    /** Asks for files; empty where she chose none. */
    List<Path> choose() {
        FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
        dialog.setText("Import files");
        dialog.setFilterExtensions(new String[] {"*.csv;*.tsv;*.tab;*.txt;*.dat;*.gz;*.zip;*.xlsx;*.parquet", "*"});
        dialog.setFilterNames(new String[] {"Tables (CSV, text, Excel, Parquet, zip, gzip)", "All files"});
        String folder = preferences.get(FOLDER, "");
        if (Files.isDirectory(Path.of(folder))) {
            dialog.setFilterPath(folder);
        }
        List<Path> files = new ArrayList<>();
        if (dialog.open() != null) {
            for (String name : dialog.getFileNames()) {
                files.add(Path.of(dialog.getFilterPath()).resolve(name));
            }
            preferences.put(FOLDER, dialog.getFilterPath());
        }
        return files;
    }

    /** Says what became of an import that nobody looks at. */
    void told(ImportReply reply, Palette palette) {
        if (!shell.isDisposed()) {
            toast.show(notice(reply, palette));
        }
    }

    private Notice notice(ImportReply reply, Palette palette) {
        long read = reply.files().stream().mapToLong(FileImport::rowsRead).sum();
        long loaded = reply.files().stream().mapToLong(FileImport::rowsLoaded).sum();
        long rejected =
                reply.files().stream().mapToLong(FileImport::rowsRejected).sum();
        boolean oneFile = reply.files().size() == 1;
        boolean duplicates = reply.files().stream().allMatch(FileImport::duplicate);
        long failed = reply.files().stream().filter(f -> f.failure() != null).count();
        boolean doubts = reply.files().stream().anyMatch(f -> !f.doubts().isEmpty());
        String what = oneFile
                ? reply.files().get(0).file().getFileName().toString()
                : reply.files().size() + " files";
        if (duplicates) {
            String text = oneFile
                    ? "The same content is in the workspace already. Nothing was loaded twice."
                    : "All of them are in the workspace already. Nothing was loaded twice.";
            return Notice.of(Tone.INFORMATION, what + " was imported before", text);
        }
        String text = rows(read) + " read, " + count(loaded) + " loaded, " + count(rejected) + " rejected.";
        if (failed > 0) {
            String title = failed == reply.files().size()
                    ? "None of " + what + " could be imported"
                    : failed + " of " + what + " could not be imported";
            return new Notice(Tone.BAD, title, text, "Details", () -> details(reply, palette));
        }
        boolean details = rejected > 0 || doubts || !oneFile;
        return new Notice(
                rejected > 0 ? Tone.INFORMATION : Tone.GOOD,
                "Imported " + what,
                text,
                details ? "Details" : "",
                () -> details(reply, palette));
    }

    private void details(ImportReply reply, Palette palette) {
        List<Section> sections = new ArrayList<>();
        List<Sheet.Action> actions = new ArrayList<>();
        for (FileImport f : reply.files()) {
            StringBuilder s = new StringBuilder();
            FileImport.Failure failure = f.failure();
            if (failure != null) {
                s.append(failure.message());
            } else if (f.duplicate()) {
                s.append("Imported before; nothing was loaded.");
            } else {
                s.append(String.format(
                        Locale.UK,
                        "%s read, %s loaded into %s, %s rejected, in %.1f s.",
                        rows(f.rowsRead()),
                        count(f.rowsLoaded()),
                        f.entity(),
                        count(f.rowsRejected()),
                        f.seconds()));
            }
            f.doubts().forEach(d -> s.append('\n').append(d));
            Path rejects = f.rejectsFile();
            if (rejects != null) {
                s.append("\nRejected rows with line and reason: ").append(rejects);
                if (actions.isEmpty()) {
                    actions.add(Sheet.Action.plain("Open rejected rows", () -> Program.launch(rejects.toString())));
                }
            }
            sections.add(new Section(f.file().getFileName().toString(), s.toString()));
        }
        actions.add(Sheet.Action.primary("Done", () -> {}));
        Sheet.open(shell, palette, new Sheet.Content("What was imported", sections, actions));
    }

    private static String rows(long n) {
        return n == 1 ? "1 row" : count(n) + " rows";
    }

    private static String count(long n) {
        return String.format(Locale.UK, "%,d", n);
    }
}
