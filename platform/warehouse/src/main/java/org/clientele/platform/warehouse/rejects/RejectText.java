package org.clientele.platform.warehouse.rejects;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The text of a rejected line as it stands in a rejects file, from which its bytes can be had back to the last one.
 *
 * <p>A byte that cannot stand in a text, or would be taken for something else, is written as {@code \xHH}: bytes that are
 * no UTF-8, control characters but for line feeds and tabs, and the first character of what a spreadsheet would run as a
 * formula, at the start of the text or behind any delimiter (a spreadsheet may part the text again). A backslash stands for
 * itself, unless an {@code x} follows it: then it is {@code \x5C}. So texts without any of these are as they were.
 */
final class RejectText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BEFORE_FORMULA = ",;|\t\n\"' ";

    private RejectText() {}

    /** The form in the file. */
    static String escaped(byte[] bytes, int from, int length) {
        StringBuilder out = new StringBuilder(length + 16);
        decode(bytes, from, length, out, (b, text) -> hex(text, b));
        StringBuilder safe = new StringBuilder(out.length() + 16);
        boolean start = true;
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            boolean control = c < ' ' && c != '\n' && c != '\t' || c == 0x7f;
            if (control || start && startsFormula(out, i)) {
                hex(safe, c);
            } else {
                safe.append(c);
            }
            start = start && (c == ' ' || c == '"' || c == '\'') || BEFORE_FORMULA.indexOf(c) >= 0 && c != ' ';
        }
        return safe.toString();
    }

    /** Numbers with a sign are none, nor are dashes inside texts. */
    private static boolean startsFormula(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c == '=' || c == '@' || c == '\t') {
            return c != '\t' || at == 0;
        }
        if (c != '+' && c != '-') {
            return false;
        }
        int i = at + 1;
        while (i < text.length() && "0123456789.".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length() && BEFORE_FORMULA.indexOf(text.charAt(i)) < 0;
    }

    /** What to do with a byte that is no UTF-8. */
    private interface BadByte {
        void take(int b, StringBuilder out);
    }

    private static void decode(byte[] bytes, int from, int length, StringBuilder out, BadByte bad) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer chars = CharBuffer.allocate(Math.max(64, length));
        while (true) {
            CoderResult result = decoder.decode(in, chars, true);
            take(chars, out, bad);
            if (result.isUnderflow()) {
                return;
            }
            if (result.isError()) {
                for (int i = 0; i < result.length(); i++) {
                    bad.take(in.get() & 0xff, out);
                }
            }
            decoder.reset();
        }
    }

    /** A backslash before an x would be read as an escape. */
    private static void take(CharBuffer chars, StringBuilder out, BadByte bad) {
        chars.flip();
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c == 'x' && out.length() > 0 && out.charAt(out.length() - 1) == '\\') {
                out.setLength(out.length() - 1);
                bad.take('\\', out);
            }
            out.append(c);
        }
        chars.clear();
    }

    private static void hex(StringBuilder out, int b) {
        out.append(String.format(Locale.ROOT, "\\x%02X", b));
    }

    /** The bytes that the escaped form stands for. */
    static byte[] bytes(String escaped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(escaped.length());
        int plain = 0;
        int i = 0;
        while (i < escaped.length()) {
            if (escaped.startsWith("\\x", i)
                    && i + 4 <= escaped.length()
                    && Character.digit(escaped.charAt(i + 2), 16) >= 0
                    && Character.digit(escaped.charAt(i + 3), 16) >= 0) {
                out.writeBytes(escaped.substring(plain, i).getBytes(StandardCharsets.UTF_8));
                out.write(Integer.parseInt(escaped.substring(i + 2, i + 4), 16));
                i += 4;
                plain = i;
            } else {
                i++;
            }
        }
        out.writeBytes(escaped.substring(plain).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** The text for a person: what is no UTF-8 is read as Windows-1252, which it most often is. */
    static String readable(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        decode(
                bytes,
                0,
                bytes.length,
                out,
                (b, text) -> text.append(b == '\\' ? "\\" : new String(new byte[] {(byte) b}, WINDOWS)));
        return out.toString();
    }
}
