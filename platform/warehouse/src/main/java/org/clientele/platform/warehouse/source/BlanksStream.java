package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Text whose columns are parted by blanks, as text parted by tabs; blanks inside quotes stay. */
final class BlanksStream extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final byte[] read = new byte[BLOCK];
    private final byte[] out = new byte[BLOCK + 1];
    private int at;
    private int size;
    private boolean started;
    private boolean parted;
    private boolean quoted;

    BlanksStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        while (at == size) {
            int n = in.read(read, 0, BLOCK);
            if (n < 0) {
                return -1;
            }
            convert(n);
        }
        int n = Math.min(length, size - at);
        System.arraycopy(out, at, into, offset, n);
        at += n;
        return n;
    }

    private void convert(int n) {
        at = 0;
        size = 0;
        for (int i = 0; i < n; i++) {
            byte b = read[i];
            if (b == '\n') {
                out[size++] = b;
                started = false;
                parted = false;
                quoted = false;
            } else if (!quoted && (b == ' ' || b == '\t' || b == '\r')) {
                parted = started;
            } else {
                if (parted) {
                    out[size++] = '\t';
                }
                if (b == '"') {
                    quoted = quoted ? false : !started || parted;
                }
                out[size++] = b;
                started = true;
                parted = false;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
