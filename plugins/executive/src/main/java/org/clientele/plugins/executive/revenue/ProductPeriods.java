package org.clientele.plugins.executive.revenue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sales and units of products in two periods, product by product. Not thread-safe. */
final class ProductPeriods {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private long[][] sales = new long[2][64];
    private long[][] units = new long[2][64];

    /** Adds to a product in period 0 (before) or 1 (now). A product under several names keeps the first. */
    void add(String id, @Nullable String name, int period, long amount, long quantity) {
        int n = numbers.computeIfAbsent(id, i -> {
            ids.add(i);
            names.add("");
            return ids.size() - 1;
        });
        if (n == sales[0].length) {
            for (int p = 0; p < 2; p++) {
                sales[p] = Arrays.copyOf(sales[p], 2 * n);
                units[p] = Arrays.copyOf(units[p], 2 * n);
            }
        }
        if (name != null && names.get(n).isEmpty()) {
            names.set(n, name);
        }
        sales[period][n] = Math.addExact(sales[period][n], amount);
        units[period][n] = Math.addExact(units[period][n], quantity);
    }

    PriceVolumeMix effects() {
        int n = ids.size();
        return PriceVolumeMix.of(
                Arrays.copyOf(sales[0], n),
                Arrays.copyOf(units[0], n),
                Arrays.copyOf(sales[1], n),
                Arrays.copyOf(units[1], n));
    }

    String id(int product) {
        return ids.get(product);
    }

    String name(int product) {
        return names.get(product);
    }

    long sales(int period, int product) {
        return sales[period][product];
    }
}
