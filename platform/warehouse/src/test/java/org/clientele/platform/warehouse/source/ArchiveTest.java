package org.clientele.platform.warehouse.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {
    private static final String TEXT = "id,name\n1,Ann\n2,Bob\n";

    @TempDir
    Path dir;

    private Path zip(String name, Object... namesAndContents) throws IOException {
        Path file = dir.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                Object content = namesAndContents[i + 1];
                out.write(content instanceof byte[] b ? b : ((String) content).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void eachTableOfAnArchiveIsASource() throws Exception {
        Path file = zip(
                "shop.zip",
                "data/",
                "",
                "data/orders.csv",
                TEXT,
                "../../etc/customers.txt",
                "id;city\n1;Köln\n",
                "__MACOSX/data/._orders.csv",
                "x",
                ".hidden",
                "x",
                "readme.pdf",
                "%PDF-1.7");
        List<Staged> all = Staged.all(file, SourceChoice.AUTOMATIC);
        assertThat(all)
                .extracting(Staged::name)
                .containsExactly("shop.zip/data/orders.csv", "shop.zip/../../etc/customers.txt");
        assertThat(all.get(0).records()).containsExactly("1,Ann", "2,Bob");
        assertThat(all.get(1).records()).containsExactly("1;Köln");
        assertThat(all.get(0).head().doubts()).containsExactly("shop.zip also holds readme.pdf, which is not read.");
        Staged chosen = Staged.only(file, new SourceChoice(null, null, null, null, List.of(), "ORDERS.CSV"));
        assertThat(chosen.records()).hasSize(2);
        assertThatThrownBy(() -> Sources.open(file, new SourceChoice(null, null, null, null, List.of(), "none.csv")))
                .hasMessageContaining("shop.zip holds no none.csv");
    }

    @Test
    void membersOfAGzipFileFollowEachOther() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(gzip(TEXT.getBytes(StandardCharsets.UTF_8)));
        both.writeBytes(gzip("3,Cid\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(Staged.only(Files.write(dir.resolve("x.csv"), both.toByteArray()))
                        .records())
                .containsExactly("1,Ann", "2,Bob", "3,Cid");
    }

    @Test
    void aCutArchiveSaysSo() throws Exception {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i * 7919L % 100_003).append(",x").append(i * 31L % 977).append('\n');
        }
        byte[] gz = gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        Path cut = Files.write(dir.resolve("cut.gz"), Arrays.copyOf(gz, gz.length * 2 / 3));
        assertThatThrownBy(() -> Staged.only(cut))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("cut short");
        byte[] zip = Files.readAllBytes(zip("a.zip", "a.csv", text.toString()));
        Path cutZip = Files.write(dir.resolve("cut.zip"), Arrays.copyOf(zip, zip.length * 2 / 3));
        assertThatThrownBy(() -> Staged.only(cutZip))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("cut short");
        zip[zip.length / 2] ^= 0x55;
        Path damaged = Files.write(dir.resolve("damaged.zip"), zip);
        assertThatThrownBy(() -> Staged.only(damaged))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageMatching("(?s).*(damaged|cut short).*");
    }

    @Test
    void aBombIsDefusedAndALargeHonestFileIsNot() throws Exception {
        Path bomb = dir.resolve("bomb.gz");
        byte[] line = "0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < 600; i++) {
                out.write(line);
            }
        }
        assertThatThrownBy(() -> new CountingOnly(bomb).read())
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                .hasMessageContaining("unpacks to more than 250 times its size");
        GuardedStream honest =
                new GuardedStream(InputStreams.zeros(3L << 30), "x", () -> 300L << 20, GuardedStream.FLOOR);
        byte[] block = new byte[1 << 20];
        while (honest.read(block, 0, block.length) >= 0) {
            honest.limit(4L << 30);
        }
        assertThat(honest.count()).isEqualTo(3L << 30);
        GuardedStream tooMuch =
                new GuardedStream(InputStreams.zeros(3L << 30), "x", () -> 300L << 20, GuardedStream.FLOOR);
        tooMuch.limit(1L << 30);
        assertThatThrownBy(() -> tooMuch.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED))
                .hasMessageContaining("1,024 MB");
    }

    /** Reads a content as the stagers do, keeping nothing. */
    private record CountingOnly(Path file) {
        void read() throws IOException {
            try (Content.Opened opened = new Content.Gzip(file).open()) {
                opened.in().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static final class InputStreams {
        static java.io.InputStream zeros(long size) {
            return new java.io.InputStream() {
                private long left = size;

                @Override
                public int read() {
                    return left-- > 0 ? 0 : -1;
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    if (left <= 0) {
                        return -1;
                    }
                    int n = (int) Math.min(length, left);
                    left -= n;
                    return n;
                }
            };
        }
    }

    @Test
    void anArchiveWithAPasswordSaysSo() throws Exception {
        byte[] zip = Files.readAllBytes(zip("a.zip", "a.csv", TEXT));
        int local = 6;
        int central = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002") + 8;
        zip[local] |= 1;
        zip[central] |= 1;
        Path file = Files.write(dir.resolve("secret.zip"), zip);
        assertThatThrownBy(() -> Sources.open(file, SourceChoice.AUTOMATIC))
                .hasMessageContaining("secret.zip is an archive with a password");
    }

    @Test
    void archivesInArchivesAreRefused() throws Exception {
        Path inner = zip("inner.zip", "a.csv", TEXT);
        Path outer = zip("outer.zip", "inner.zip", Files.readAllBytes(inner));
        assertThatThrownBy(() -> Sources.open(outer, SourceChoice.AUTOMATIC))
                .hasMessageContaining("outer.zip/inner.zip is a ZIP archive")
                .hasMessageContaining("Unpack it");
        assertThatThrownBy(() -> Sources.open(zip("empty.zip", "folder/", ""), SourceChoice.AUTOMATIC))
                .hasMessageContaining("empty.zip holds no file");
    }

    @Test
    void tooManyEntriesAreRefused() throws Exception {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            entries.add("t" + i + ".csv");
            entries.add(TEXT);
        }
        Path many = zip("many.zip", entries.toArray());
        assertThatThrownBy(() -> Sources.open(many, SourceChoice.AUTOMATIC))
                .hasMessageContaining("more than 1000 files");
    }

    @ParameterizedTest
    @CsvSource({
        "ORC, ORC file",
        "ARROW1, Feather",
        "SQLite format 3, SQLite",
        "%PDF-1.4, PDF",
        "<!DOCTYPE html>, web page",
        "<?xml version='1.0'?>, XML",
        "'{\"a\": 1}', JSON",
        "'[{\"a\": 1}]', JSON",
        "BZh9, bzip2",
        "Rar!, RAR"
    })
    void otherFormatsAreRefusedByName(String start, String what) throws Exception {
        Path file = Files.writeString(dir.resolve("in.dat"), start + "\nmore\n");
        assertThatThrownBy(() -> Sources.open(file, SourceChoice.AUTOMATIC))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                .hasMessageContaining("in.dat is")
                .hasMessageContaining(what);
    }

    @Test
    void oldAndEncryptedWorkbooksSayWhatToDo() throws Exception {
        byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0};
        Path xls = Files.write(dir.resolve("old.xls"), ole);
        assertThatThrownBy(() -> Sources.open(xls, SourceChoice.AUTOMATIC)).hasMessageContaining("save it as XLSX");
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        secret.writeBytes(ole);
        secret.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        Path xlsx = Files.write(dir.resolve("secret.xlsx"), secret.toByteArray());
        assertThatThrownBy(() -> Sources.open(xlsx, SourceChoice.AUTOMATIC)).hasMessageContaining("password");
        assertThatThrownBy(() -> Sources.open(
                        zip("a.ods", "mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                        SourceChoice.AUTOMATIC))
                .hasMessageContaining("OpenDocument spreadsheet");
    }
}
