package org.clientele.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    /** How the demand for a product answers to its price, where no planted move says otherwise. */
    private static final Map<String, Double> ELASTICITY = Map.of(
            "Kitchen",
            -1.2,
            "Home",
            -1.3,
            "Garden",
            -1.1,
            "Gifts",
            -1.0,
            "Food",
            -0.8,
            "Children",
            -1.0,
            "Wear",
            -1.4,
            "Christmas",
            -0.9,
            "Charges",
            0.0);

    /** Of those who reach for a product at its first price, so many take it; leaves room for cheaper days. */
    private static final double TAKEN = 0.6;

    /** When the products that are not on sale from the first day come. */
    static final LocalDate NEW_RANGE = LocalDate.of(2024, 3, 1);

    /** A planted change of a product's price: in that month, counted from 0, by that factor. */
    private record PriceMove(int month, double factor, double elasticity) {}

    /** A run of neighbouring items, the second bound excluded. */
    record Range(int from, int to) {}

    private final List<Item> items = new ArrayList<>();
    private final Map<String, Item> charges = new TreeMap<>();
    private final Map<String, Integer> indexOf = new TreeMap<>();
    private final Map<String, PriceMove> moves = moves();
    private final List<Range> categories = new ArrayList<>();
    private final List<Range> subcategoryOf = new ArrayList<>();
    /** By month, the running sums of the items' popularity. */
    private final double[][] popularity;

    private final double[][] taken;

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
                PriceMove move = moves.get(f[4]);
                // The same draws for all variants: their prices change together.
                long[] prices =
                        prices(own.length == 1 ? f[5] : own[1], Draws.of(seed, Draws.Purpose.PRICE, r, 0), f[9], move);
                long[] costs = costs(prices[0], f[6], Draws.of(seed, Draws.Purpose.PRICE, r, 1));
                double returns = Double.parseDouble(f[10]) / 100;
                double elasticity = move == null ? ELASTICITY.getOrDefault(f[1], -1.0) : move.elasticity();
                boolean fresh = f[9].equals("new");
                items.add(new Item(
                        id, name, f[1], f[2], f[3], returns, false, prices, costs, elasticity, move != null, fresh));
                weights.add(weights(f, move != null, Draws.of(seed, Draws.Purpose.POPULARITY, items.size(), 0)));
            }
        }
        for (String[] f : Resource.rows("charges.txt")) {
            Draws draws = Draws.of(seed, Draws.Purpose.PRICE, -1, 0);
            long[] prices = prices(f[2], draws, "-", null);
            long[] costs = costs(prices[0], f[3], draws);
            charges.put(f[0], new Item(f[0], f[1], "Charges", "Charges", "", 0, true, prices, costs, 0, false, false));
        }
        for (int i = 0; i < items.size(); i++) {
            indexOf.put(items.get(i).name(), i);
        }
        findRanges();
        taken = shares();
        keepShares(weights);
        popularity = runningSums(weights);
    }

    List<Item> items() {
        return items;
    }

    /** Goods, then postage and fees. */
    List<Item> everything() {
        List<Item> all = new ArrayList<>(items);
        all.addAll(charges.values());
        return all;
    }

    Item charge(String id) {
        Item item = charges.get(id);
        if (item == null) {
            throw new IllegalStateException("charges.txt has no charge " + id);
        }
        return item;
    }

    /** The names of the categories, at the places by which they are asked for. */
    List<String> categories() {
        return categories.stream().map(c -> items.get(c.from()).category()).toList();
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
        return Choice.find(popularity[month], range.from, range.to, uniform);
    }

    /** The place of an item in the list, by its full name. */
    int index(String name) {
        Integer found = indexOf.get(name);
        if (found == null) {
            throw new IllegalStateException("products.txt has no product \"" + name + "\"");
        }
        return found;
    }

    /**
     * Of those who reach for an item in that month, the share that takes it: it follows the item's price, as dear as all
     * prices have become, by its elasticity.
     */
    double taken(int item, int month) {
        return taken[month][item];
    }

    private double[][] shares() {
        double[][] shares = new double[TradingCalendar.MONTHS][items.size()];
        for (int m = 0; m < shares.length; m++) {
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                // A planted move stands alone: what others do to their prices does not blur it.
                double dearer = (double) item.prices()[m] / item.prices()[0] / (item.moved() ? 1 : index(m));
                shares[m][i] = Math.min(1, TAKEN * StrictMath.pow(dearer, item.elasticity()));
            }
        }
        return shares;
    }

    /** How much dearer everything is, on average, than in the first month. */
    private static double index(int month) {
        return 1 + 0.75 * 0.045 * ((month >= 2 ? 1 : 0) + (month >= 14 ? 1 : 0) + (month >= 26 ? 1 : 0));
    }

    private static Map<String, PriceMove> moves() {
        Map<String, PriceMove> all = new TreeMap<>();
        for (String[] f : Resource.rows("pricemoves.txt")) {
            int month = TradingCalendar.month(TradingCalendar.day(LocalDate.parse(f[1])));
            all.put(f[0], new PriceMove(month, Double.parseDouble(f[2]), Double.parseDouble(f[3])));
        }
        return all;
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

    /** What comes into fashion takes from what else moves in its category, not from what is steady. */
    private void keepShares(List<double[]> weights) {
        for (Range category : categories) {
            double[] first = new double[12];
            for (int m = 0; m < TradingCalendar.MONTHS; m++) {
                double sum = 0;
                for (int i = category.from; i < category.to; i++) {
                    sum += items.get(i).moved() ? 0 : weights.get(i)[m];
                }
                first[m % 12] = m < 12 ? sum : first[m % 12];
                for (int i = category.from; i < category.to; i++) {
                    weights.get(i)[m] *= items.get(i).moved() ? 1 : first[m % 12] / sum;
                }
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

    private static double[] weights(String[] f, boolean steady, Draws draws) {
        double base = Double.parseDouble(f[7]) * StrictMath.exp(0.75 * draws.normal());
        // Where a price move is to be seen, nothing else changes.
        double drift = steady ? 0 : 0.12 * draws.normal() + (f[9].equals("up") ? 0.35 : f[9].equals("down") ? -0.4 : 0);
        double[] season = SEASONS.get(f[8]);
        if (season == null) {
            throw new IllegalStateException("products.txt names no known season: " + f[8]);
        }
        double[] weights = new double[TradingCalendar.MONTHS];
        for (int m = 0; m < weights.length; m++) {
            boolean notYet = f[9].equals("new") && m < TradingCalendar.month(TradingCalendar.day(NEW_RANGE));
            weights[m] = notYet ? 0 : base * season[m % 12] * StrictMath.exp(drift * m / 12);
        }
        return weights;
    }

    private static long[] prices(String first, Draws draws, String trend, @Nullable PriceMove move) {
        long pence = Math.round(Double.parseDouble(first) * 100);
        long[] prices = new long[TradingCalendar.MONTHS];
        for (int m = 0; m < prices.length; m++) {
            if (move != null) {
                pence = m == move.month() ? onTheTag(pence * move.factor()) : pence;
            } else if (m > 0 && m % 12 == 2 && draws.chance(0.75)) {
                pence = Math.max(pence, onTheTag(pence * (1.025 + 0.04 * draws.uniform())));
            }
            if (move == null && m == 20 && trend.equals("down")) {
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
        // 12.50 and 12.75 stay, 13.00 becomes 12.95.
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

    /**
     * What the truths say of a price change.
     *
     * @param from the first day of the new price
     * @param elasticity how demand follows: the share of those who take the product by the factor to the power of this
     * @param planted whether it is one of the large moves of products that nothing else touches; the others are the small
     *     ones of each March and the discount on what goes out of fashion
     */
    record PriceChange(
            String product,
            LocalDate from,
            double before,
            double after,
            double factor,
            double elasticity,
            boolean planted) {}

    List<PriceChange> planted() {
        List<PriceChange> all = new ArrayList<>();
        for (Item item : items) {
            for (int m = 1; m < TradingCalendar.MONTHS; m++) {
                long before = item.prices()[m - 1];
                long after = item.prices()[m];
                if (before != after) {
                    all.add(new PriceChange(
                            item.id(),
                            TradingCalendar.FIRST_DAY.plusMonths(m),
                            before / (double) Shopping.POUND,
                            after / (double) Shopping.POUND,
                            (double) after / before,
                            item.elasticity(),
                            item.moved()));
                }
            }
        }
        return all;
    }
}
