package org.clientele.platform.warehouse.source;

import java.io.EOFException;
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

/**
 * The texts of a workbook, which its cells name by number: in memory while they are few, then in a file. A text is its
 * length and its bytes; where every sixteenth begins is remembered, so that twenty million texts take 10 MB of memory.
 */
final class SharedStrings implements AutoCloseable {
    private static final int IN_MEMORY = 8 << 20;
    private static final int MOST = 20_000_000;
    private static final int GROUP = 16;
    private static final int REMEMBERED = 256;
    private static final int SMALL = 16 << 10;

    private final @Nullable ByteBuffer[] groups = new ByteBuffer[REMEMBERED];
    private final int[] remembered = new int[REMEMBERED];
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
            bytes = new byte[0];
        }
    }

    private void add(String text) throws IOException {
        if (count == MOST) {
            throw new ZipException("it has more than " + MOST + " texts");
        }
        if (count % GROUP == 0) {
            if (count / GROUP == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[count / GROUP] = size;
        }
        count++;
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int length = Integer.BYTES + encoded.length;
        if (buffered + length > IN_MEMORY) {
            spill();
        }
        if (buffered + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, buffered + length));
        }
        ByteBuffer.wrap(bytes, buffered, length).putInt(encoded.length).put(encoded);
        buffered += length;
        size += length;
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
        ByteBuffer group = group(number / GROUP);
        int at = 0;
        for (int i = number % GROUP; i > 0; i--) {
            at += Integer.BYTES + group.getInt(at);
        }
        return new String(
                group.array(), group.arrayOffset() + at + Integer.BYTES, group.getInt(at), StandardCharsets.UTF_8);
    }

    private ByteBuffer group(int number) throws IOException {
        long from = starts[number];
        long to = (number + 1) * GROUP < count ? starts[number + 1] : size;
        int length = Math.toIntExact(to - from);
        if (file == null) {
            return ByteBuffer.wrap(bytes, (int) from, length).slice();
        }
        int slot = number % REMEMBERED;
        if (groups[slot] != null && remembered[slot] == number) {
            return groups[slot];
        }
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                throw new EOFException("the file of texts ends after " + size + " bytes");
            }
        }
        if (length <= SMALL) {
            groups[slot] = into;
            remembered[slot] = number;
        }
        return into;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
