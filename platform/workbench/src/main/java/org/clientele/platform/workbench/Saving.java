package org.clientele.platform.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.Export;
import org.clientele.platform.runtime.ExportOptions;
import org.clientele.platform.runtime.FileFormat;
import org.clientele.platform.workbench.frame.Toast;
import org.clientele.platform.workbench.frame.Toast.Notice;
import org.clientele.platform.workbench.frame.Toast.Tone;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.Exportable;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/**
 * Exports from the window: asks where to and as what, writes in the background, and tells how it ended. The last folder and
 * format are offered first the next time. UI thread only.
 */
final class Saving {
    private static final Texts TEXTS = Texts.of(Saving.class);

    private static final String FOLDER = "export.folder";
    private static final String FORMAT = "export.format";

    private final Shell shell;
    private final Toast toast;
    private final Preferences preferences;
    private final Background background;
    private Asker asker = this::dialog;

    /**
     * What a person is asked.
     *
     * @param title of what is exported
     * @param folder where the last one went, or ""
     * @param name of the file that is offered
     * @param formats to choose from
     * @param format the one that is offered
     */
    record Question(String title, String folder, String name, List<FileFormat> formats, FileFormat format) {}

    /**
     * What she said.
     *
     * @param file as she wrote it
     * @param format the one that is chosen in the dialog's list, whatever the file's name ends in
     */
    record Answer(Path file, FileFormat format) {}

    /** Asks where to; empty for nowhere. */
    @FunctionalInterface
    interface Asker {
        Optional<Answer> ask(Question question);
    }

    Saving(Shell shell, Toast toast, Preferences preferences, Background background) {
        this.shell = shell;
        this.toast = toast;
        this.preferences = preferences;
        this.background = background;
    }

    /** Lets another than the system's dialog ask. */
    void asker(Asker other) {
        asker = other;
    }

    /** Asks for a file and writes it. */
    void export(Exportable what) {
        FileFormat offered = what.formats().stream()
                .filter(f -> f.name().equals(preferences.get(FORMAT, "")))
                .findFirst()
                .orElse(what.formats().get(0));
        String name = Export.fileName(what.title()) + "." + offered.extension();
        Question question = new Question(what.title(), preferences.get(FOLDER, ""), name, what.formats(), offered);
        asker.ask(question).ifPresent(answer -> {
            FileFormat format = format(question, answer);
            Path file = file(answer.file(), question, format);
            Path folder = file.toAbsolutePath().getParent();
            preferences.put(FOLDER, folder == null ? "" : folder.toString());
            preferences.put(FORMAT, format.name());
            preferences.saveSoon(background::elsewhere);
            write(what, format, file);
        });
    }

    /**
     * The format that she means: the one in the list if she chose another there and left the offered ending, else what the
     * name ends in.
     */
    static FileFormat format(Question question, Answer answer) {
        FileFormat ending = FileFormat.of(answer.file())
                .filter(question.formats()::contains)
                .orElse(null);
        boolean chosen = answer.format() != question.format();
        return ending == null || chosen && ending == question.format() ? answer.format() : ending;
    }

    /** The file with the ending of its format; one that was only offered is replaced. */
    static Path file(Path written, Question question, FileFormat format) {
        String name = written.getFileName().toString();
        String offered = "." + question.format().extension();
        boolean replaced = format != question.format() && name.endsWith(offered);
        return format.named(
                replaced
                        ? written.resolveSibling(
                                name.substring(0, name.length() - offered.length()) + "." + format.extension())
                        : written);
    }

    private void write(Exportable what, FileFormat format, Path file) {
        what.session()
                .background(
                        TEXTS.get("export.job", file.getFileName()),
                        (progress, cancel) -> what.source()
                                .get(cancel)
                                .write(format, file, ExportOptions.standard(), progress, cancel))
                .whenComplete((files, failure) -> background.ui(() -> {
                    if (!shell.isDisposed()) {
                        toast.show(failure == null ? saved(files) : notSaved(file, failure));
                    }
                }));
    }

    private static Notice saved(List<Path> files) {
        Path file = files.get(0);
        String folder = String.valueOf(file.toAbsolutePath().getParent());
        String where = files.size() > 1
                ? TEXTS.get("export.saved.both", folder, files.get(1).getFileName())
                : TEXTS.get("export.saved.in", folder);
        return Notice.of(Tone.GOOD, TEXTS.get("export.saved", file.getFileName()), where);
    }

    private static Notice notSaved(Path file, Throwable failure) {
        return Background.cancelled(failure)
                ? Notice.of(Tone.INFORMATION, TEXTS.get("export.cancelled"), TEXTS.get("export.cancelled.means", file))
                : Notice.of(Tone.BAD, TEXTS.get("export.failed", file.getFileName()), Background.sentence(failure));
    }

    /** The system's dialog, until it asked about the very file that would be replaced. */
    private Optional<Answer> dialog(Question question) {
        List<FileFormat> formats = question.formats();
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(TEXTS.get("export.title", question.title()));
        dialog.setFilterNames(formats.stream().map(FileFormat::label).toArray(String[]::new));
        dialog.setFilterExtensions(
                formats.stream().map(f -> "*." + f.extension()).toArray(String[]::new));
        dialog.setFilterIndex(formats.indexOf(question.format()));
        dialog.setFilterPath(question.folder());
        dialog.setFileName(question.name());
        dialog.setOverwrite(true);
        while (true) {
            String chosen = dialog.open();
            if (chosen == null) {
                return Optional.empty();
            }
            int index = dialog.getFilterIndex();
            Answer answer = new Answer(
                    Path.of(chosen), index < 0 || index >= formats.size() ? question.format() : formats.get(index));
            Path file = file(answer.file(), question, format(question, answer));
            if (file.equals(answer.file()) || !Files.exists(file)) {
                return Optional.of(answer);
            }
            dialog.setFileName(file.getFileName().toString());
            dialog.setFilterIndex(formats.indexOf(format(question, answer)));
        }
    }
}
