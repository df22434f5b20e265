package org.clientele.platform.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small workbook of two sheets. */
final class Book {
    private Book() {}

    static void write(Path file, String first, List<List<String>> one, String second, List<List<String>> two)
            throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            part(
                    out,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
                            + "<Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
            part(
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"" + first + "\" sheetId=\"1\" r:id=\"r1\"/>"
                            + "<sheet name=\"" + second + "\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>");
            part(out, "xl/worksheets/sheet1.xml", sheet(one));
            part(out, "xl/worksheets/sheet2.xml", sheet(two));
        }
    }

    private static void part(ZipOutputStream out, String name, String xml) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(xml.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static String sheet(List<List<String>> rows) {
        StringBuilder xml = new StringBuilder("<worksheet><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                xml.append("<c r=\"").append((char) ('A' + c)).append(r + 1);
                xml.append("\" t=\"inlineStr\"><is><t>")
                        .append(rows.get(r).get(c))
                        .append("</t></is></c>");
            }
            xml.append("</row>");
        }
        return xml + "</sheetData></worksheet>";
    }
}
