package org.clientele.distribution.soak;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a seeded file of order lines, good and bad, and keeps count of what it wrote: nothing here asks the product.
 * Good records hold what may look bad and is not: quoted delimiters, doubled quotes, line ends within quotes, blank lines
 * between them, letters of two, three and four bytes, fields of exactly 64 KiB.
 */
final class OrderLines {
    /** Stands in a text where bytes are to stand that are no UTF-8. */
    static final char SPOILT = '\uE000';

    private static final byte[][] NO_UTF8 = {
        {(byte) 0xe9}, {(byte) 0xff, (byte) 0xfe}, {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
    };
    private static final LocalDateTime FIRST = LocalDateTime.of(2021, 1, 1, 0, 0);
    private static final int MINUTES = 3 * 365 * 24 * 60;

    private final OrderStyle style;
    private final Random random;
    private final Map<Long, Bad> bad = new TreeMap<>();
    private long line = 1;
    private long good;
    private BigDecimal revenue = BigDecimal.ZERO;

    /**
     * A line that must be rejected.
     *
     * @param text as it stands there, one letter a byte
     */
    record Bad(Fault fault, String text) {}

    /**
     * What a file holds.
     *
     * @param good records that must be loaded, each an order of its own
     * @param bad physical line of each record that must not be, in order
     * @param revenue of the good ones
     */
    record Content(long good, Map<Long, Bad> bad, BigDecimal revenue) {}

    private OrderLines(OrderStyle style, long seed) {
        this.style = style;
        this.random = new Random(seed);
    }

    /** Writes {@code records} records of which {@code faulty} are bad; gzip if the name ends so. */
    static Content write(Path file, OrderStyle style, int records, int faulty, long seed) throws IOException {
        OrderLines lines = new OrderLines(style, seed);
        boolean gzip = file.toString().endsWith(".gz");
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = new BufferedOutputStream(gzip ? new GZIPOutputStream(raw) : raw, 1 << 16)) {
            lines.write(out, records, faulty);
        }
        return new Content(lines.good, lines.bad, lines.revenue);
    }

    private void write(OutputStream out, int records, int faulty) throws IOException {
        BitSet chosen = new BitSet(records);
        while (chosen.cardinality() < faulty) {
            chosen.set(random.nextInt(records));
        }
        String header = "order_id,ordered_at,customer_id,product_id,quantity,unit_price,currency,description";
        put(out, header.replace(',', style.delimiter()));
        Fault before = null;
        for (int i = 0; i < records; i++) {
            Fault fault = chosen.get(i) ? Fault.any(random) : null;
            if (before == Fault.OPEN_QUOTE && fault == Fault.ODD_QUOTES) {
                // Together these two lines would be a good record of two lines.
                fault = Fault.NO_KEY;
            }
            if (fault == null) {
                good(out, i, before != null);
            } else {
                bad(out, i, fault);
            }
            before = fault;
        }
    }

    private void bad(OutputStream out, int i, Fault fault) throws IOException {
        String[] fields = plain(i);
        fault.change(fields, style, random);
        String text = fault.spoil(String.join(String.valueOf(style.delimiter()), fields), style.delimiter(), random);
        long at = line;
        byte[] written = put(out, text);
        int length = Math.min(1000, written.length - style.lineEnd().length());
        bad.put(at, new Bad(fault, new String(written, 0, length, StandardCharsets.ISO_8859_1)));
    }

    private void good(OutputStream out, int i, boolean behindBad) throws IOException {
        String[] fields = plain(i);
        revenue = revenue.add(new BigDecimal(fields[4]).multiply(new BigDecimal(fields[5])));
        fields[5] = style.number(fields[5]);
        fields[7] = description(i, behindBad);
        good++;
        put(out, String.join(String.valueOf(style.delimiter()), fields));
        if (random.nextInt(20_000) == 0) {
            put(out, "");
        }
    }

    private String[] plain(int i) {
        String customer = random.nextInt(50) == 0 ? "" : "c" + random.nextInt(20_000);
        int cents = 1 + random.nextInt(50_000);
        return new String[] {
            "o" + i,
            style.date(FIRST.plusMinutes(random.nextInt(MINUTES))),
            customer,
            "P" + random.nextInt(3000),
            String.valueOf(1 + random.nextInt(40)),
            cents / 100 + "." + (char) ('0' + cents / 10 % 10) + (char) ('0' + cents % 10),
            "EUR",
            "mug"
        };
    }

    /** A record of several lines is not put right behind an open quote: even a person could not say where that ends. */
    private String description(int i, boolean behindBad) {
        return switch (random.nextInt(behindBad ? 60 : 64)) {
            case 0 -> "\"a" + style.delimiter() + " b\"";
            case 1 -> "\"a \"\"fine\"\" mug\"";
            case 2 -> "Käse 奶酪 🧀";
            case 3 -> " two \"\" inches";
            case 4 -> "";
            case 5 -> i % 400 == 0 ? "z".repeat(1 << 16) : "=1+1";
            case 60 -> "\"first" + style.lineEnd() + "second\"";
            case 61 -> "\"one" + style.lineEnd() + style.lineEnd() + "three \"\"3\"\"\"";
            default -> "mug " + i;
        };
    }

    private byte[] put(OutputStream out, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = text.indexOf(SPOILT);
        bytes.writeBytes((at < 0 ? text : text.substring(0, at)).getBytes(StandardCharsets.UTF_8));
        if (at >= 0) {
            bytes.writeBytes(NO_UTF8[random.nextInt(NO_UTF8.length)]);
            bytes.writeBytes(text.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes(style.lineEnd().getBytes(StandardCharsets.UTF_8));
        bytes.writeTo(out);
        line += 1 + text.chars().filter(c -> c == '\n').count();
        return bytes.toByteArray();
    }
}
