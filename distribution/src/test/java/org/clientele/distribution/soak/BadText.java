package org.clientele.distribution.soak;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Text that is a table, of a kind. */
final class BadText {
    private BadText() {}

    /** Fields of up to 60 KB of what nearly is a number or a date, in every column. */
    static byte[] everywhere(Random random, List<String> atoms) {
        StringBuilder text = new StringBuilder(HonestFile.HEADER).append('\n');
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 9; column++) {
                String atom = atoms.get(random.nextInt(atoms.size()));
                String value = atom.repeat((1 + random.nextInt(60_000)) / atom.length() + 1);
                text.append(column == 0 ? "" : ",").append('"').append(value).append('"');
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] wide(int columns, Random random) {
        StringBuilder text = new StringBuilder(HonestFile.HEADER);
        for (int i = 9; i < columns; i++) {
            text.append(",c").append(i);
        }
        for (int row = 0; row < 40; row++) {
            text.append("\n1,2024-01-01,c,p,1,1.50,EUR,x,L");
            for (int i = 9; i < columns; i++) {
                text.append(',').append(random.nextInt(1000));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Names that would be more than names where somebody took them for SQL, a path or a format. */
    static byte[] evilHeaders(Random random) {
        List<String> evil = List.of(
                "\"a\"\"; DROP TABLE order_line; --\"",
                "x') FROM order_line; --",
                "%s%n%d",
                "../../etc/passwd",
                "import_batch_id",
                "batch",
                "ord",
                "good",
                "c0",
                "m_quantity",
                "\"two\nlines\"",
                "\u202egnp.exe",
                "select",
                "x".repeat(60_000),
                "\u0001\u0002",
                "${jndi:ldap://x}");
        StringBuilder text = new StringBuilder("order_id,ordered_at,quantity,unit_price");
        StringBuilder row = new StringBuilder("1,2024-01-01,1,1");
        for (int i = 0; i < 9; i++) {
            text.append(',').append(evil.get(random.nextInt(evil.size())));
            row.append(",'); DROP TABLE order_line; --");
        }
        return (text + "\n" + row + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
