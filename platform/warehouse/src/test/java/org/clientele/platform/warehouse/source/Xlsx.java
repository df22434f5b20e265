package org.clientele.platform.warehouse.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, as Excel would, and as it would not. */
final class Xlsx {
    private final List<String> sheets = new ArrayList<>();
    private final Map<String, String> parts = new LinkedHashMap<>();
    private String properties = "";

    static Xlsx book() {
        return new Xlsx();
    }

    Xlsx from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** @param rows the XML within sheetData */
    Xlsx sheet(String name, String rows) {
        return sheet(name, "visible", rows);
    }

    Xlsx sheet(String name, String state, String rows) {
        int n = sheets.size() + 1;
        sheets.add(
                "<sheet name=\"" + name + "\" sheetId=\"" + n + "\" state=\"" + state + "\" r:id=\"rId" + n + "\"/>");
        return part(
                "xl/worksheets/sheet" + n + ".xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet "
                        + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    Xlsx part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    /** The shared texts, each as the XML within si. */
    Xlsx texts(String... items) {
        StringBuilder xml = new StringBuilder("<sst>");
        for (String item : items) {
            xml.append("<si>").append(item).append("</si>");
        }
        return part("xl/sharedStrings.xml", xml + "</sst>");
    }

    /** Styles 0 and on with these formats; a format of digits is a built-in one. */
    Xlsx styles(String... formats) {
        StringBuilder own = new StringBuilder("<styleSheet><numFmts>");
        StringBuilder cells =
                new StringBuilder("</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>");
        for (int i = 0; i < formats.length; i++) {
            boolean builtIn = formats[i].matches("\\d+");
            String id = builtIn ? formats[i] : String.valueOf(164 + i);
            if (!builtIn) {
                own.append(
                        "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + formats[i].replace("\"", "&quot;") + "\"/>");
            }
            cells.append("<xf numFmtId=\"" + id + "\"/>");
        }
        return part("xl/styles.xml", own.toString() + cells + "</cellXfs></styleSheet>");
    }

    Path write(Path file) throws IOException {
        StringBuilder relations = new StringBuilder("<Relationships>");
        for (int n = 1; n <= sheets.size(); n++) {
            relations.append("<Relationship Id=\"rId" + n + "\" Target=\"worksheets/sheet" + n + ".xml\"/>");
        }
        part("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + properties + "<sheets>" + String.join("", sheets) + "</sheets></workbook>");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    /** A row of inline texts and plain numbers. */
    static String row(int number, Object... cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String ref = (char) ('A' + i) + String.valueOf(number);
            if (cells[i] instanceof Number) {
                xml.append("<c r=\"" + ref + "\"><v>" + cells[i] + "</v></c>");
            } else if (!cells[i].equals("")) {
                xml.append("<c r=\"" + ref + "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
            }
        }
        return xml + "</row>";
    }
}
