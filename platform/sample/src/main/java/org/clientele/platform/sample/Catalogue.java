package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything the shop sells, what it costs when, and what people reach for in which month. */
final class Catalogue {
    private static final Map<String, double[]> SEASONS = Map.of(
            "-", new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},
            "christmas", new double[] {.06, .01, .01, .01, .01, .01, .02, .1, .6, 2.2, 6, 6.2},
            "xmas", new double[] {.4, .4, .5, .5, .5, .5, .5, .6, .9, 1.5, 3, 3.4},
            "winter", new double[] {1.2, 1.1, .9, .7, .6, .5, .5, .7, 1.1, 1.4, 1.7, 1.8},
            "summer", new double[] {.5, .6, .8, 1.1, 1.5, 1.7, 1.7, 1.4, .9, .7, .6, .7},
            "spring", new double[] {.6, 1, 1.7, 2, 1.8, 1.3, 1, .8, .7, .5, .5, .6},
            "autumn", new double[] {.8, .7, .7, .7, .7, .7, .8, 1.3, 1.6, 1.5, 1.4, 1.3});

    private static final int MARCH_2024 = 14;

    /** A run of neighbouring items, the second bound excluded. */
    record Range(int from, int to) {}

    private final List<Item> items = new ArrayList<>();
    private final Map<String, Item> charges = new TreeMap<>();
    private final List<Range> categories = new ArrayList<>();
    private final List<Range> subcategoryOf = new ArrayList<>();
    /** By month, the running sums of the items' popularity. */
    private final double[][] popularity;

    Catalogue(long seed) {
        List<double[]> weights = new ArrayList<>();
        Map<String, Integer> numbers = new TreeMap<>();
        List<String[]> rows = Resource.rows("products.txt");
        for (int r = 0; r < rows.size(); r++) {
            String[] f = rows.get(r);
            for (String variant : f[11].split(";")) {
                String[] own = variant.split("=");
                int number = numbers.merge(f[0], 1, Integer::sum);
                String id = f[0] + "-" + (100 + number);
                String name = own[0].equals("-") ? f[4] : f[4] + ", " + own[0];
                // The same draws for all variants: their prices change together.
                long[] prices =
                        prices(own.length == 1 ? f[5] : own[1], Draws.of(seed, Draws.Purpose.PRICE, r, 0), f[9]);
                long[] costs = costs(prices[0], f[6], Draws.of(seed, Draws.Purpose.PRICE, r, 1));
                double returns = Double.parseDouble(f[10]) / 100;
                items.add(new Item(id, name, f[1], f[2], f[3], returns, false, prices, costs));
                weights.add(weights(f, Draws.of(seed, Draws.Purpose.POPULARITY, items.size(), 0)));
            }
        }
        for (String[] f : Resource.rows("charges.txt")) {
            Draws draws = Draws.of(seed, Draws.Purpose.PRICE, -1, 0);
            long[] prices = prices(f[2], draws, "-");
            charges.put(
                    f[0],
                    new Item(f[0], f[1], "Charges", "Charges", "", 0, true, prices, costs(prices[0], f[3], draws)));
        }
        findRanges();
        popularity = runningSums(weights);
    }

    List<Item> items() {
        return items;
    }

    /** Postage and fees, by id. */
    Map<String, Item> charges() {
        return charges;
    }

    int categoryCount() {
        return categories.size();
    }

    /** Something that people buy in that month. */
    int pick(int month, double uniform) {
        return pick(month, uniform, new Range(0, items.size()));
    }

    /** Something of a category; of the whole shop where nothing of it is on sale. */
    int pickInCategory(int month, double uniform, int category) {
        return pick(month, uniform, categories.get(category));
    }

    /** Something that stands beside another item. */
    int pickBeside(int month, double uniform, int item) {
        return pick(month, uniform, subcategoryOf.get(item));
    }

    private int pick(int month, double uniform, Range range) {
        double[] sums = popularity[month];
        double target = sums[range.from] + uniform * (sums[range.to] - sums[range.from]);
        int low = range.from;
        int high = range.to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle + 1] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void findRanges() {
        int category = 0;
        int subcategory = 0;
        for (int i = 1; i <= items.size(); i++) {
            Item before = items.get(i - 1);
            boolean last = i == items.size();
            if (last || !items.get(i).subcategory().equals(before.subcategory())) {
                for (int k = subcategory; k < i; k++) {
                    subcategoryOf.add(new Range(subcategory, i));
                }
                subcategory = i;
            }
            if (last || !items.get(i).category().equals(before.category())) {
                categories.add(new Range(category, i));
                category = i;
            }
        }
    }

    private static double[][] runningSums(List<double[]> weights) {
        double[][] sums = new double[TradingCalendar.MONTHS][weights.size() + 1];
        for (int m = 0; m < sums.length; m++) {
            for (int i = 0; i < weights.size(); i++) {
                sums[m][i + 1] = sums[m][i] + weights.get(i)[m];
            }
        }
        return sums;
    }

    private static double[] weights(String[] f, Draws draws) {
        double base = Double.parseDouble(f[7]) * StrictMath.exp(0.5 * draws.normal());
        double drift = 0.12 * draws.normal() + (f[9].equals("up") ? 0.35 : f[9].equals("down") ? -0.4 : 0);
        double[] season = SEASONS.get(f[8]);
        if (season == null) {
            throw new IllegalStateException("products.txt names no known season: " + f[8]);
        }
        double[] weights = new double[TradingCalendar.MONTHS];
        for (int m = 0; m < weights.length; m++) {
            boolean notYet = f[9].equals("new") && m < MARCH_2024;
            weights[m] = notYet ? 0 : base * season[m % 12] * StrictMath.exp(drift * m / 12);
        }
        return weights;
    }

    private static long[] prices(String first, Draws draws, String trend) {
        long pence = Math.round(Double.parseDouble(first) * 100);
        long[] prices = new long[TradingCalendar.MONTHS];
        for (int m = 0; m < prices.length; m++) {
            if (m > 0 && m % 12 == 2 && draws.chance(0.75)) {
                pence = Math.max(pence, onTheTag(pence * (1.025 + 0.04 * draws.uniform())));
            }
            if (m == 20 && trend.equals("down")) {
                pence = onTheTag(pence * 0.88);
            }
            prices[m] = pence * 100;
        }
        return prices;
    }

    /** The nearest price that a shop would write on a tag. */
    private static long onTheTag(double pence) {
        long step = pence < 1000 ? 25 : 50;
        long rounded = Math.round(pence / step) * step;
        return rounded % 100 == 0 ? rounded - 5 : rounded;
    }

    private static long[] costs(long firstPrice, String percent, Draws draws) {
        double pence = firstPrice / 100.0 * Double.parseDouble(percent) / 100;
        long[] costs = new long[TradingCalendar.MONTHS];
        for (int m = 0; m < costs.length; m++) {
            if (m > 0 && m % 12 == 0) {
                pence *= 1.01 + 0.03 * draws.uniform();
            }
            costs[m] = Math.round(pence) * 100;
        }
        return costs;
    }
}
