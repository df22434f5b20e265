package org.clientele.platform.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens at the till: when and how people order, what they take and what they bring back. */
final class Shopping {
    static final String WEB = "web";
    static final String SHOP = "shop";
    static final String PHONE = "phone";

    private static final int MOST_LINES = 45;
    private static final long POUND = 10_000;

    private final long seed;
    private final Catalogue catalogue;
    private final Population population;

    Shopping(long seed, Catalogue catalogue, Population population) {
        this.seed = seed;
        this.catalogue = catalogue;
        this.population = population;
    }

    /**
     * Somebody is about to order.
     *
     * @param key of the customer, or of the guest of that day
     * @param customer null for a guest
     */
    record Visit(long key, int day, @Nullable Customer customer, Place place, String channel, int second) {}

    /** When on that day and over which channel a customer orders. */
    Visit visit(int i, Customer customer, int day) {
        Draws draws = Draws.of(seed, Draws.Purpose.VISIT, i, day);
        Place place = customer.place();
        int km = place.kilometres();
        double inShop = !place.isHome() ? 0.005 : km < 30 ? 0.62 : km < 100 ? 0.2 : 0.04;
        String channel = channel(draws, inShop, day);
        int second = second(draws, channel);
        if (day == customer.registeredDay()) {
            second = customer.registeredSecond() + 120 + draws.below(1500);
            boolean doorOpen = second > 10 * 3600 && second < 17 * 3600;
            channel = channel.equals(SHOP) && doorOpen ? SHOP : WEB;
        }
        return new Visit(i, day, customer, place, channel, second);
    }

    /** When on that day and over which channel its {@code n}th guest orders. */
    Visit guestVisit(int n, int day) {
        long key = -1L - n;
        Draws draws = Draws.of(seed, Draws.Purpose.VISIT, key, day);
        String channel = channel(draws, 0.5, day);
        Place place = population.place(channel.equals(SHOP) ? 0 : draws.uniform());
        return new Visit(key, day, null, place, channel, second(draws, channel));
    }

    private static String channel(Draws draws, double inShop, int day) {
        LocalDate date = TradingCalendar.FIRST_DAY.plusDays(day);
        double u = draws.uniform();
        if (u < inShop && !TradingCalendar.shopClosed(date)) {
            return SHOP;
        }
        boolean officeHours = date.getDayOfWeek() != DayOfWeek.SATURDAY && !TradingCalendar.shopClosed(date);
        return u > 0.94 && officeHours ? PHONE : WEB;
    }

    private static int second(Draws draws, String channel) {
        if (channel.equals(WEB)) {
            double hour = draws.chance(0.56) ? 20.2 + 1.7 * draws.normal() : 12.8 + 2.3 * draws.normal();
            return Math.floorMod((int) (hour * 3600), 86_400);
        }
        double share = (draws.uniform() + draws.uniform()) / 2;
        return (int) ((9.5 + 8 * share) * 3600);
    }

    /** What somebody takes. */
    Order order(Visit visit, long number) {
        Draws draws = Draws.of(seed, Draws.Purpose.BASKET, visit.key, visit.day);
        Customer customer = visit.customer;
        boolean trade = customer != null && customer.trade();
        LocalDate date = TradingCalendar.FIRST_DAY.plusDays(visit.day);
        int month = TradingCalendar.month(visit.day);
        boolean byPost = !visit.channel.equals(SHOP);
        Place to = byPost && draws.chance(0.025) ? population.place(draws.uniform()) : visit.place;
        boolean elsewhere = customer == null || !to.country().equals(visit.place.country());

        List<Integer> picked = basket(draws, customer, month, byPost);
        double orderDiscount = trade ? 0.15 : draws.chance(0.06) ? 0.10 : 0;
        List<Order.Line> lines = new ArrayList<>();
        long total = 0;
        for (int index : picked) {
            Item item = catalogue.items().get(index);
            long price = item.prices()[month];
            int quantity = quantity(draws, price, trade);
            double discount = TradingCalendar.saleOn(date) && draws.chance(0.3) ? 0.20 : orderDiscount;
            // Discounts are whole pence.
            long off = Math.round(quantity * (price / 100) * discount) * 100;
            Order.Line line = new Order.Line(item, quantity, price, off, quantity * item.costs()[month]);
            lines.add(line);
            total += line.amount();
        }
        if (byPost && total < freeFrom(to)) {
            lines.add(charge(to.postage(), month));
        }
        if (draws.chance(date.getMonthValue() == 12 ? 0.14 : 0.05)) {
            lines.add(charge("GIFT-WRAP", month));
        }
        int id = customer == null ? -1 : (int) visit.key;
        return new Order(
                number, id, elsewhere ? to.country() : null, to.isHome(), visit.channel, visit.second, 1, lines);
    }

    private List<Integer> basket(Draws draws, @Nullable Customer customer, int month, boolean byPost) {
        boolean trade = customer != null && customer.trade();
        double size = trade
                ? StrictMath.exp(1.4 + 0.7 * draws.normal())
                : StrictMath.exp((byPost ? 0.72 : 0.3) + 0.85 * draws.normal());
        int wanted = Math.min(MOST_LINES, 1 + (int) size);
        List<Integer> picked = new ArrayList<>();
        for (int attempt = 0; picked.size() < wanted && attempt < wanted * 3; attempt++) {
            double u = draws.uniform();
            int item;
            if (!picked.isEmpty() && u < 0.3) {
                // People who take one mug take the one beside it too.
                item = catalogue.pickBeside(month, draws.uniform(), picked.get(picked.size() - 1));
            } else if (customer != null && u < 0.55) {
                item = catalogue.pickInCategory(month, draws.uniform(), customer.favourite());
            } else {
                item = catalogue.pick(month, draws.uniform());
            }
            if (!picked.contains(item)) {
                picked.add(item);
            }
        }
        return picked;
    }

    private static int quantity(Draws draws, long price, boolean trade) {
        if (trade) {
            int dozen = price < 12 * POUND ? 6 : price < 30 * POUND ? 3 : 1;
            return dozen * (1 + (int) (draws.exponential() * 0.7));
        }
        double more = price < 7 * POUND ? 0.42 : price < 20 * POUND ? 0.2 : 0.07;
        int quantity = 1;
        while (quantity < 24 && draws.chance(more)) {
            quantity++;
        }
        return quantity;
    }

    private static long freeFrom(Place to) {
        return switch (to.postage()) {
            case "POST-UK" -> 50 * POUND;
            case "POST-EU" -> 120 * POUND;
            default -> 200 * POUND;
        };
    }

    private Order.Line charge(String id, int month) {
        Item item = catalogue.charges().get(id);
        if (item == null) {
            throw new IllegalStateException("charges.txt has no charge " + id);
        }
        return new Order.Line(item, 1, item.prices()[month], 0, item.costs()[month]);
    }

    /**
     * What comes back of an order and on which day.
     *
     * @param order carries the lines that come back, with negative quantities, numbered behind those of the sale
     */
    record Return(int day, Order order) {}

    /** What comes back of an order, or null if it is kept. */
    @Nullable
    Return returned(Order sale, Visit visit) {
        Draws draws = Draws.of(seed, Draws.Purpose.RETURN, visit.key, visit.day);
        boolean trade = visit.customer != null && visit.customer.trade();
        double ease = (sale.channel().equals(SHOP) ? 0.8 : 1.55) * (trade ? 0.7 : 1);
        List<Order.Line> back = new ArrayList<>();
        for (Order.Line line : sale.lines()) {
            if (!draws.chance(line.item().returnRate() * ease)) {
                continue;
            }
            int sold = line.quantity();
            int quantity = sold == 1 || draws.chance(0.7) ? sold : 1 + draws.below(sold - 1);
            long discount = line.discount() / 100 * quantity / sold * 100;
            back.add(new Order.Line(line.item(), -quantity, line.price(), -discount, -(line.cost() / sold * quantity)));
        }
        int day = visit.day + 3 + (int) Math.min(37, 9 * draws.exponential());
        int second = second(draws, SHOP);
        if (back.isEmpty() || day >= TradingCalendar.DAYS) {
            return null;
        }
        return new Return(
                day,
                new Order(
                        sale.number(),
                        sale.customer(),
                        sale.country(),
                        sale.taxed(),
                        sale.channel(),
                        second,
                        sale.lines().size() + 1,
                        back));
    }
}
