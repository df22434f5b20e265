package org.clientele.platform.warehouse.rejects;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Loads mended rows of a rejects file and takes them out of it. Not thread-safe; the caller sees to it that nothing else
 * is imported meanwhile.
 *
 * <p>The warehouse and the rejects file share no transaction. So that a crash neither loses a row nor doubles one:
 *
 * <ol>
 *   <li>the rejects file without the mended rows is written to {@code <file>.next};
 *   <li>once the batch has its id, and before it can be committed, the rows that leave are written to {@code
 *       <file>.mended-<batch>}, and {@code <file>.mending} says which batch it is and what the rejects file was (its
 *       sha256);
 *   <li>the batch is committed;
 *   <li>{@code .next} takes the rejects file's place by one rename;
 *   <li>{@code .mending} is deleted.
 * </ol>
 *
 * <p>{@link #settle} finishes after a crash at any point, and may crash and be called again itself: if the warehouse holds
 * the batch and the rejects file is still what it was, the rename is done; if it is no longer, only the mark is deleted; if
 * the warehouse does not hold the batch, all but the rejects file is deleted. {@code .mended-<batch>} stays as long as the
 * batch does, so that {@link #settleAll} can bring its rows back when it is undone.
 */
public final class MendedRows {
    private static final Texts TEXTS = Texts.of(MendedRows.class);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String KEPT = ".mended-";

    private final Path rejects;
    private final RejectOrigin origin;

    /** What {@code .mending} says. */
    private record Mark(long batch, String before) {}

    /** @param rejectsFile of the import whose rows are mended */
    public MendedRows(Path rejectsFile, RejectOrigin origin) {
        this.rejects = rejectsFile;
        this.origin = origin;
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /**
     * Loads mended rows; those that are still bad are rejects of the new batch.
     *
     * @param version of the {@link RejectTable} that the mends were made of
     * @param mends one a row at most
     * @param file where the mended rows are written for the loader; deleted at the end
     * @throws AnalyticsException ARGUMENT_INVALID if the rows have changed since, or a mend has the wrong number of cells;
     *     what the loader throws: then no row was loaded, and each is still in the rejects file
     */
    public void load(String version, List<Mend> mends, Path file, MendLoader loader) {
        settle(rejects, loader);
        RejectTable table = RejectTable.read(rejects, java.util.Optional.of(origin));
        Map<Integer, Mend> byRow = checked(table, version, mends);
        try {
            write(table, byRow, file);
            List<Reject> leaving = new ArrayList<>();
            List<Reject> staying = new ArrayList<>();
            table.rows().forEach(r -> (byRow.containsKey(r.number()) ? leaving : staying).add(r.reject()));
            write(staying, beside(rejects, ".next"));
            try {
                loader.load(file, batch -> mark(batch, version, leaving));
            } finally {
                settle(rejects, loader);
            }
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("mended.rows.cannot_write_mended_rows", rejects, String.valueOf(e.getMessage())),
                    e);
        } finally {
            delete(file);
        }
    }

    private Map<Integer, Mend> checked(RejectTable table, String version, List<Mend> mends) {
        if (!table.version().equals(version)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("mended.rows.rejected_rows_have_changed"));
        }
        if (mends.isEmpty()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("mended.rows.no_row_was_mended"));
        }
        Map<Integer, Mend> byRow = new HashMap<>();
        for (Mend mend : mends) {
            if (mend.row() < 0 || mend.row() >= table.rows().size() || byRow.put(mend.row(), mend) != null) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get("mended.rows.there_no_row_among", String.valueOf(mend.row())));
            }
            int width = table.headers().size();
            if (mend.cells().size() != width) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get(
                                "mended.rows.mended_row_line_has",
                                String.valueOf(
                                        table.rows().get(mend.row()).reject().line()),
                                Structure.columns(mend.cells().size()),
                                String.valueOf(width)));
            }
        }
        return byRow;
    }

    private void write(RejectTable table, Map<Integer, Mend> byRow, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(Fields.join(origin.headers(), origin.separator()) + "\n");
            for (RejectTable.Row row : table.rows()) {
                Mend mend = byRow.get(row.number());
                if (mend != null) {
                    out.write(Fields.join(mend.cells(), origin.separator()) + "\n");
                }
            }
        }
    }

    private static void write(List<Reject> rows, Path file) throws IOException {
        boolean several = rows.stream().anyMatch(r -> !r.file().isEmpty());
        try (RejectFile.Writer out = new RejectFile.Writer(file, several)) {
            for (Reject row : rows) {
                out.add(row);
            }
        }
        RejectFile.sync(file);
    }

    private void mark(long batch, String before, List<Reject> leaving) {
        try {
            write(leaving, beside(rejects, KEPT + batch));
            Path mark = beside(rejects, ".mending");
            Path fresh = beside(rejects, ".mending.new");
            Files.write(fresh, JSON.writeValueAsBytes(new Mark(batch, before)));
            RejectFile.sync(fresh);
            Files.move(fresh, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            RejectFile.syncFolder(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finishes what a crash left half done; does nothing where nothing is. To be called when a workspace has been opened
     * and its open imports are ended, and before anything is done to its rejects.
     */
    public static void settle(Path rejectsFile, MendLoader loader) {
        Path next = beside(rejectsFile, ".next");
        Path marked = beside(rejectsFile, ".mending");
        try {
            Mark mark = read(marked);
            if (mark == null) {
                Files.deleteIfExists(next);
                return;
            }
            if (!loader.holds(mark.batch())) {
                // The mark goes first: without it the others mean nothing.
                Files.delete(marked);
                Files.deleteIfExists(beside(rejectsFile, KEPT + mark.batch()));
            } else {
                if (Files.exists(next) && RejectFile.sha256(rejectsFile).equals(mark.before())) {
                    Files.move(next, rejectsFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
                Files.delete(marked);
            }
            Files.deleteIfExists(next);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("mended.rows.cannot_take_mended_rows", rejectsFile, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static @Nullable Mark read(Path marked) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(marked), Mark.class);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /**
     * Settles every rejects file of a folder, which may be missing, and brings back the rows of batches that have been
     * undone. To be called when a workspace has been opened, and behind every undo.
     */
    public static void settleAll(Path folder, MendLoader loader) {
        for (Path file : files(folder, "*.csv.{mending,next}")) {
            String name = String.valueOf(file.getFileName());
            settle(file.resolveSibling(name.substring(0, name.lastIndexOf('.'))), loader);
        }
        for (Path kept : files(folder, "*.csv" + KEPT + "*")) {
            String name = String.valueOf(kept.getFileName());
            int at = name.lastIndexOf(KEPT);
            if (!loader.holds(RejectFile.number(name.substring(at + KEPT.length())))) {
                giveBack(kept, kept.resolveSibling(name.substring(0, at)));
            }
        }
    }

    private static void giveBack(Path kept, Path rejectsFile) {
        try {
            List<Reject> rows = new ArrayList<>(RejectFile.readAll(rejectsFile));
            // A crash may have left them in both.
            RejectFile.readAll(kept).stream().filter(r -> !rows.contains(r)).forEach(rows::add);
            rows.sort(Comparator.comparing(Reject::file).thenComparingLong(Reject::line));
            Path next = beside(rejectsFile, ".next");
            write(rows, next);
            Files.move(next, rejectsFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(kept);
        } catch (IOException | UncheckedIOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("mended.rows.cannot_bring_rows_back", kept, rejectsFile, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static List<Path> files(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
                files.forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(MendedRows.class).warn("{} is left", file, e);
        }
    }
}
