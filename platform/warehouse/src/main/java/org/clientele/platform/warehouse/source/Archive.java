package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.clientele.platform.warehouse.csv.SourceFile;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Zip archives: of tables, or the container of an office document. Names in it are names, and never paths. */
final class Archive {
    private static final Texts TEXTS = Texts.of(Archive.class);

    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 1 << 16;
    private static final long LARGEST_DIRECTORY = 16L << 20;
    private static final int MOST_TABLES = 1000;
    private static final int LONGEST_NAME = 1000;

    private Archive() {}

    static List<TableSource> open(Path file, SourceChoice choice) {
        try {
            checkDirectory(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                if (zip.getEntry(Workbook.PART) != null) {
                    return Workbook.open(file, choice);
                }
                String office = office(zip);
                if (!office.isEmpty()) {
                    throw FormatSniffer.refusal(Content.nameOf(file), office, "save");
                }
                return tables(file, zip, choice);
            }
        } catch (IOException e) {
            throw explain(file, e);
        } catch (IllegalArgumentException e) {
            throw explain(file, new ZipException("a name in it is not valid"));
        }
    }

    static AnalyticsException explain(Path file, IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("encrypted")) {
            return encrypted(Content.nameOf(file));
        }
        if (message.contains("end header not found") || message.contains("zip file is empty")) {
            return new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE, TEXTS.get("archive.cannot_read_archive_cut", Content.nameOf(file)), e);
        }
        return SourceFile.unreadable(Content.nameOf(file), e);
    }

    private static AnalyticsException encrypted(String name) {
        return FormatSniffer.refusal(name, "encrypted_archive", "unpack_with_password");
    }

    /** The list of entries is read whole: a list that is large by itself is refused before. */
    private static void checkDirectory(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int size = (int) Math.min(in.length(), END_RECORD + LONGEST_COMMENT);
            byte[] tail = new byte[size];
            in.seek(in.length() - size);
            in.readFully(tail);
            for (int i = size - END_RECORD; i >= 0; i--) {
                ByteBuffer end = ByteBuffer.wrap(tail, i, END_RECORD).order(ByteOrder.LITTLE_ENDIAN);
                if (end.getInt(i) == 0x06054b50) {
                    long directory = end.getInt(i + 12) & 0xffffffffL;
                    if (directory > LARGEST_DIRECTORY) {
                        throw new AnalyticsException(
                                ErrorCode.FILE_UNREADABLE,
                                TEXTS.get("archive.has_too_many_entries", Content.nameOf(file)));
                    }
                    return;
                }
            }
        }
    }

    /** What kind of document it is, the end of a text's key, or "" for an archive. */
    private static String office(ZipFile zip) throws IOException {
        ZipEntry mime = zip.getEntry("mimetype");
        if (mime != null) {
            try (InputStream in = zip.getInputStream(mime)) {
                String type = new String(in.readNBytes(100), StandardCharsets.US_ASCII);
                return type.contains("opendocument.spreadsheet")
                        ? "ods"
                        : type.contains("opendocument") ? "open_document" : "";
            }
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            return "xlsb";
        }
        if (zip.getEntry("word/document.xml") != null) {
            return "word";
        }
        if (zip.getEntry("ppt/presentation.xml") != null) {
            return "presentation";
        }
        return zip.getEntry("Index/Document.iwa") != null ? "numbers" : "";
    }

    private static List<TableSource> tables(Path file, ZipFile zip, SourceChoice choice) throws IOException {
        List<String> taken = new ArrayList<>();
        List<String> left = new ArrayList<>();
        @Nullable AnalyticsException refused = null;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (entry.isDirectory() || isHidden(name) || choice.sheet() != null && !isChosen(name, choice.sheet())) {
                continue;
            }
            if (name.length() > LONGEST_NAME) {
                left.add(TEXTS.get("archive.file_whose_name_has", String.valueOf(name.length())));
                continue;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                FormatSniffer.refuseUnlessText(Content.nameOf(file) + "/" + name, in.readNBytes(1 << 12));
                taken.add(name);
            } catch (AnalyticsException e) {
                refused = refused == null ? e : refused;
                left.add(name);
            }
            if (taken.size() > MOST_TABLES) {
                throw new AnalyticsException(
                        ErrorCode.FILE_UNREADABLE,
                        TEXTS.get("archive.holds_more_than_files", Content.nameOf(file), String.valueOf(MOST_TABLES)));
            }
        }
        if (taken.isEmpty()) {
            throw refused != null ? refused : nothing(file, choice);
        }
        List<String> doubts = left.isEmpty()
                ? List.of()
                : List.of(TEXTS.get("archive.also_holds_which_not", Content.nameOf(file), String.join(", ", left)));
        List<TableSource> sources = new ArrayList<>();
        for (String name : taken) {
            sources.add(new TextSource(new Content.Zipped(file, name), choice, sources.isEmpty() ? doubts : List.of()));
        }
        return sources;
    }

    private static boolean isHidden(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equalsIgnoreCase("Thumbs.db");
    }

    private static boolean isChosen(String name, String chosen) {
        return name.equalsIgnoreCase(chosen)
                || name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase(chosen);
    }

    private static AnalyticsException nothing(Path file, SourceChoice choice) {
        return choice.sheet() == null
                ? new AnalyticsException(
                        ErrorCode.FILE_UNRECOGNISED, TEXTS.get("archive.holds_no_file_table", Content.nameOf(file)))
                : new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get("archive.holds_no_name_file", Content.nameOf(file), choice.sheet()));
    }
}
