package org.clientele.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Order lines of a retailer as CSV, of about 100 bytes each, the same for the same number of lines: orders of one to six
 * lines in the order of their time over three years, four in a hundred of which return something; descriptions of
 * products, of which some hold commas and quotes.
 */
final class OrderLineFile {
    /** Columns of the file with their types in SQL, as every engine understands them; "name TYPE" each. */
    static final List<String> COLUMNS = List.of(
            "order_id VARCHAR",
            "line_no BIGINT",
            "ordered_at TIMESTAMP",
            "customer_id VARCHAR",
            "product_id VARCHAR",
            "description VARCHAR",
            "quantity DECIMAL(18,3)",
            "unit_price DECIMAL(18,4)",
            "discount DECIMAL(18,4)",
            "currency VARCHAR",
            "country VARCHAR",
            "channel VARCHAR");

    private static final int PRODUCTS = 4_000;
    private static final int CUSTOMERS = 400_000;
    private static final int DAYS = 1_096;
    private static final String[] THINGS = {
        "Lantern",
        "Tea towel",
        "Mug",
        "Cushion",
        "Picture frame",
        "Candle",
        "Lunch box",
        "Gift tag",
        "Paper chain",
        "Cake stand",
        "Door stop",
        "Jam jar",
        "Bunting",
        "Notebook",
        "Alarm clock",
        "Storage tin"
    };
    private static final String[] COLOURS = {"white", "red", "blue", "pink", "green", "ivory", "black", "silver"};
    private static final String[] COUNTRIES = {
        "United Kingdom", "Germany", "France", "Netherlands", "Ireland", "Spain", "Belgium", "Switzerland"
    };
    private static final String[] CHANNELS = {"web", "shop", "app", "phone"};

    private final SplittableRandom random = new SplittableRandom(20_260_101);
    private final byte[][] products = new byte[PRODUCTS][];
    private final int[] cents = new int[PRODUCTS];
    private final byte[][] days = new byte[DAYS][];
    private final byte[] line = new byte[512];
    private int size;

    private OrderLineFile() {
        for (int i = 0; i < PRODUCTS; i++) {
            cents[i] = 49 + random.nextInt(60) * random.nextInt(60);
            products[i] = (10_000 + i + "," + description(i) + ",").getBytes(StandardCharsets.UTF_8);
        }
        LocalDate first = LocalDate.of(2023, 1, 1);
        for (int i = 0; i < DAYS; i++) {
            days[i] = first.plusDays(i).toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    private String description(int i) {
        String thing = THINGS[i % THINGS.length];
        String colour = COLOURS[random.nextInt(COLOURS.length)];
        return switch (random.nextInt(16)) {
            case 0 -> "\"" + thing + ", " + colour + "\"";
            case 1 -> "\"" + thing + " \"\"" + colour + "\"\" " + i + "\"";
            case 2 -> thing + " café " + colour;
            default -> thing + " " + colour + " " + i;
        };
    }

    /** Writes that many lines beneath a header. */
    static void write(Path file, int lines) throws IOException {
        new OrderLineFile().writeLines(file, lines);
    }

    private static String header() {
        return COLUMNS.stream().map(c -> c.substring(0, c.indexOf(' '))).collect(Collectors.joining(",", "", "\n"));
    }

    private void writeLines(Path file, int lines) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(header().getBytes(StandardCharsets.US_ASCII));
            int order = 0;
            for (int left = lines; left > 0; order++) {
                int inOrder = Math.min(left, 1 + random.nextInt(6));
                order(out, order, inOrder, (int) ((lines - left) * (long) DAYS / lines));
                left -= inOrder;
            }
        }
    }

    private void order(OutputStream out, int order, int lines, int day) throws IOException {
        boolean returned = random.nextInt(100) < 4;
        int second = 28_800 + random.nextInt(43_200);
        int customer = random.nextInt(10) == 0 ? -1 : random.nextInt(CUSTOMERS);
        int country = Math.max(0, Math.floorMod(customer, 24) - 16);
        String channel = CHANNELS[random.nextInt(CHANNELS.length)];
        for (int i = 1; i <= lines; i++) {
            size = 0;
            put((byte) 'O');
            number(order, 8);
            put((byte) ',');
            number(i, 1);
            put((byte) ',');
            put(days[day]);
            time(second);
            if (customer >= 0) {
                put((byte) 'C');
                number(customer, 6);
            }
            put((byte) ',');
            product(returned);
            put(country == 0 ? ",GBP," : country == 7 ? ",CHF," : ",EUR,");
            put(COUNTRIES[country]);
            put((byte) ',');
            put(channel);
            put((byte) '\n');
            out.write(line, 0, size);
        }
    }

    private void time(int second) {
        put((byte) ' ');
        number(second / 3600, 2);
        put((byte) ':');
        number(second / 60 % 60, 2);
        put((byte) ':');
        number(second % 60, 2);
        put((byte) ',');
    }

    private void product(boolean returned) {
        int product = (int) (PRODUCTS * Math.pow(random.nextDouble(), 2));
        int quantity = 1 + (int) (24 * Math.pow(random.nextDouble(), 3));
        put(products[product]);
        if (returned) {
            put((byte) '-');
        }
        number(quantity, 1);
        put((byte) ',');
        money(cents[product]);
        put((byte) ',');
        money(random.nextInt(8) == 0 ? quantity * cents[product] / 10 : 0);
    }

    private void money(int amount) {
        number(amount / 100, 1);
        put((byte) '.');
        number(amount % 100, 2);
    }

    private void number(int value, int atLeast) {
        int digits = Math.max(atLeast, String.valueOf(value).length());
        for (int i = size + digits - 1, rest = value; i >= size; i--, rest /= 10) {
            line[i] = (byte) ('0' + rest % 10);
        }
        size += digits;
    }

    private void put(byte one) {
        line[size++] = one;
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, line, size, bytes.length);
        size += bytes.length;
    }

    private void put(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            line[size++] = (byte) ascii.charAt(i);
        }
    }
}
