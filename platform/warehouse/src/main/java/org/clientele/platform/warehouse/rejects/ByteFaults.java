package org.clientele.platform.warehouse.rejects;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.clientele.sdk.text.Texts;

/** What is wrong with bytes: NUL, and what is no UTF-8. */
final class ByteFaults {
    private static final Texts TEXTS = Texts.of(ByteFaults.class);

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private ByteFaults() {}

    static Finding explain(byte[] text) {
        int nul = 0;
        int first = -1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == 0) {
                nul++;
                first = first < 0 ? i : first;
            }
        }
        if (nul == 0) {
            return notUtf8(text);
        }
        if (nul == text.length) {
            return LineTrouble.NUL_ONLY.with();
        }
        return nul > 2 && nul * 5 > text.length * 2
                ? LineTrouble.NUL_BETWEEN.with()
                : LineTrouble.NUL_INSIDE.with(behind(text, first));
    }

    private static Finding notUtf8(byte[] text) {
        int i = 0;
        while (i < text.length) {
            int b = text[i] & 0xff;
            int more = b < 0x80
                    ? 0
                    : b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : -1;
            int got = 0;
            while (got < more && i + 1 + got < text.length && (text[i + 1 + got] & 0xc0) == 0x80) {
                got++;
            }
            Finding wrong = more < 0 ? alone(text, i) : got < more ? cut(text, i, got) : forbidden(text, i, more);
            if (wrong != null) {
                return wrong;
            }
            i += 1 + more;
        }
        return LineTrouble.BYTES_CUT.with(behind(text, text.length), TEXTS.get("byte.faults.end"));
    }

    private static Finding alone(byte[] text, int at) {
        int b = text[at] & 0xff;
        String behind = behind(text, at);
        boolean continued = at + 1 < text.length && (text[at + 1] & 0xc0) == 0x80;
        if ((b == 0xc0 || b == 0xc1) && continued) {
            return LineTrouble.BYTES_OVERLONG.with(hex(text, at, 2), behind);
        }
        if (b > 0xf4 && continued) {
            return LineTrouble.BYTES_TOO_HIGH.with(hex(text, at, 2), behind);
        }
        return windows(b, behind);
    }

    private static Finding windows(int b, String behind) {
        String hex = String.format(Locale.ROOT, "%02X", b);
        String letter = new String(new byte[] {(byte) b}, WINDOWS);
        return letter.charAt(0) == '\uFFFD' || Character.isISOControl(letter.charAt(0))
                ? LineTrouble.BYTE_UNKNOWN.with(hex, behind)
                : LineTrouble.BYTE_WINDOWS.with(hex, behind, Shown.quoted(letter));
    }

    private static Finding cut(byte[] text, int at, int got) {
        boolean end = at + got + 1 == text.length;
        return got > 0 || end && text.length > 1 && at > 0 && (text[at - 1] & 0x80) != 0
                ? LineTrouble.BYTES_CUT.with(behind(text, at), hex(text, at, 1))
                : windows(text[at] & 0xff, behind(text, at));
    }

    private static @org.jspecify.annotations.Nullable Finding forbidden(byte[] text, int at, int more) {
        int b = text[at] & 0xff;
        int second = more > 0 ? text[at + 1] & 0xff : 0;
        String behind = behind(text, at);
        if (b == 0xe0 && second < 0xa0 || b == 0xf0 && second < 0x90) {
            return LineTrouble.BYTES_OVERLONG.with(hex(text, at, more + 1), behind);
        }
        if (b == 0xed && second >= 0xa0) {
            return LineTrouble.BYTES_SURROGATE.with(hex(text, at, 3), behind);
        }
        return b == 0xf4 && second > 0x8f ? LineTrouble.BYTES_TOO_HIGH.with(hex(text, at, 4), behind) : null;
    }

    private static String hex(byte[] text, int from, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            out.append(i == from ? "" : " ").append(String.format(Locale.ROOT, "%02X", text[i] & 0xff));
        }
        return out.toString();
    }

    private static String behind(byte[] text, int at) {
        String before = new String(text, 0, at, StandardCharsets.UTF_8);
        return Structure.behind(before, before.length());
    }
}
