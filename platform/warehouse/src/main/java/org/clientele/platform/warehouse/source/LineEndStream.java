package org.clientele.platform.warehouse.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Text of old systems, whose lines end with a carriage return alone, as text whose lines end with a line feed. */
final class LineEndStream extends FilterInputStream {
    LineEndStream(InputStream in) {
        super(in);
    }

    /** Whether carriage returns end the lines of this text. */
    static boolean isNeeded(byte[] text, int size) {
        int alone = 0;
        int feeds = 0;
        for (int i = 0; i < size; i++) {
            if (text[i] == '\n') {
                feeds++;
            } else if (text[i] == '\r' && i + 1 < size && text[i + 1] != '\n') {
                alone++;
            }
        }
        return alone > feeds;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        return b == '\r' ? '\n' : b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        for (int i = offset; i < offset + n; i++) {
            if (into[i] == '\r') {
                into[i] = '\n';
            }
        }
        return n;
    }
}
