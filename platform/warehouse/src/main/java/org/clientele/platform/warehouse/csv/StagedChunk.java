package org.clientele.platform.warehouse.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A part of a source file that holds only records that parse: UTF-8, no header, lines ended by a line feed, all of one
 * width.
 *
 * @param file where it is, under a name of ours
 * @param records how many records
 * @param lines which line of the source each record started on
 * @param plain the same records typed, if all are plain in the columns that were hoped to be
 */
public record StagedChunk(
        Path file, long records, LineMap lines, @Nullable PlainRows plain) {
    /** The same on file alone. */
    public StagedChunk onFile() {
        return new StagedChunk(file, records, lines, null);
    }

    /** Whether its records are in memory too, typed. */
    public boolean isPlain() {
        return plain != null;
    }

    /** Hears of records in order. */
    @FunctionalInterface
    public interface RecordConsumer {
        /**
         * @param record 0 for the chunk's first
         * @param line the line of the source it started on, 1 for the header's
         * @param text as it stood there
         */
        void accept(long record, long line, String text) throws IOException;
    }

    /** Gives the records with these ascending numbers, with their text. */
    public void lookUp(long[] numbers, RecordConsumer consumer) throws IOException {
        if (numbers.length == 0) {
            return;
        }
        byte[] all = Files.readAllBytes(file);
        int next = 0;
        long record = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < all.length && next < numbers.length; i++) {
            if (all[i] == '"') {
                quoted = !quoted;
            } else if (all[i] == '\n' && !quoted) {
                if (record == numbers[next]) {
                    consumer.accept(
                            record, lines.lineOf(record), new String(all, start, i - start, StandardCharsets.UTF_8));
                    next++;
                }
                record++;
                start = i + 1;
            }
        }
    }
}
