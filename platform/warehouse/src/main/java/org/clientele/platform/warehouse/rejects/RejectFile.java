package org.clientele.platform.warehouse.rejects;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A file of rejected rows: CSV in UTF-8, {@code line,column,reason,text,code}, and {@code file} behind it where an import
 * has several. The text is the line as it stood in the source; what cannot stand in a text, or would run as a formula when
 * somebody opens the file in a spreadsheet, is in it as {@code \xHH} (a byte in hexadecimal digits), so nothing is lost. A
 * backslash before an {@code x} is {@code \x5C}. Column names and reasons never begin with a formula's sign: an
 * apostrophe is put before it.
 */
public final class RejectFile {
    private static final String HEADER = "line,column,reason,text,code";

    private RejectFile() {}

    /** Writes rejects in the order in which they come. */
    public static final class Writer implements AutoCloseable {
        private final BufferedWriter out;
        private final boolean several;

        /** @param several whether each row names its file */
        public Writer(Path file, boolean several) throws IOException {
            this.out = Files.newBufferedWriter(file);
            this.several = several;
            out.write(HEADER + (several ? ",file\n" : "\n"));
        }

        /** Adds a row; {@code text[from, from + length)} is the line as it stood in the source. */
        public void add(
                String file, long line, String column, String reason, String code, byte[] text, int from, int length)
                throws IOException {
            add(new Reject(file, line, column, reason, code, RejectText.escaped(text, from, length)));
        }

        /** Adds a row that is in the file's form already. */
        public void add(Reject reject) throws IOException {
            out.write(String.valueOf(reject.line()));
            field(harmless(reject.column()));
            field(harmless(reject.reason()));
            field(reject.escaped());
            out.write(',');
            out.write(reject.code());
            if (several) {
                field(harmless(reject.file()));
            }
            out.write('\n');
        }

        private void field(String text) throws IOException {
            out.write(',');
            if (!text.isEmpty()) {
                out.write('"');
                out.write(text.replace("\"", "\"\""));
                out.write('"');
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String asItWas(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /**
     * Gives each row in order. The columns may stand in any order and be fewer, so that files of older versions and files
     * that somebody saved again can be read; a row without a line number is given with line 0.
     *
     * @throws IOException if it cannot be read or has no column {@code text}
     */
    public static void read(Path file, Consumer<Reject> rows) throws IOException {
        read(file, Long.MAX_VALUE, rows);
    }

    /** The first rows, at most so many. */
    public static List<Reject> first(Path file, int most) throws IOException {
        List<Reject> rows = new ArrayList<>();
        read(file, most, rows::add);
        return rows;
    }

    private static void read(Path file, long most, Consumer<Reject> rows) throws IOException {
        // A file that somebody saved again may be in another encoding.
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var reader =
                        new java.io.BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), decoder));
                CsvRecords records = new CsvRecords(reader, delimiter(file))) {
            List<String> header = records.next();
            if (header == null || column(header, "text") < 0) {
                throw new IOException(file.getFileName() + " is no rejects file: it has no column \"text\"");
            }
            for (long n = 0; n < most; n++) {
                List<String> row = records.next();
                if (row == null) {
                    return;
                }
                rows.accept(new Reject(
                        asItWas(at(row, column(header, "file"))),
                        number(at(row, column(header, "line"))),
                        asItWas(at(row, column(header, "column"))),
                        asItWas(at(row, column(header, "reason"))),
                        at(row, column(header, "code")),
                        at(row, column(header, "text"))));
            }
        }
    }

    /** All rows, which must fit into memory. */
    public static List<Reject> readAll(Path file) {
        List<Reject> all = new java.util.ArrayList<>();
        try {
            read(file, all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Spreadsheets of some countries write semicolons. */
    static char delimiter(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(4096), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            long commas = start.chars().filter(c -> c == ',').count();
            long semicolons = start.chars().filter(c -> c == ';').count();
            return semicolons > commas ? ';' : start.indexOf('\t') >= 0 && commas == 0 ? '\t' : ',';
        }
    }

    static int column(List<String> header, String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().toLowerCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    static String at(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    static long number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    /** Makes a file's content durable. */
    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes the names in a file's folder durable, where the system can. */
    static void syncFolder(Path file) {
        try (FileChannel channel = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(RejectFile.class).debug("Folders cannot be synced here", e);
        }
    }

    static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("This Java has no SHA-256", e);
        }
    }
}
