package org.clientele.platform.warehouse.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.clientele.sdk.AnalyticsException;

/** Honest files of each format, and what chance and malice make of them: the same seed gives the same file. */
public final class HostileFiles {
    private HostileFiles() {}

    /** The formats that files are made of. */
    public enum Format {
        CSV,
        GZIP,
        ZIP,
        XLSX,
        PARQUET
    }

    /** An honest file. */
    public static byte[] honest(Format format, Path folder) throws IOException, SQLException {
        byte[] csv = csv().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (format) {
            case CSV -> bytes.writeBytes(csv);
            case GZIP -> {
                try (OutputStream out = new GZIPOutputStream(bytes)) {
                    out.write(csv);
                }
            }
            case ZIP -> {
                try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                    for (String name : new String[] {"a.csv", "data/b.csv"}) {
                        out.putNextEntry(new ZipEntry(name));
                        out.write(csv);
                        out.closeEntry();
                    }
                }
            }
            case XLSX -> {
                StringBuilder rows = new StringBuilder(Xlsx.row(1, "id", "name", "price"));
                for (int i = 2; i < 300; i++) {
                    rows.append(Xlsx.row(i, i, "Ann " + i, i * 0.5));
                }
                Path file = folder.resolve("honest.xlsx");
                Xlsx.book()
                        .texts("<t>x</t>")
                        .styles("0", "14")
                        .sheet("S", rows.toString())
                        .sheet("T", rows.toString())
                        .write(file);
                bytes.writeBytes(Files.readAllBytes(file));
                Files.delete(file);
            }
            case PARQUET -> {
                Path file = folder.resolve("honest.parquet");
                try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                        Statement s = c.createStatement()) {
                    s.execute("COPY (SELECT i AS id, md5(i::VARCHAR) AS name, i * 0.5 AS price, [i] AS l "
                            + "FROM range(3000) t(i)) TO '" + file.toString().replace("'", "''")
                            + "' (FORMAT parquet)");
                }
                bytes.writeBytes(Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        return bytes.toByteArray();
    }

    private static String csv() {
        StringBuilder text = new StringBuilder("id,name,price,note\n");
        for (int i = 0; i < 800; i++) {
            text.append(i)
                    .append(",\"Müller, ")
                    .append(i)
                    .append("\",")
                    .append(i)
                    .append(".50,");
            text.append(i % 9 == 0 ? "\"two\nlines\"" : "plain").append('\n');
        }
        return text.toString();
    }

    /** The file with faults: of odd seeds in what is packed in it, under checksums that are right, else anywhere. */
    public static byte[] mutated(Format format, byte[] honest, long seed) throws IOException {
        if (seed % 2 == 0 || format == Format.CSV || format == Format.PARQUET) {
            return mutated(honest, seed);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (format == Format.GZIP) {
            byte[] content = new GZIPInputStream(new ByteArrayInputStream(honest)).readAllBytes();
            try (OutputStream out = new GZIPOutputStream(bytes)) {
                out.write(mutated(content, seed));
            }
            return bytes.toByteArray();
        }
        Random random = new Random(seed);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(honest));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(random.nextInt(3) == 0 ? mutated(content, seed) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The file with flipped, lost, doubled, moved or foreign bytes; at times only a part of it. */
    private static byte[] mutated(byte[] honest, long seed) {
        Random random = new Random(seed);
        byte[] bytes = honest.clone();
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times && bytes.length > 16; i++) {
            int at = random.nextInt(bytes.length);
            int length = 1 + random.nextInt(Math.max(1, Math.min(400, bytes.length - at)));
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + length), new byte[0]);
                case 4 ->
                    bytes = spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length)));
                case 5 -> {
                    byte[] noise = new byte[length];
                    random.nextBytes(noise);
                    bytes = spliced(bytes, at, Math.min(bytes.length, at + length), noise);
                }
                default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + Math.min(length, 8)), (byte) 0xff);
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        byte[] out = new byte[bytes.length - (to - from) + instead.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(instead, 0, out, from, instead.length);
        System.arraycopy(bytes, to, out, from + instead.length, bytes.length - to);
        return out;
    }

    /**
     * Reads a file as an import would.
     *
     * @return how many rows it gave, or why it was refused; anything thrown is a defect
     */
    public static String read(Path file) throws IOException {
        try {
            long rows = 0;
            for (Staged staged : Staged.all(file, SourceChoice.AUTOMATIC)) {
                rows += staged.result().records();
            }
            return String.valueOf(rows);
        } catch (AnalyticsException e) {
            return e.code() + " " + e.getMessage();
        }
    }
}
