package org.clientele.distribution.soak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** Parquet files whose footer lies, or that hold too much of something. */
final class BadParquet {
    private BadParquet() {}

    private static byte[] of(String select, Path folder) throws IOException, SQLException {
        Path file = Files.createTempFile(folder, "bad", ".parquet");
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                Statement s = c.createStatement()) {
            s.execute("SET memory_limit = '1GB'");
            s.execute("COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    static byte[] footerSize(byte[] honest, Random random) {
        int[] lies = {-1, 0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, honest.length, honest.length - 8, 1 << 30};
        ByteBuffer.wrap(honest)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(honest.length - 8, lies[random.nextInt(lies.length)]);
        return honest;
    }

    /** Counts, sizes, types and places stand there. */
    static byte[] footerBytes(byte[] honest, Random random) {
        int size = ByteBuffer.wrap(honest).order(ByteOrder.LITTLE_ENDIAN).getInt(honest.length - 8);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            honest[honest.length - 9 - random.nextInt(size)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
        }
        return honest;
    }

    static byte[] wide(int columns, Path folder) throws IOException, SQLException {
        StringBuilder select = new StringBuilder("SELECT i AS order_id, DATE '2024-01-01' AS ordered_at");
        for (int i = 0; i < columns; i++) {
            select.append(", i AS c").append(i);
        }
        return of(select + " FROM range(20) t(i)", folder);
    }

    /** A few kilobytes of a dictionary that are gigabytes of rows. */
    static byte[] flood(Path folder) throws IOException, SQLException {
        return of(
                "SELECT '1' AS order_id, DATE '2024-01-01' AS ordered_at, 1 AS quantity, 1 AS unit_price,"
                        + " repeat('x', 2000) AS description FROM range(1000000)",
                folder);
    }

    static byte[] deep(int levels, Path folder) throws IOException, SQLException {
        return of("SELECT 1 AS order_id, " + "{'a': ".repeat(levels) + "1" + "}".repeat(levels) + " AS s", folder);
    }
}
