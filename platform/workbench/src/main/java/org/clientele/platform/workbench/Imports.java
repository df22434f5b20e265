package org.clientele.platform.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportReply;
import org.clientele.platform.workbench.frame.Toast;
import org.clientele.platform.workbench.frame.Toast.Notice;
import org.clientele.platform.workbench.frame.Toast.Tone;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.page.Sheet.Section;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Imports beside the wizard: the dialog that chooses files, and the notice of one that ended unseen. UI thread only. */
final class Imports {
    private static final Texts TEXTS = Texts.of(Imports.class);
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
        dialog.setText(TEXTS.get("imports.choose"));
        dialog.setFilterExtensions(new String[] {"*.csv;*.tsv;*.tab;*.txt;*.dat;*.gz;*.zip;*.xlsx;*.parquet", "*"});
        dialog.setFilterNames(new String[] {TEXTS.get("imports.choose.tables"), TEXTS.get("imports.choose.all")});
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
                : TEXTS.get("imports.files", reply.files().size());
        if (duplicates) {
            String text = oneFile ? TEXTS.get("imports.known.one") : TEXTS.get("imports.known.all");
            return Notice.of(Tone.INFORMATION, TEXTS.get("imports.known", what), text);
        }
        String text = TEXTS.get("imports.sum", read, loaded, rejected);
        if (failed > 0) {
            String title = failed == reply.files().size()
                    ? TEXTS.get("imports.none", what)
                    : TEXTS.get("imports.some", failed, what);
            return new Notice(Tone.BAD, title, text, TEXTS.get("imports.details"), () -> details(reply, palette));
        }
        boolean details = rejected > 0 || doubts || !oneFile;
        return new Notice(
                rejected > 0 ? Tone.INFORMATION : Tone.GOOD,
                TEXTS.get("imports.done", what),
                text,
                details ? TEXTS.get("imports.details") : "",
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
                s.append(TEXTS.get("imports.detail.known"));
            } else {
                s.append(TEXTS.get(
                        "imports.detail.sum",
                        f.rowsRead(),
                        f.rowsLoaded(),
                        f.entity(),
                        f.rowsRejected(),
                        seconds(f.seconds())));
            }
            f.doubts().forEach(d -> s.append('\n').append(d));
            Path rejects = f.rejectsFile();
            if (rejects != null) {
                s.append('\n').append(TEXTS.get("imports.detail.rejects", rejects));
                if (actions.isEmpty()) {
                    actions.add(Sheet.Action.plain(
                            TEXTS.get("imports.detail.open"), () -> Program.launch(rejects.toString())));
                }
            }
            sections.add(new Section(f.file().getFileName().toString(), s.toString()));
        }
        actions.add(Sheet.Action.primary(TEXTS.get("imports.detail.close"), () -> {}));
        Sheet.open(shell, palette, new Sheet.Content(TEXTS.get("imports.detail.title"), sections, actions));
    }

    private static String seconds(double seconds) {
        NumberFormat tenths = NumberFormat.getInstance(Texts.locale());
        tenths.setMinimumFractionDigits(1);
        tenths.setMaximumFractionDigits(1);
        return tenths.format(seconds);
    }
}
