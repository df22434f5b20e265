package org.clientele.distribution.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Workbooks that no Excel would write. */
final class BadWorkbook {
    /** Stands in a file beside; if it comes into a message or a table, an entity was followed. */
    static final String SECRET = "clientele-secret-5f1c";

    private BadWorkbook() {}

    /** A few hundred bytes that are three billion letters once every entity is written out. */
    static byte[] laughs(Random random) throws IOException {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            doctype.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        doctype.append("]>");
        String rows = HonestSheet.of(1, 3);
        return random.nextBoolean()
                ? new WorkbookParts()
                        .sheet(doctype.toString(), rows.replace("Käse", "&l9;"))
                        .bytes()
                : new WorkbookParts()
                        .texts(doctype.toString(), "<si><t>&l9;</t></si>")
                        .sheet(rows + "<row r=\"9\"><c r=\"A9\" t=\"s\"><v>0</v></c></row>")
                        .bytes();
    }

    static byte[] outside(Random random, Path folder) throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, SECRET);
        String doctype = random.nextBoolean()
                ? "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                : "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p; <!ENTITY e SYSTEM \""
                        + secret.toUri() + "\">]>";
        return new WorkbookParts()
                .sheet(doctype, HonestSheet.of(1, 3).replace("Käse", "&e;"))
                .bytes();
    }

    static byte[] textFlood(int count) throws IOException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < count; i++) {
            items.append("<si><t>").append(i * 7919L).append("</t></si>");
        }
        return new WorkbookParts()
                .texts("", items.toString())
                .sheet(HonestSheet.of(2, 3))
                .bytes();
    }

    static byte[] longText(int length) throws IOException {
        return new WorkbookParts()
                .sheet(HonestSheet.of(2, 3).replace("Käse", "x".repeat(length / 3)))
                .bytes();
    }

    static byte[] textNumbers(Random random) throws IOException {
        String[] numbers = {"-1", "2147483648", "99999999999999999999", "1e3", "", "NaN", "7"};
        StringBuilder rows = new StringBuilder(HonestSheet.of(2, 3));
        for (int i = 0; i < 9; i++) {
            rows.append("<row r=\"" + (10 + i) + "\"><c r=\"A" + (10 + i) + "\" t=\"s\"><v>"
                    + numbers[random.nextInt(numbers.length)] + "</v></c></row>");
        }
        return new WorkbookParts()
                .texts("", "<si><t>one</t></si>")
                .sheet(rows.toString())
                .bytes();
    }

    static byte[] farCells(Random random) throws IOException {
        String[] places = {"XFD1048576", "ZZZZZZZ1", "A2147483648", "A0", "1A", "", "AAAAAAAAAAAAAAAAAA99999999999999"};
        StringBuilder rows = new StringBuilder(HonestSheet.of(2, 3));
        for (int i = 0; i < 9; i++) {
            String place = places[random.nextInt(places.length)];
            String number = new String[] {"1048576", "2147483647", "-5", "9999999999999", "3"}[random.nextInt(5)];
            rows.append("<row r=\"" + number + "\"><c r=\"" + place + "\"><v>1</v></c></row>");
        }
        return new WorkbookParts().sheet(rows.toString()).bytes();
    }

    static byte[] deep(int levels) throws IOException {
        return new WorkbookParts()
                .sheet(HonestSheet.of(2, 3) + "<a>".repeat(levels))
                .bytes();
    }

    static byte[] blanks(int length) throws IOException {
        return HonestFile.zip(
                java.util.Map.of("xl/workbook.xml", new byte[length], "xl/worksheets/sheet1.xml", new byte[9]), false);
    }

    static byte[] withoutPart(Random random) throws IOException {
        WorkbookParts parts = new WorkbookParts().sheet(HonestSheet.of(2, 3));
        String relation = "<Relationships><Relationship Id=\"rId1\" Target=\"%s\"/></Relationships>";
        switch (random.nextInt(6)) {
            case 0 -> parts.part("xl/workbook.xml", "");
            case 1 -> parts.part("xl/_rels/workbook.xml.rels", relation.formatted("../../../../etc/passwd"));
            case 2 -> parts.part("xl/_rels/workbook.xml.rels", relation.formatted("workbook.xml"));
            case 3 -> parts.part("xl/_rels/workbook.xml.rels", relation.formatted("file:///etc/passwd"));
            case 4 -> parts.part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1</worksheet>");
            default -> parts.part("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"x\"/>");
        }
        return parts.bytes();
    }

    static byte[] manyCells(int cells) throws IOException {
        String row = HonestSheet.row(2, "1", "2024-01-01", "c", "p", 1, 1.5, "EUR", "x", "L");
        return new WorkbookParts()
                .sheet(HonestSheet.of(2, 1) + row.repeat(cells / 9))
                .bytes();
    }
}
