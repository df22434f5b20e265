package org.clientele.platform.charts.png;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pixels as PNG (W3C Recommendation, third edition), lines as they are: charts become smaller so than by filters, and the
 * runtime's own writer, which tries them, takes five times as long.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int WITH_ALPHA = 6;
    private static final int OPAQUE = 2;
    /** On charts 6 takes a fifth to a half longer for at most 6 % less, and 3 makes files a quarter to a half larger. */
    private static final int DEFLATE_LEVEL = 4;

    private PngFile() {}

    /** @param dpi pixels an inch */
    static void write(BufferedImage image, double dpi, OutputStream to) throws IOException {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        boolean opaque = isOpaque(pixels);
        DataOutputStream out = new DataOutputStream(to);
        out.write(SIGNATURE);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream h = new DataOutputStream(head);
        h.writeInt(image.getWidth());
        h.writeInt(image.getHeight());
        h.write(new byte[] {8, (byte) (opaque ? OPAQUE : WITH_ALPHA), 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "sRGB", new byte[] {0});
        head.reset();
        int perMetre = (int) Math.round(dpi / 0.0254);
        h.writeInt(perMetre);
        h.writeInt(perMetre);
        h.write(1);
        chunk(out, "pHYs", head.toByteArray());
        chunk(out, "IDAT", data(pixels, image.getWidth(), image.getHeight(), opaque));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static boolean isOpaque(int[] pixels) {
        for (int p : pixels) {
            if (p >>> 24 != 0xFF) {
                return false;
            }
        }
        return true;
    }

    private static byte[] data(int[] pixels, int width, int height, boolean opaque) throws IOException {
        int bytes = opaque ? 3 : 4;
        byte[] line = new byte[1 + width * bytes];
        ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 16);
        Deflater deflater = new Deflater(DEFLATE_LEVEL);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
            for (int y = 0; y < height; y++) {
                int at = 1;
                for (int i = y * width, end = i + width; i < end; i++) {
                    int p = pixels[i];
                    line[at++] = (byte) (p >> 16);
                    line[at++] = (byte) (p >> 8);
                    line[at++] = (byte) p;
                    if (!opaque) {
                        line[at++] = (byte) (p >>> 24);
                    }
                }
                out.write(line);
            }
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
