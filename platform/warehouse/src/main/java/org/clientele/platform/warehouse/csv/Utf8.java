package org.clientele.platform.warehouse.csv;

/** Checks UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    static boolean isValid(byte[] buf, int from, int to) {
        int i = from;
        while (i < to) {
            int b = buf[i++] & 0xff;
            if (b < 0x80) {
                continue;
            }
            int more = b >= 0xc2 && b <= 0xdf ? 1 : (b & 0xf0) == 0xe0 ? 2 : b >= 0xf0 && b <= 0xf4 ? 3 : 0;
            if (more == 0 || i + more > to || !secondFits(b, buf[i] & 0xff)) {
                return false;
            }
            for (int k = 1; k < more; k++) {
                if ((buf[i + k] & 0xc0) != 0x80) {
                    return false;
                }
            }
            i += more;
        }
        return true;
    }

    private static boolean secondFits(int first, int second) {
        int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        return second >= low && second <= high;
    }
}
