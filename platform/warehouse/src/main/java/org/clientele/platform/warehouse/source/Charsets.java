package org.clientele.platform.warehouse.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Finds the encoding of a text by its bytes. A few broken bytes in a text that is otherwise UTF-8 are faults of their
 * lines; only where bytes beyond ASCII are letters among letters, and none of them UTF-8, another encoding is guessed.
 */
final class Charsets {
    private static final Texts TEXTS = Texts.of(Charsets.class);

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int LOOKED_AT_FOR_ZEROS = 1 << 16;
    private static final double PLAUSIBLE = 0.8;

    /** Letters of Western European languages above 0xBF, as Windows-1252 and ISO-8859-1 agree on them; others are rare. */
    private static final String LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýŠŒŽšœžŸ";

    private static final String SIGNS = "€£§°’‘“”„–—…«»®©™½¼¾´·²³ºª•\u00a0¡¿";

    private Charsets() {}

    /**
     * The verdict.
     *
     * @param charset of the text
     * @param doubt a sentence if it was guessed, else ""
     */
    record Found(Charset charset, String doubt) {}

    static Charset named(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("charsets.there_no_encoding_known", name), e);
        }
    }

    /** @return what a byte order mark or zeros say at once; UTF-8 with no doubt if they say nothing */
    static Found byStart(byte[] b, int size) {
        int first = size > 1 ? (b[0] & 0xff) << 8 | b[1] & 0xff : 0;
        if (first == 0xfffe) {
            return new Found(StandardCharsets.UTF_16LE, "");
        }
        if (first == 0xfeff) {
            return new Found(StandardCharsets.UTF_16BE, "");
        }
        int pairs = Math.min(size, LOOKED_AT_FOR_ZEROS) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += b[2 * i] == 0 ? 1 : 0;
            odd += b[2 * i + 1] == 0 ? 1 : 0;
        }
        int most = Math.max(even, odd);
        if (most > 1 && most > pairs * 0.05 && Math.min(even, odd) <= most * 0.05) {
            Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return new Found(charset, TEXTS.get("charsets.encoding_taken_which_file", charset));
        }
        return new Found(StandardCharsets.UTF_8, "");
    }

    /** Whether there is a byte beyond ASCII. */
    static boolean isAscii(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The verdict on a piece of text that is in UTF-8 or in an encoding of single bytes. */
    static Found byLetters(byte[] b, int size) {
        int sequences = 0;
        int letters = 0;
        int stray = 0;
        int currencySigns = 0;
        int i = 0;
        while (i < size) {
            if (b[i] >= 0) {
                i++;
                continue;
            }
            int length = sequence(b, i, size);
            if (length > 0) {
                sequences++;
                i += length;
                continue;
            }
            if (i + 4 >= size) {
                break;
            }
            if (isPlausible(b, i, size)) {
                letters++;
                currencySigns += (b[i] & 0xff) == 0xa4 ? 1 : 0;
            } else {
                stray++;
            }
            i++;
        }
        if (letters == 0 || letters <= sequences || letters < PLAUSIBLE * (letters + stray)) {
            return new Found(StandardCharsets.UTF_8, "");
        }
        Charset charset = currencySigns > 0 ? Charset.forName("ISO-8859-15") : WINDOWS_1252;
        return new Found(charset, TEXTS.get("charsets.encoding_taken_since_letters", charset.name()));
    }

    /** How many bytes of a well-formed sequence of several start here; 0 if none. */
    private static int sequence(byte[] b, int at, int size) {
        int first = b[at] & 0xff;
        int length = first >= 0xc2 && first < 0xe0
                ? 2
                : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > size) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((b[at + k] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static boolean isPlausible(byte[] b, int at, int size) {
        char c = character(b[at]);
        char before = at > 0 ? character(b[at - 1]) : '\n';
        char after = at + 1 < size ? character(b[at + 1]) : '\n';
        if (LETTERS.indexOf(c) >= 0) {
            // A capital inside a word of small letters is no spelling but a broken byte.
            boolean odd = Character.isUpperCase(c) && Character.isLowerCase(before);
            return !odd && (isLetter(before) || isLetter(after));
        }
        if (c == '€' || c == '¤' || c == '£') {
            return Character.isDigit(before)
                    || Character.isDigit(after)
                    || before == ' ' && at > 1 && Character.isDigit(character(b[at - 2]));
        }
        return SIGNS.indexOf(c) >= 0 && (Character.isLetterOrDigit(before) || Character.isLetterOrDigit(after));
    }

    private static boolean isLetter(char c) {
        return c < 128 ? Character.isLetter(c) : LETTERS.indexOf(c) >= 0;
    }

    private static char character(byte b) {
        return b >= 0 ? (char) b : TABLE.charAt(b & 0x7f);
    }

    private static final String TABLE = new String(upperHalf(), WINDOWS_1252);

    private static byte[] upperHalf() {
        byte[] all = new byte[128];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (128 + i);
        }
        return all;
    }
}
