package org.clientele.platform.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.catalog.ReadPosition;
import org.clientele.platform.catalog.ReadPositions;
import org.clientele.platform.runtime.refresh.RefreshBook;
import org.clientele.platform.runtime.refresh.Schedule;
import org.clientele.platform.runtime.refresh.Schedule.Outcome;
import org.clientele.platform.runtime.refresh.Schedule.Run;
import org.clientele.platform.runtime.refresh.Schedule.Source;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/** Reads again what a schedule names, by way of the session's imports. */
record SessionRefresh(Session session, Clock clock) implements RefreshBook.Reading {
    private static final Texts TEXTS = Texts.of(SessionRefresh.class);

    private static final long LOOK_MILLIS = 50;

    @Override
    public Run read(Schedule schedule, boolean before, Instant at, CancelSignal cancel) {
        Source source = schedule.source();
        return switch (source.kind()) {
            case FOLDER -> folder(Path.of(source.place()), at, cancel);
            case FILE ->
                source.mode() == ImportMode.APPEND
                        ? appended(Path.of(source.place()), before, at, cancel)
                        : whole(Path.of(source.place()), source.mode(), at, cancel);
            case DATABASE -> database(source, at, cancel);
        };
    }

    /** Looks into a folder until no file of it is still arriving. */
    private Run folder(Path folder, Instant at, CancelSignal cancel) {
        Counting counting = new Counting();
        WatchOptions options = WatchOptions.KNOWN_KINDS;
        try (WatchedFolder watched = new WatchedFolder(session, folder, clock, options, counting)) {
            CancelSignal.Registration stop = cancel.onCancel(watched::close);
            try {
                while (watched.look()) {
                    cancel.throwIfCancelled();
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                }
            } finally {
                stop.close();
            }
            cancel.throwIfCancelled();
            return counting.run(at);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("session.refresh.folder_cannot_read", folder, String.valueOf(e.getMessage())),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("common.cancelled"), e);
        }
    }

    private Run appended(Path file, boolean before, Instant at, CancelSignal cancel) {
        if (!Files.isRegularFile(file)) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE, TEXTS.get("session.refresh.there_is_no_file_now", file));
        }
        FolderImport imports = new FolderImport(session, new WatchOptions(true, null, null), clock, cancel);
        FolderImport.Taken taken = imports.take(file, before, true);
        cancel.throwIfCancelled();
        boolean rows = taken.reply() != null && loaded(taken.reply()) > 0;
        Outcome outcome = switch (taken.view().state()) {
            case IMPORTED, ARRIVING -> rows ? Outcome.DONE : Outcome.NOTHING_NEW;
            case WAITING, FAILED -> Outcome.FAILED;
        };
        return new Run(at, outcome, taken.view().sentence());
    }

    private static long loaded(ImportReply reply) {
        return reply.files().stream().mapToLong(FileImport::rowsLoaded).sum();
    }

    /** To load the same content again would cost the space of the rows that it replaces. */
    private Run whole(Path file, ImportMode mode, Instant at, CancelSignal cancel) {
        ReadPositions positions = session.workspace().catalog().readPositions();
        String key = "whole:" + file;
        String digest = digest(file);
        if (positions.find(key).map(p -> p.state().equals(digest)).orElse(false)) {
            return new Run(at, Outcome.NOTHING_NEW, TEXTS.get("session.refresh.has_not_changed_since_was"));
        }
        ImportReply reply =
                session.imports().run(new ImportCommand(List.of(file), "", "", mode), Progress.NONE, cancel);
        positions.put(new ReadPosition(key, 0, digest, -1, "", 0));
        return said(reply, at);
    }

    private Run database(Source s, Instant at, CancelSignal cancel) {
        DatabaseSource database = new DatabaseSource(
                s.place(),
                s.user(),
                s.passwordFile().isEmpty() ? "" : firstLine(Path.of(s.passwordFile())),
                s.table(),
                s.query());
        ImportCommand command = new ImportCommand(List.of(), "", "", database, s.mode(), ReadingOptions.AUTOMATIC);
        return said(session.imports().run(command, Progress.NONE, cancel), at);
    }

    private static Run said(ImportReply reply, Instant at) {
        for (FileImport f : reply.files()) {
            FileImport.Failure failure = f.failure();
            if (failure != null) {
                return new Run(at, Outcome.FAILED, failure.message());
            }
        }
        long rejected =
                reply.files().stream().mapToLong(FileImport::rowsRejected).sum();
        boolean same = reply.files().stream().allMatch(FileImport::duplicate);
        return same
                ? new Run(at, Outcome.NOTHING_NEW, TEXTS.get("session.refresh.same_content_was_there_already"))
                : new Run(at, Outcome.DONE, TEXTS.get("rows.loaded", loaded(reply), rejected));
    }

    private static String firstLine(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("session.refresh.cannot_read_password_from", file, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static String digest(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("session.refresh.cannot_read", file, String.valueOf(e.getMessage())),
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Counts what becomes of the files of a folder. */
    private static final class Counting implements WatchedFolder.Listener {
        private long rows;
        private int files;
        private String failure = "";
        private int failed;

        @Override
        public void taken(WatchedFile file, @org.jspecify.annotations.Nullable ImportReply reply) {
            if (file.state() == WatchedFile.State.FAILED || file.state() == WatchedFile.State.WAITING) {
                failed++;
                failure = file.file().getFileName() + ": " + file.sentence();
            } else if (reply != null && loaded(reply) > 0) {
                files++;
                rows += loaded(reply);
            }
        }

        Run run(Instant at) {
            String came = files == 0
                    ? TEXTS.get("session.refresh.nothing_new")
                    : TEXTS.get("session.refresh.came", rows, files);
            return failed > 0
                    ? new Run(at, Outcome.FAILED, TEXTS.get("session.refresh.not_read", came, failed, failure))
                    : new Run(
                            at,
                            files == 0 ? Outcome.NOTHING_NEW : Outcome.DONE,
                            TEXTS.get("session.refresh.said", came));
        }
    }
}
