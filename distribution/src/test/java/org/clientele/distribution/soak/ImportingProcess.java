package org.clientele.distribution.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.FileImport;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;

/**
 * A process that holds a workspace, imports the files that standard input names and says on standard output what became of
 * each: one line, its parts divided by tabs. After each file it undoes what was imported and compares all rows with those
 * that were there at first.
 */
final class ImportingProcess {
    private final Session session;
    private final PrintStream out;
    private final String first;

    private ImportingProcess(Session session, PrintStream out) {
        this.session = session;
        this.out = out;
        this.first = State.of(session);
    }

    /** Arguments: WORKSPACE. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // What libraries print must not be taken for answers.
        System.setOut(System.err);
        try (Workspace workspace = Workspace.open(Path.of(args[0]), WorkspaceOptions.withPlugins(List.of()));
                Session session = workspace.session(Subject.local(), Policy.allowAll());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            ImportingProcess process = new ImportingProcess(session, out);
            out.println("ready\t" + process.first);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                process.tried(Path.of(line));
            }
        }
    }

    private void tried(Path file) {
        long start = System.nanoTime();
        String became;
        List<FileImport> imported = List.of();
        try {
            imported = session.imports()
                    .run(
                            new ImportCommand(List.of(file), "", "", ImportMode.APPEND),
                            Progress.NONE,
                            CancelSignal.create())
                    .files();
            boolean stolen = file.toString().endsWith(".xlsx") && State.holds(session, BadWorkbook.SECRET);
            became = stolen ? "SECRET\tIt holds what stands in another file." : became(imported);
        } catch (AnalyticsException e) {
            became = e.code() + "\t" + e.getMessage();
        } catch (RuntimeException | Error e) {
            became = "THROWN\t" + e;
            e.printStackTrace();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String intact = intact(imported);
        out.println(
                oneLine(String.format(Locale.ROOT, "%.3f", seconds) + "\t" + peak() + "\t" + intact + "\t" + became));
    }

    private static String became(List<FileImport> files) {
        StringBuilder became = new StringBuilder("LOADED\t");
        for (FileImport f : files) {
            FileImport.Failure failure = f.failure();
            if (failure != null) {
                return failure.code() + "\t" + failure.message();
            }
            if (!f.duplicate() && f.rowsRead() != f.rowsLoaded() + f.rowsRejected()) {
                return "MISCOUNTED\t" + f;
            }
            if (became.length() < 300) {
                became.append(f.source())
                        .append(": ")
                        .append(f.rowsLoaded() + " of " + f.rowsRead() + " into " + f.entity() + ". ");
            }
        }
        return became.toString();
    }

    /** "intact", or what is different. */
    private String intact(List<FileImport> imported) {
        try {
            for (FileImport f : imported) {
                if (f.batch() != 0 && f.failure() == null && !f.duplicate()) {
                    session.imports().undo(f.batch(), CancelSignal.create());
                }
            }
            String now = State.of(session);
            return now.equals(first) ? "intact" : "was " + first + " and is " + now;
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            return "thrown afterwards: " + e;
        }
    }

    /** The most memory this process ever held, in megabytes; 0 where the system does not say. */
    private static long peak() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
