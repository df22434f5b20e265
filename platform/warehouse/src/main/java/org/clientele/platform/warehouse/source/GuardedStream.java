package org.clientele.platform.warehouse.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** Decompressed bytes, as long as they are in proportion: a few kilobytes can otherwise fill any disk. */
final class GuardedStream extends FilterInputStream {
    private static final Texts TEXTS = Texts.of(GuardedStream.class);

    /** No file is suspicious below this. */
    static final long FLOOR = 512L << 20;
    /** The most that a table shrinks; ten would be usual. */
    static final int RATIO = 250;

    private final String name;
    private final LongSupplier compressed;
    private final long floor;
    private final String instead;
    private long count;
    private long most = Long.MAX_VALUE;

    GuardedStream(InputStream in, String name, LongSupplier compressed, long floor) {
        this(in, name, compressed, floor, TEXTS.get("guarded.stream.unpack"));
    }

    /** @param instead what to do if the file is meant to be like that: "write it as CSV" */
    GuardedStream(InputStream in, String name, LongSupplier compressed, long floor, String instead) {
        super(in);
        this.name = name;
        this.compressed = compressed;
        this.floor = floor;
        this.instead = instead;
    }

    /** Says how much there is room for. */
    void limit(long bytes) {
        most = bytes;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        took(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        took(Math.max(0, n));
        return n;
    }

    private void took(int n) {
        count += n;
        if (count <= floor) {
            return;
        }
        if (count > RATIO * Math.max(1, compressed.getAsLong())) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("guarded.stream.cannot_read_unpacks_more", name, RATIO, instead));
        }
        if (count > most) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("guarded.stream.cannot_read_unpacks_more_2", name, most >> 20));
        }
    }
}
