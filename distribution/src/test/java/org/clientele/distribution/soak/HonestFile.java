package org.clientele.distribution.soak;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Good order lines in each format, small, the same for the same seed. */
final class HonestFile {
    static final String HEADER =
            "order_id,ordered_at,customer_id,product_id,quantity,unit_price,currency,description,size";

    private HonestFile() {}

    static String csv(long seed, int rows) {
        return rows(seed, rows, HEADER + "\n");
    }

    private static String rows(long seed, int rows, String header) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < rows; i++) {
            text.append(String.format(
                    "m%d-%d,2024-%02d-%02d %02d:00:00,c%d,P%d,%d,%d.%02d,EUR,\"Käse, %d\",%s%n",
                    seed,
                    i / 3,
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    random.nextInt(50),
                    random.nextInt(30),
                    1 + random.nextInt(9),
                    random.nextInt(90),
                    random.nextInt(100),
                    i,
                    i % 7 == 0 ? "\"two\nlines\"" : "L"));
        }
        return text.toString();
    }

    static byte[] csvBytes(long seed, int rows) {
        return csv(seed, rows).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries, boolean stored) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(e.getKey());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(e.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(e.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                out.putNextEntry(entry);
                out.write(e.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] zipOfTwo(long seed, int rows) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.csv", csvBytes(seed, rows));
        entries.put("data/b.csv", csvBytes(seed + 1_000_000, rows));
        return zip(entries, seed % 2 == 0);
    }

    static byte[] parquet(long seed, int rows, Path folder) throws IOException, SQLException {
        Path file = Files.createTempFile(folder, "honest", ".parquet");
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                Statement s = c.createStatement()) {
            s.execute(
                    "COPY (SELECT 'm' || " + seed + " || '-' || i // 3 AS order_id, TIMESTAMP '2024-01-01' + to_hours(i"
                            + ") AS ordered_at, 'c' || i % 50 AS customer_id, 'P' || i % 30 AS product_id, i % 9 + 1 AS quantity,"
                            + " (i % 900 * 0.1)::DECIMAL(9,2) AS unit_price, 'EUR' AS currency, [i, i] AS size FROM range("
                            + rows
                            + ") t(i)) TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet"
                            + (seed % 2 == 0 ? ", COMPRESSION zstd)" : ", ROW_GROUP_SIZE 2048)"));
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    static byte[] xlsx(long seed, int rows) throws IOException {
        return new WorkbookParts().sheet(HonestSheet.of(seed, rows)).bytes();
    }
}
