package org.clientele.distribution.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The parts of an Excel workbook of one sheet; each can be put in by hand. */
final class WorkbookParts {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    WorkbookParts() {
        part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    }

    WorkbookParts part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    WorkbookParts sheet(String rows) {
        return sheet("", rows);
    }

    WorkbookParts sheet(String doctype, String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                "<?xml version=\"1.0\"?>" + doctype + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    /** The texts that cells of type s name by number. */
    WorkbookParts texts(String doctype, String items) {
        return part("xl/sharedStrings.xml", "<?xml version=\"1.0\"?>" + doctype + "<sst>" + items + "</sst>");
    }

    /** One part or two are changed. */
    WorkbookParts changed(UnaryOperator<byte[]> change, Random random) {
        List<String> names = List.copyOf(parts.keySet());
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            parts.computeIfPresent(names.get(random.nextInt(names.size())), (name, bytes) -> change.apply(bytes));
        }
        return this;
    }

    byte[] bytes() throws IOException {
        return HonestFile.zip(parts, false);
    }
}
