package org.clientele.plugins.executive.portfolio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Sales lines of known customers of UCI Online Retail, read from its file without the workbench. */
final class OnlineRetail {
    final PurchaseDays purchases;
    final long[] orders;
    final long[] sales;

    private OnlineRetail(PurchaseDays purchases, long[] orders, long[] sales) {
        this.purchases = purchases;
        this.orders = orders;
        this.sales = sales;
    }

    static OnlineRetail read() throws IOException {
        Path file = Path.of(System.getProperty("clientele.data", "none"), "online_retail", "online_retail.csv.gz");
        assumeTrue(Files.isReadable(file), "clientele.data names no folder with online_retail");
        Map<String, Integer> codes = new HashMap<>();
        List<int[]> bought = new ArrayList<>();
        Map<String, Set<String>> orders = new HashMap<>();
        Map<String, Long> sales = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                // Only the description is ever quoted, so that all else can be counted from the ends.
                String[] head = line.split(",", 3);
                String[] tail = line.substring(line.lastIndexOf('"') + 1).split(",");
                String[] t = java.util.Arrays.copyOfRange(tail, tail.length - 5, tail.length);
                if (t[3].isEmpty() || Integer.parseInt(t[0]) <= 0 || new BigDecimal(t[2]).signum() <= 0) {
                    continue;
                }
                int code = codes.computeIfAbsent(t[3], c -> codes.size());
                bought.add(new int[] {
                    code, (int) LocalDate.parse(t[1].substring(0, 10)).toEpochDay()
                });
                orders.computeIfAbsent(t[3], c -> new HashSet<>()).add(head[0]);
                sales.merge(
                        t[3],
                        new BigDecimal(t[0])
                                .multiply(new BigDecimal(t[2]))
                                .movePointRight(4)
                                .longValueExact(),
                        Long::sum);
            }
        }
        long[] count = new long[codes.size()];
        long[] amount = new long[codes.size()];
        codes.forEach((name, code) -> {
            count[code] = orders.get(name).size();
            amount[code] = sales.get(name);
        });
        return new OnlineRetail(
                PurchaseDays.of(
                        codes.size(),
                        bought.stream().mapToInt(b -> b[0]).toArray(),
                        bought.stream().mapToInt(b -> b[1]).toArray()),
                count,
                amount);
    }

    /** What {@code reference/online_retail.py} found. */
    static Properties reference() throws IOException {
        Properties figures = new Properties();
        try (InputStream in = OnlineRetail.class.getResourceAsStream("/reference/online_retail.properties")) {
            figures.load(in);
        }
        return figures;
    }
}
