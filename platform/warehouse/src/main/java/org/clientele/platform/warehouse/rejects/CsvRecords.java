package org.clientele.platform.warehouse.rejects;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a CSV whose quoted fields may hold anything; a fault is taken as text, never lost. */
final class CsvRecords implements AutoCloseable {
    private final PushbackReader in;
    private final char delimiter;

    CsvRecords(Reader in, char delimiter) {
        this.in = new PushbackReader(in, 1);
        this.delimiter = delimiter;
    }

    /** The next record, or null at the end. Empty lines are none. */
    @Nullable
    List<String> next() throws IOException {
        int c = in.read();
        while (c == '\n' || c == '\r' || c == '\uFEFF') {
            c = in.read();
        }
        if (c < 0) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean start = true;
        while (true) {
            if (quoted) {
                if (c < 0) {
                    fields.add(field.toString());
                    return fields;
                }
                if (c == '"') {
                    int next = in.read();
                    if (next == '"') {
                        field.append('"');
                    } else {
                        quoted = false;
                        if (next >= 0) {
                            in.unread(next);
                        }
                    }
                } else {
                    field.append((char) c);
                }
            } else if (c < 0 || c == '\n' || c == '\r') {
                fields.add(field.toString());
                return fields;
            } else if (c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
                start = true;
                c = in.read();
                continue;
            } else if (c == '"' && start) {
                quoted = true;
            } else {
                field.append((char) c);
            }
            start = false;
            c = in.read();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
