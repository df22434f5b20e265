package org.clientele.platform.workbench.records;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.records.RecordsCsv;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.records.RecordsView;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes the records of a table into a file, all of them, in the background. */
final class RecordsExport {
    private RecordsExport() {}

    static void ask(
            Shell shell,
            Session session,
            Background background,
            PageHost host,
            RecordsRequest request,
            RecordsView view,
            List<String> columns) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Export records");
        dialog.setFilterNames(new String[] {"CSV"});
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setFileName(request.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-records.csv");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            Path file = Path.of(chosen.endsWith(".csv") ? chosen : chosen + ".csv");
            RecordsView.Reader rows = view.reader();
            session.background(
                            "Export " + request.title(),
                            (progress, cancel) -> write(rows, columns, file, progress, cancel))
                    .whenComplete((count, failure) -> background.ui(() -> {
                        if (failure == null) {
                            host.done("Exported " + RecordText.count(count, "record") + " to " + file + ".");
                        } else if (!Background.cancelled(failure)) {
                            host.failed("The records were not exported", Background.sentence(failure));
                        }
                    }));
        }
    }

    /** Wholly or not at all. */
    static long write(
            RecordsView.Reader rows, List<String> columns, Path file, Progress progress, CancelSignal cancel) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path fresh = Files.createTempFile(folder, "records", ".tmp");
            try {
                long count;
                try (OutputStream out = Files.newOutputStream(fresh)) {
                    count = RecordsCsv.write(rows, columns, out, progress, cancel);
                }
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
                return count;
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
