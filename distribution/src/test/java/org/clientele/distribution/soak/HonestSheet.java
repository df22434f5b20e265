package org.clientele.distribution.soak;

import java.util.Random;

/** The rows of a sheet of order lines, as XML. */
final class HonestSheet {
    private HonestSheet() {}

    static String of(long seed, int rows) {
        Random random = new Random(seed);
        StringBuilder xml = new StringBuilder(row(1, (Object[]) HonestFile.HEADER.split(",")));
        for (int i = 0; i < rows; i++) {
            xml.append(row(
                    i + 2,
                    "m" + seed + "-" + i / 3,
                    String.format("2024-%02d-%02d 10:00:00", 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    "c" + random.nextInt(50),
                    "P" + random.nextInt(30),
                    1 + random.nextInt(9),
                    random.nextInt(9000) / 100.0,
                    "EUR",
                    "Käse",
                    "L"));
        }
        return xml.toString();
    }

    static String row(int number, Object... cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String reference = (char) ('A' + i) + String.valueOf(number);
            xml.append(
                    cells[i] instanceof Number
                            ? "<c r=\"" + reference + "\"><v>" + cells[i] + "</v></c>"
                            : "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + cells[i] + "</t></is></c>");
        }
        return xml + "</row>";
    }
}
