package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.warehouse.csv.SourceFile;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** Tells by the first bytes what a file is, and says for each format that is not read what to do instead. */
final class FormatSniffer {
    private static final Texts TEXTS = Texts.of(FormatSniffer.class);

    private static final int START = 1 << 12;

    private FormatSniffer() {}

    /** What is read. */
    enum Format {
        TEXT,
        GZIP,
        ZIP,
        PARQUET
    }

    /** What starts at a place with these bytes, and what to do with it: ends of keys. */
    private record Known(int at, String magic, String kind, String remedy) {}

    private static final String AS_CSV = "save";
    private static final String AS_PARQUET = "write";
    private static final String UNPACK = "unpack";

    private static final List<Known> REFUSED = List.of(
            new Known(0, "ORC", "orc", AS_PARQUET),
            new Known(0, "Obj\u0001", "avro", AS_PARQUET),
            new Known(0, "ARROW1", "arrow", AS_PARQUET),
            new Known(0, "FEA1", "feather", AS_PARQUET),
            new Known(0, "SQLite format 3", "sqlite", "export"),
            new Known(8, "DUCK", "duckdb", "import_by_url"),
            new Known(0, "\u0000\u0001\u0000\u0000Standard ", "access", "export_any"),
            new Known(0, "%PDF", "pdf", "ask"),
            new Known(0, "\u0089PNG", "picture", "ask"),
            new Known(0, "\u00ff\u00d8\u00ff", "picture", "ask"),
            new Known(0, "GIF8", "picture", "ask"),
            new Known(0, "7z\u00bc\u00af", "seven_zip", UNPACK),
            new Known(0, "Rar!", "rar", UNPACK),
            new Known(0, "BZh", "bzip2", UNPACK),
            new Known(0, "\u00fd7zXZ", "xz", UNPACK),
            new Known(0, "\u0028\u00b5\u002f\u00fd", "zstandard", UNPACK),
            new Known(0, "\u0004\"M\u0018", "lz4", UNPACK),
            new Known(257, "ustar", "tar", UNPACK),
            new Known(0, "\u001f\u008b", "gzip", UNPACK),
            new Known(0, "PK\u0003\u0004", "zip", UNPACK),
            new Known(0, "PAR1", "parquet", UNPACK),
            new Known(0, "$FL2", "spss", AS_CSV),
            new Known(0, "<stata_dta>", "stata", AS_CSV),
            new Known(0, "RDX", "r", AS_CSV),
            new Known(0, "{\\rtf", "rich_text", AS_CSV),
            new Known(0, "\u007fELF", "program", "name"),
            new Known(0, "\u00ff\u00fe\u0000\u0000", "utf_32", "save_utf_8"),
            new Known(0, "\u0000\u0000\u00fe\u00ff", "utf_32", "save_utf_8"));

    /** @throws AnalyticsException FILE_UNREADABLE if it is missing, or of a format that is not read */
    static Format of(Path file) {
        byte[] start;
        try {
            if (Files.isDirectory(file)) {
                throw new AnalyticsException(
                        ErrorCode.FILE_UNREADABLE, TEXTS.get("format.sniffer.folder_name_file", file));
            }
            // A pipe is waited for without end, and a device may have none.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new AnalyticsException(
                        ErrorCode.FILE_UNREADABLE, TEXTS.get("format.sniffer.no_file_but_pipe", file));
            }
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(START);
            }
        } catch (IOException e) {
            throw SourceFile.unreadable(file, e);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u001f\u008b")) {
            return Format.GZIP;
        }
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return Format.ZIP;
        }
        if (text.startsWith("PAR1")) {
            return Format.PARQUET;
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            throw oldOffice(file);
        }
        refuseUnlessText(Content.nameOf(file), start);
        return Format.TEXT;
    }

    /** Old Office files and encrypted new ones are both in the same container. */
    private static AnalyticsException oldOffice(Path file) {
        boolean encrypted = false;
        try (InputStream in = Files.newInputStream(file)) {
            String all = new String(in.readNBytes(8 << 20), StandardCharsets.ISO_8859_1);
            encrypted = all.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");
        } catch (IOException e) {
            return SourceFile.unreadable(file, e);
        }
        return encrypted
                ? refusal(Content.nameOf(file), "encrypted_workbook", "take_password_away")
                : refusal(Content.nameOf(file), "old_workbook", "save_as_workbook");
    }

    /** @throws AnalyticsException FILE_UNREADABLE if what starts so is known to be no delimited text */
    static void refuseUnlessText(String name, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1);
        for (Known known : REFUSED) {
            if (start.startsWith(known.magic, known.at)) {
                throw refusal(name, known.kind, known.remedy);
            }
        }
        String lower = start.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            throw refusal(name, "web_page", "save_as_xlsx");
        }
        if (lower.startsWith("<?xml") || lower.startsWith("<workbook")) {
            throw refusal(name, "xml", AS_CSV);
        }
        if (lower.matches("(?s)\\{\\s*(\"[^\"]*\"\\s*:.*|\\})") || lower.matches("(?s)\\[\\s*[\\[{].*")) {
            throw refusal(name, "json", AS_CSV);
        }
    }

    /**
     * @param kind the end of a text's key: what it is
     * @param remedy the end of a text's key: what to do with it
     */
    static AnalyticsException refusal(String name, String kind, String remedy) {
        return new AnalyticsException(
                ErrorCode.FILE_UNREADABLE,
                TEXTS.get("format.sniffer.not_read", name, TEXTS.get("kind." + kind), TEXTS.get("remedy." + remedy)));
    }
}
