package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * An XLSX workbook: its sheets, and what their cells refer to. Shared by the sources of its sheets, it closes with the
 * last of them.
 */
final class Workbook implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Workbook.class);

    static final String PART = "xl/workbook.xml";
    private static final long FLOOR = 256L << 20;
    private static final int MOST_SHEETS = 1000;

    private final Path file;
    private final ZipFile zip;
    private final SharedStrings texts = new SharedStrings();
    private final CellTexts cells = new CellTexts();
    private final List<Sheet> sheets = new ArrayList<>();
    private int users;

    /**
     * One sheet.
     *
     * @param part where it is in the archive
     */
    record Sheet(String name, boolean hidden, String part) {}

    private Workbook(Path file) throws IOException {
        this.file = file;
        this.zip = new ZipFile(file.toFile());
    }

    /** Opens the filled sheets, or the chosen one. */
    static List<TableSource> open(Path file, SourceChoice choice) throws IOException {
        Workbook book = new Workbook(file);
        List<TableSource> sources = new ArrayList<>();
        book.users++;
        try {
            book.read();
            for (Sheet sheet : book.sheets) {
                if (choice.sheet() == null || choice.sheet().equalsIgnoreCase(sheet.name())) {
                    SheetSource source = new SheetSource(book, sheet, choice);
                    sources.add(source);
                    if (choice.sheet() == null && source.isEmpty()) {
                        source.close();
                        sources.remove(source);
                    }
                }
            }
            if (sources.isEmpty()) {
                throw book.nothing(choice);
            }
            return sources;
        } catch (IOException | RuntimeException e) {
            sources.forEach(TableSource::close);
            throw e;
        } finally {
            book.close();
        }
    }

    private AnalyticsException nothing(SourceChoice choice) {
        if (choice.sheet() == null) {
            return new AnalyticsException(
                    ErrorCode.FILE_UNRECOGNISED, TEXTS.get("workbook.empty_none_its_sheets", name()));
        }
        List<String> names = sheets.stream().map(Sheet::name).limit(30).toList();
        return new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID,
                TEXTS.get("workbook.has_no_sheet_has", name(), choice.sheet(), String.join(", ", names)));
    }

    private void read() throws IOException {
        Map<String, String> targets = targets();
        try (WorkbookXml xml = part(PART)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (xml.isStart(event, "workbookPr") && isTrue(xml.attribute("date1904"))) {
                    cells.countFrom1904();
                } else if (xml.isStart(event, "sheet") && sheets.size() < MOST_SHEETS) {
                    String part = targets.getOrDefault(String.valueOf(xml.attribute("id")), "");
                    String name = String.valueOf(xml.attribute("name"));
                    String state = String.valueOf(xml.attribute("state")).toLowerCase(Locale.ROOT);
                    if (part.contains("worksheet") && zip.getEntry(part) != null) {
                        sheets.add(new Sheet(name, state.contains("hidden"), part));
                    }
                }
            }
        }
        readStyles();
        if (zip.getEntry("xl/sharedStrings.xml") != null) {
            try (WorkbookXml xml = part("xl/sharedStrings.xml")) {
                texts.read(xml);
            }
        }
    }

    private static boolean isTrue(@org.jspecify.annotations.Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    /** Relation id to the part it leads to. */
    private Map<String, String> targets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (WorkbookXml xml = part("xl/_rels/workbook.xml.rels")) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (xml.isStart(event, "Relationship") && targets.size() < 10 * MOST_SHEETS) {
                    String target = String.valueOf(xml.attribute("Target"));
                    String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    targets.put(String.valueOf(xml.attribute("Id")), part);
                }
            }
        }
        return targets;
    }

    private void readStyles() throws IOException {
        if (zip.getEntry("xl/styles.xml") == null) {
            return;
        }
        try (WorkbookXml xml = part("xl/styles.xml")) {
            boolean ofCells = false;
            int style = 0;
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (xml.isStart(event, "numFmt")) {
                    cells.format(xml.number("numFmtId", -1), String.valueOf(xml.attribute("formatCode")));
                } else if (xml.isStart(event, "cellXfs") || xml.isEnd(event, "cellXfs")) {
                    ofCells = event == XMLStreamConstants.START_ELEMENT;
                } else if (ofCells && xml.isStart(event, "xf")) {
                    cells.style(style++, xml.number("numFmtId", 0));
                }
            }
        }
    }

    private WorkbookXml part(String name) throws IOException {
        return new WorkbookXml(bytes(name));
    }

    /** A part, within the bounds of what an honest workbook unpacks to. */
    GuardedStream bytes(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new ZipException("its part " + part + " is missing");
        }
        long packed = Math.min(Math.max(0, entry.getCompressedSize()), Files.size(file));
        InputStream checked = new Content.Checked(zip.getInputStream(entry), entry, () -> {});
        return new GuardedStream(checked, name(), () -> packed, FLOOR);
    }

    /** How many bytes a part says it has. */
    long size(String part) {
        ZipEntry entry = zip.getEntry(part);
        return entry == null ? 0 : Math.max(1, entry.getSize());
    }

    String name() {
        return Content.nameOf(file);
    }

    SharedStrings texts() {
        return texts;
    }

    CellTexts cells() {
        return cells;
    }

    /** Says that one more uses it. */
    Workbook use() {
        users++;
        return this;
    }

    @Override
    public void close() throws IOException {
        if (--users == 0) {
            try (zip) {
                texts.close();
            }
        }
    }
}
