package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The texts of a workbook, which its cells name by number: in memory while they are few, then in a file. */
final class SharedStrings implements AutoCloseable {
    private static final int IN_MEMORY = 32 << 20;
    private static final int MOST = 20_000_000;

    private byte[] bytes = new byte[1 << 16];
    private long[] starts = new long[1 << 10];
    private int count;
    private long size;
    private int buffered;
    private @Nullable FileChannel file;

    /** Reads the part; the texts' phonetic readings are left out. */
    void read(WorkbookXml xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (xml.isStart(event, "si")) {
                text.setLength(0);
            } else if (xml.isStart(event, "rPh")) {
                phonetic++;
            } else if (xml.isEnd(event, "rPh")) {
                phonetic--;
            } else if (xml.isStart(event, "t") && phonetic == 0 && text.length() < 1 << 17) {
                text.append(xml.text());
            } else if (xml.isEnd(event, "si")) {
                add(text.toString());
            }
        }
        if (file != null) {
            spill();
        }
    }

    private void add(String text) throws IOException {
        if (count == MOST) {
            throw new ZipException("it has more than " + MOST + " texts");
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (count + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[count++] = size;
        size += encoded.length;
        starts[count] = size;
        if (buffered + encoded.length > IN_MEMORY) {
            spill();
        }
        if (buffered + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, buffered + encoded.length));
        }
        System.arraycopy(encoded, 0, bytes, buffered, encoded.length);
        buffered += encoded.length;
    }

    private void spill() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("clientele-texts", null);
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer from = ByteBuffer.wrap(bytes, 0, buffered);
        while (from.hasRemaining()) {
            file.write(from);
        }
        buffered = 0;
    }

    /** The text with this number. */
    String get(int number) throws IOException {
        if (number < 0 || number >= count) {
            throw new ZipException("a cell names text " + number + ", and there are " + count);
        }
        int length = Math.toIntExact(starts[number + 1] - starts[number]);
        if (file == null) {
            return new String(bytes, (int) starts[number], length, StandardCharsets.UTF_8);
        }
        ByteBuffer into = ByteBuffer.allocate(length);
        long at = starts[number];
        while (into.hasRemaining() && file.read(into, at + into.position()) >= 0) {
            continue;
        }
        return new String(into.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
