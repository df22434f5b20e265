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

/** Tells by the first bytes what a file is, and says for each format that is not read what to do instead. */
final class FormatSniffer {
    private static final int START = 1 << 12;

    private FormatSniffer() {}

    /** What is read. */
    enum Format {
        TEXT,
        GZIP,
        ZIP,
        PARQUET
    }

    /** What starts at a place with these bytes, and what to do with it. */
    private record Known(int at, String magic, String what, String remedy) {}

    private static final String AS_CSV = "Save it as CSV or XLSX and import that.";
    private static final String AS_PARQUET = "Write it as Parquet or CSV and import that.";
    private static final String UNPACK = "Unpack it and import what is in it.";

    private static final List<Known> REFUSED = List.of(
            new Known(0, "ORC", "an ORC file", AS_PARQUET),
            new Known(0, "Obj\u0001", "an Avro file", AS_PARQUET),
            new Known(0, "ARROW1", "an Arrow or Feather file", AS_PARQUET),
            new Known(0, "FEA1", "a Feather file", AS_PARQUET),
            new Known(0, "SQLite format 3", "an SQLite database", "Export its tables as CSV and import those."),
            new Known(8, "DUCK", "a DuckDB database", "Import its tables by jdbc:duckdb: and the file's path."),
            new Known(
                    0, "\u0000\u0001\u0000\u0000Standard ", "an Access database", "Export its tables as CSV or XLSX."),
            new Known(0, "%PDF", "a PDF document", "Ask for the table as CSV or XLSX."),
            new Known(0, "\u0089PNG", "a picture", "Ask for the table as CSV or XLSX."),
            new Known(0, "\u00ff\u00d8\u00ff", "a picture", "Ask for the table as CSV or XLSX."),
            new Known(0, "GIF8", "a picture", "Ask for the table as CSV or XLSX."),
            new Known(0, "7z\u00bc\u00af", "a 7-Zip archive", UNPACK),
            new Known(0, "Rar!", "a RAR archive", UNPACK),
            new Known(0, "BZh", "a bzip2 file", UNPACK),
            new Known(0, "\u00fd7zXZ", "an xz file", UNPACK),
            new Known(0, "\u0028\u00b5\u002f\u00fd", "a Zstandard file", UNPACK),
            new Known(0, "\u0004\"M\u0018", "an LZ4 file", UNPACK),
            new Known(257, "ustar", "a tar archive", UNPACK),
            new Known(0, "\u001f\u008b", "a gzip file", UNPACK),
            new Known(0, "PK\u0003\u0004", "a ZIP archive or an Excel workbook", UNPACK),
            new Known(0, "PAR1", "a Parquet file", UNPACK),
            new Known(0, "$FL2", "an SPSS file", AS_CSV),
            new Known(0, "<stata_dta>", "a Stata file", AS_CSV),
            new Known(0, "RDX", "an R data file", AS_CSV),
            new Known(0, "{\\rtf", "a rich text document", AS_CSV),
            new Known(0, "\u007fELF", "a program", "Name a file with a table."),
            new Known(0, "\u00ff\u00fe\u0000\u0000", "text in UTF-32", "Save it as CSV in UTF-8 and import that."),
            new Known(0, "\u0000\u0000\u00fe\u00ff", "text in UTF-32", "Save it as CSV in UTF-8 and import that."));

    /** @throws AnalyticsException FILE_UNREADABLE if it is missing, or of a format that is not read */
    static Format of(Path file) {
        byte[] start;
        try {
            if (Files.isDirectory(file)) {
                throw new AnalyticsException(ErrorCode.FILE_UNREADABLE, file + " is a folder. Name a file in it.");
            }
            // A pipe is waited for without end, and a device may have none.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new AnalyticsException(
                        ErrorCode.FILE_UNREADABLE,
                        file + " is no file but a pipe or a device. Write what comes out of it into a file, and import"
                                + " that.");
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
                ? refusal(
                        Content.nameOf(file),
                        "an Excel workbook with a password",
                        "Open it in Excel, take the password away (File, Info, Protect Workbook) and save it.")
                : refusal(
                        Content.nameOf(file),
                        "a workbook of an Excel before 2007 (.xls)",
                        "Open it in Excel or LibreOffice, save it as XLSX (File, Save As, Excel Workbook), and import that.");
    }

    /** @throws AnalyticsException FILE_UNREADABLE if what starts so is known to be no delimited text */
    static void refuseUnlessText(String name, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1);
        for (Known known : REFUSED) {
            if (start.startsWith(known.magic, known.at)) {
                throw refusal(name, known.what, known.remedy);
            }
        }
        String lower = start.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            throw refusal(name, "a web page", "Open it in Excel or LibreOffice, save it as XLSX, and import that.");
        }
        if (lower.startsWith("<?xml") || lower.startsWith("<workbook")) {
            throw refusal(name, "an XML document", AS_CSV);
        }
        if (lower.matches("(?s)\\{\\s*(\"[^\"]*\"\\s*:.*|\\})") || lower.matches("(?s)\\[\\s*[\\[{].*")) {
            throw refusal(name, "JSON", AS_CSV);
        }
    }

    static AnalyticsException refusal(String name, String what, String remedy) {
        return new AnalyticsException(
                ErrorCode.FILE_UNREADABLE, name + " is " + what + ", which is not read. " + remedy);
    }
}
