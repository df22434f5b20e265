package org.clientele.platform.runtime.door;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Messages over a socket: four bytes of length, most significant first, then so many bytes of JSON in UTF-8. One thread may
 * read while others write.
 */
final class Wire implements AutoCloseable {
    /** Room for what a greeting may be long. */
    static final int GREETING = 4 << 10;
    /** Room for every argument that an operating system hands a program. */
    static final int ANYTHING = 8 << 20;

    private static final int STEP = 64 << 10;

    private final SocketChannel channel;

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /** Loaded when the first message passes: most commands of a day meet nobody at the door. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        static final ObjectReader READER = MAPPER.readerFor(Message.class);
        static final ObjectWriter WRITER = MAPPER.writerFor(Message.class);
    }

    /**
     * Waits for a message.
     *
     * @throws EOFException if the other side has gone
     * @throws IOException if it is no message, or one of more than {@code limit} bytes
     */
    Message read(int limit) throws IOException {
        int length = ByteBuffer.wrap(bytes(4)).getInt();
        if (length < 2 || length > limit) {
            throw new IOException("A message of " + length + " bytes");
        }
        return Json.READER.readValue(bytes(length));
    }

    /** Memory is taken as bytes come, not as they are promised. */
    private byte[] bytes(int length) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(Math.min(length, STEP));
        ByteBuffer some = ByteBuffer.allocate(Math.min(length, STEP));
        while (all.size() < length) {
            some.clear().limit(Math.min(some.capacity(), length - all.size()));
            int n = channel.read(some);
            if (n < 0) {
                throw new EOFException("The other side has gone");
            }
            all.write(some.array(), 0, n);
        }
        return all.toByteArray();
    }

    /** Sends a message. Blocks while the other side takes nothing in. */
    void write(Message message) throws IOException {
        byte[] json = Json.WRITER.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(4 + json.length);
        frame.putInt(json.length).put(json).flip();
        synchronized (this) {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        }
    }

    /** Also wakes whoever reads or writes. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
