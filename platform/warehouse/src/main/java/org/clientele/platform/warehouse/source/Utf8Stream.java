package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Text of another encoding as UTF-8. What cannot be decoded becomes the byte FF, which UTF-8 has not, so that its line is
 * found to be broken.
 */
final class Utf8Stream extends InputStream {
    private static final int BLOCK = 1 << 16;
    private static final byte BROKEN = (byte) 0xff;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BLOCK);
    private byte[] out = new byte[0];
    private int at;
    private boolean inputEnded;
    private boolean ended;

    private Utf8Stream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** {@code in} itself where it is UTF-8 already. */
    static InputStream of(InputStream in, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                ? in
                : new Utf8Stream(in, charset);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        while (at == out.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int n = Math.min(length, out.length - at);
        System.arraycopy(out, at, into, offset, n);
        at += n;
        return n;
    }

    /** Decodes one block, or what stands before a broken place in it. */
    private void next() throws IOException {
        if (!inputEnded) {
            bytes.compact();
            int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
            inputEnded = read < bytes.remaining();
            bytes.position(bytes.position() + read).flip();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, inputEnded);
        chars.flip();
        byte[] good = chars.toString().getBytes(StandardCharsets.UTF_8);
        if (result.isError()) {
            bytes.position(bytes.position() + result.length());
            out = java.util.Arrays.copyOf(good, good.length + 1);
            out[good.length] = BROKEN;
        } else {
            out = good;
            ended = inputEnded && result.isUnderflow();
        }
        at = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
