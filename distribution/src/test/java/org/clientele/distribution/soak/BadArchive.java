package org.clientele.distribution.soak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives and compressed files that hold far more, or far other things, than they seem to. */
final class BadArchive {
    private static final int CENTRAL = 0x02014b50;

    private BadArchive() {}

    static byte[] gzipMembers(byte[] content, int times) throws IOException {
        byte[] member = HonestFile.gzip(content);
        ByteArrayOutputStream all = new ByteArrayOutputStream(member.length * times);
        all.write(HonestFile.gzip((HonestFile.HEADER + "\n").getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < times; i++) {
            all.write(member);
        }
        return all.toByteArray();
    }

    /** Good rows, over and over: what is loaded must go again. */
    static byte[] gzipRows(int times) throws IOException {
        String row = "1,2024-01-01,c,p,1,1.50,EUR,x,L\n";
        return gzipMembers(row.repeat((8 << 20) / row.length()).getBytes(StandardCharsets.UTF_8), times);
    }

    static byte[] gzipNested(int times) throws IOException {
        byte[] bytes = HonestFile.csvBytes(8, 20);
        for (int i = 0; i < times; i++) {
            bytes = HonestFile.gzip(bytes);
        }
        return bytes;
    }

    static byte[] gzipTail(byte[] tail) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(HonestFile.gzip(HonestFile.csvBytes(9, 40)));
        all.write(tail);
        return all.toByteArray();
    }

    static byte[] zipOf(String name, int size, byte filler) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, filler);
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            for (int left = size; left > 0; left -= block.length) {
                out.write(block);
            }
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    static byte[] zipNested(int times) throws IOException {
        byte[] bytes = HonestFile.csvBytes(8, 20);
        String name = "a.csv";
        for (int i = 0; i < times; i++) {
            bytes = HonestFile.zip(Map.of(name, bytes), false);
            name = "inner.zip";
        }
        return bytes;
    }

    static byte[] manyEntries(int count, String content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            entries.put("f" + i + ".csv", bytes);
        }
        return HonestFile.zip(entries, false);
    }

    static byte[] empty() throws IOException {
        return HonestFile.zip(Map.of(), false);
    }

    /** Many names for one compressed piece of 20 MB. */
    static byte[] overlapping(int names) throws IOException {
        byte[] honest = zipOf("f000000.csv", 20 << 20, (byte) 'a');
        int central = find(honest, CENTRAL);
        int end = honest.length - 22;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(honest, 0, central);
        for (int i = 0; i < names; i++) {
            byte[] entry = Arrays.copyOfRange(honest, central, end);
            byte[] name = String.format("f%06d.csv", i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(name, 0, entry, 46, name.length);
            all.write(entry);
        }
        ByteBuffer tail =
                ByteBuffer.wrap(Arrays.copyOfRange(honest, end, honest.length)).order(ByteOrder.LITTLE_ENDIAN);
        tail.putShort(8, (short) names).putShort(10, (short) names).putInt(12, names * (end - central));
        all.write(tail.array());
        return all.toByteArray();
    }

    /** Sizes and places in the directory are other than in truth. */
    static byte[] lyingSizes(byte[] zip, Random random) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int[] lies = {-16, -1, 0, 1, Integer.MAX_VALUE, 1 << 30};
        int central = find(zip, CENTRAL);
        int field = new int[] {20, 24, 42, 16, 28}[random.nextInt(5)];
        bytes.putInt(central + field, lies[random.nextInt(lies.length)]);
        if (random.nextBoolean()) {
            bytes.putInt(zip.length - 22 + 8 + random.nextInt(9), lies[random.nextInt(lies.length)]);
        }
        return zip;
    }

    static byte[] evilNames() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        String[] names = {
            "../../../../tmp/clientele-escaped.csv",
            "/etc/clientele-escaped.csv",
            "C:\\escaped.csv",
            "a\nb.csv",
            "n\u0000ul.csv",
            "x".repeat(60_000) + ".csv",
            "'; DROP TABLE order_line; --.csv",
            "folder/",
            "\u202evsc.exe"
        };
        for (String name : names) {
            entries.put(name, HonestFile.csvBytes(name.length(), name.endsWith("/") ? 0 : 5));
        }
        return HonestFile.zip(entries, false);
    }

    private static int find(byte[] zip, int signature) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 3; i++) {
            if (bytes.getInt(i) == signature) {
                return i;
            }
        }
        throw new IllegalArgumentException("No zip");
    }
}
