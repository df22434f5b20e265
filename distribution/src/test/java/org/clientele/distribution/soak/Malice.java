package org.clientele.distribution.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.clientele.distribution.soak.HostileFile.Format;

/** Ways to make a file that takes a careless reader's time, memory, disk or secrets. */
enum Malice {
    /** Each line opens a quote, and closes that of the line before and opens one again. */
    OPEN_QUOTES(
            Format.CSV, (r, f) -> text(HonestFile.HEADER + "\n" + "x\"\"\",\"c\n".repeat(40_000 + r.nextInt(200_000)))),
    LONG_NUMBERS(Format.CSV, (r, f) -> BadText.everywhere(r, List.of("1.234", ".567", "1,234", "9 ", "1'000", "-"))),
    LONG_DATES(Format.CSV, (r, f) -> BadText.everywhere(r, List.of("1.", "2024-01-", "10:", "T", "Jan ", "12/"))),
    LONG_WORDS(Format.CSV, (r, f) -> BadText.everywhere(r, List.of("a", "A1 ", "€", "🧀", "%", "-- ", "'; "))),
    MANY_COLUMNS(Format.CSV, (r, f) -> BadText.wide(1990, r)),
    TOO_MANY_COLUMNS(Format.CSV, (r, f) -> BadText.wide(5000 + r.nextInt(90_000), r)),
    ENDLESS_LINE(Format.CSV, (r, f) -> text(HonestFile.HEADER + "\n1," + "x".repeat((50 + r.nextInt(50)) << 20))),
    ENDLESS_HEADER(Format.CSV, (r, f) -> text("order_id," + "x".repeat(10 << 20))),
    NULS(Format.CSV, (r, f) -> new byte[1 + r.nextInt(5 << 20)]),
    DELIMITERS(Format.CSV, (r, f) -> text(",;\t|".substring(r.nextInt(3)).repeat(1 + r.nextInt(500_000)))),
    QUOTES(Format.CSV, (r, f) -> text("\"".repeat(1 + r.nextInt(3_000_000)))),
    QUOTES_IN_ROWS(Format.CSV, (r, f) -> text(HonestFile.csv(1, 100) + "\"\n\n".repeat(300_000))),
    HALF_UTF16(Format.CSV, (r, f) -> cut(HonestFile.csv(2, 300).getBytes(StandardCharsets.UTF_16), 1 + r.nextInt(99))),
    SAME_HEADERS(Format.CSV, (r, f) -> text("order_id,".repeat(900) + "ordered_at,quantity,unit_price\n1\n")),
    EVIL_HEADERS(Format.CSV, (r, f) -> BadText.evilHeaders(r)),
    ONE_COLUMN(Format.CSV, (r, f) -> text("order_id\n" + "1\n".repeat(r.nextInt(9)))),
    EMPTY(
            Format.CSV,
            (r, f) -> text(
                    List.of("", "\n", "\r\n\r\n", "\ufeff", " ", "\ufeff\n").get(r.nextInt(6)))),
    HEADER_ALONE(Format.CSV, (r, f) -> text(HonestFile.HEADER + (r.nextBoolean() ? "" : "\n"))),
    RETURNS(Format.CSV, (r, f) -> text(HonestFile.csv(3, 200).replace("\n", r.nextBoolean() ? "\r" : "\n\r"))),
    NOISE(Format.CSV, (r, f) -> noise(r, 1 + r.nextInt(2 << 20))),

    /** Four gigabytes or more in a few megabytes: compressed members may follow each other. */
    GZIP_ZEROS(Format.GZIP, (r, f) -> BadArchive.gzipMembers(new byte[16 << 20], 260)),
    GZIP_ROWS(Format.GZIP, (r, f) -> BadArchive.gzipRows(150)),
    GZIP_LINE(Format.GZIP, (r, f) -> BadArchive.gzipMembers("y".repeat(8 << 20).getBytes(StandardCharsets.UTF_8), 300)),
    GZIP_NESTED(Format.GZIP, (r, f) -> BadArchive.gzipNested(3 + r.nextInt(300))),
    GZIP_EMPTY(Format.GZIP, (r, f) -> cut(HonestFile.gzip(new byte[0]), r.nextInt(12))),
    GZIP_NOISE(Format.GZIP, (r, f) -> BadArchive.gzipTail(noise(r, 1 + r.nextInt(9000)))),

    ZIP_ZEROS(Format.ZIP, (r, f) -> BadArchive.zipOf("a.csv", 700 << 20, (byte) (r.nextBoolean() ? 0 : 'x'))),
    ZIP_OVERLAPPING(Format.ZIP, (r, f) -> BadArchive.overlapping(2000 + r.nextInt(20_000))),
    ZIP_NESTED(Format.ZIP, (r, f) -> BadArchive.zipNested(2 + r.nextInt(200))),
    ZIP_MANY(Format.ZIP, (r, f) -> BadArchive.manyEntries(1000 + r.nextInt(70_000), "")),
    ZIP_MANY_TABLES(Format.ZIP, (r, f) -> BadArchive.manyEntries(200 + r.nextInt(2000), HonestFile.csv(4, 2))),
    ZIP_SIZES(Format.ZIP, (r, f) -> BadArchive.lyingSizes(HonestFile.zipOfTwo(5, 50), r)),
    ZIP_NAMES(Format.ZIP, (r, f) -> BadArchive.evilNames()),
    ZIP_EMPTY(Format.ZIP, (r, f) -> cut(BadArchive.empty(), r.nextInt(8))),

    XLSX_LAUGHS(Format.XLSX, (r, f) -> BadWorkbook.laughs(r)),
    XLSX_OUTSIDE(Format.XLSX, (r, f) -> BadWorkbook.outside(r, f)),
    XLSX_TEXT_FLOOD(Format.XLSX, (r, f) -> BadWorkbook.textFlood(1_500_000 + r.nextInt(1_000_000))),
    XLSX_LONG_TEXT(Format.XLSX, (r, f) -> BadWorkbook.longText((20 + r.nextInt(100)) << 20)),
    XLSX_TEXT_NUMBERS(Format.XLSX, (r, f) -> BadWorkbook.textNumbers(r)),
    XLSX_FAR_CELLS(Format.XLSX, (r, f) -> BadWorkbook.farCells(r)),
    XLSX_DEEP(Format.XLSX, (r, f) -> BadWorkbook.deep(10_000 + r.nextInt(300_000))),
    XLSX_BLANKS(Format.XLSX, (r, f) -> BadWorkbook.blanks(300 << 20)),
    XLSX_NO_PARTS(Format.XLSX, (r, f) -> BadWorkbook.withoutPart(r)),
    XLSX_MANY_CELLS(Format.XLSX, (r, f) -> BadWorkbook.manyCells(2_000_000)),

    PARQUET_FOOTER(Format.PARQUET, (r, f) -> BadParquet.footerSize(HonestFile.parquet(6, 500, f), r)),
    PARQUET_COUNTS(Format.PARQUET, (r, f) -> BadParquet.footerBytes(HonestFile.parquet(6, 500, f), r)),
    PARQUET_MAGIC(
            Format.PARQUET, (r, f) -> text("PAR1".repeat(r.nextInt(3) + 1) + "\0".repeat(r.nextInt(20)) + "PAR1")),
    PARQUET_WIDE(Format.PARQUET, (r, f) -> BadParquet.wide(1500 + r.nextInt(2000), f)),
    PARQUET_FLOOD(Format.PARQUET, (r, f) -> BadParquet.flood(f)),
    PARQUET_DEEP(Format.PARQUET, (r, f) -> BadParquet.deep(50 + r.nextInt(100), f));

    /** Makes the bytes. */
    private interface Maker {
        byte[] make(Random random, Path folder) throws IOException, SQLException;
    }

    private final Format format;
    private final Maker maker;

    Malice(Format format, Maker maker) {
        this.format = format;
        this.maker = maker;
    }

    /** The n-th of a format, by turns. */
    static Malice of(Format format, int n) {
        List<Malice> all =
                Arrays.stream(values()).filter(m -> m.format == format).toList();
        return all.get(n % all.size());
    }

    byte[] make(Random random, Path folder) throws IOException, SQLException {
        return maker.make(random, folder);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] bytes, int off) {
        return Arrays.copyOf(bytes, Math.max(0, bytes.length - off));
    }

    private static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
