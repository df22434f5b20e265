package org.clientele.platform.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens at the till: when and how people order, what they pay and what they bring back. */
final class Shopping {
    /** In units of stored money. */
    static final long POUND = 10_000;

    private static final int PENNY = 100;

    private final long seed;
    private final TradingCalendar calendar;
    private final Catalogue catalogue;
    private final Population population;
    private final Basket basket;
    private final Item recalled;

    Shopping(long seed, TradingCalendar calendar, Catalogue catalogue, Population population, Affinities affinities) {
        this.seed = seed;
        this.calendar = calendar;
        this.catalogue = catalogue;
        this.population = population;
        this.basket = new Basket(catalogue, affinities);
        this.recalled = catalogue.items().get(catalogue.index(Anomalies.RECALLED_PRODUCT));
    }

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
            channel = channel.equals(Visit.SHOP) && doorOpen ? Visit.SHOP : Visit.WEB;
        }
        return new Visit(i, day, customer, place, channel, second, 1);
    }

    /** When on that day and over which channel its {@code n}th guest orders. */
    Visit guestVisit(long n, int day) {
        long key = -1L - n;
        Draws draws = Draws.of(seed, Draws.Purpose.VISIT, key, day);
        String channel = channel(draws, 0.5, day);
        Place place = population.place(channel.equals(Visit.SHOP) ? 0 : draws.uniform());
        return new Visit(key, day, null, place, channel, second(draws, channel), 1);
    }

    private static String channel(Draws draws, double inShop, int day) {
        LocalDate date = TradingCalendar.date(day);
        double u = draws.uniform();
        if (u < inShop && !TradingCalendar.shopClosed(date)) {
            return Visit.SHOP;
        }
        boolean officeHours = date.getDayOfWeek() != DayOfWeek.SATURDAY && !TradingCalendar.shopClosed(date);
        return u > 0.94 && officeHours ? Visit.PHONE : Visit.WEB;
    }

    /** Evenings and lunch breaks on the web, opening hours elsewhere. */
    static int second(Draws draws, String channel) {
        if (channel.equals(Visit.WEB)) {
            double hour = draws.chance(0.56) ? 20.2 + 1.7 * draws.normal() : 12.8 + 2.3 * draws.normal();
            return Math.floorMod((int) (hour * 3600), 86_400);
        }
        double share = (draws.uniform() + draws.uniform()) / 2;
        return (int) ((9.5 + 8 * share) * 3600);
    }

    /** What somebody takes. Depends on the visit alone. */
    Order order(Visit visit, String id) {
        Draws draws = Draws.of(seed, Draws.Purpose.BASKET, visit.key(), visit.day());
        LocalDate date = TradingCalendar.date(visit.day());
        int month = TradingCalendar.month(visit.day());
        boolean byPost = !visit.channel().equals(Visit.SHOP);
        Place to = byPost && draws.chance(0.025) ? population.place(draws.uniform()) : visit.place();
        boolean elsewhere =
                visit.customer() == null || !to.country().equals(visit.place().country());

        List<Integer> picked = new ArrayList<>();
        int rules = basket.fill(picked, visit, month, byPost, draws);
        double share =
                visit.customer() == null ? 0.06 : visit.customer().segment().discountShare();
        double orderDiscount = visit.trade() ? 0.15 : draws.chance(share) ? 0.10 : 0;
        List<Order.Line> lines = new ArrayList<>();
        long total = 0;
        for (int index : picked) {
            Item item = catalogue.items().get(index);
            long price = item.prices()[month];
            int quantity = Basket.quantity(draws, item.prices()[0], visit);
            double discount = calendar.saleOn(visit.day()) && draws.chance(0.3) ? 0.20 : orderDiscount;
            long off = Math.round(quantity * (price / PENNY) * discount) * PENNY;
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
        return new Order(
                id,
                visit.number(),
                elsewhere ? to.country() : null,
                to.isHome(),
                visit.channel(),
                visit.second(),
                1,
                lines,
                rules);
    }

    private static long freeFrom(Place to) {
        return switch (to.postage()) {
            case "POST-UK" -> 50 * POUND;
            case "POST-EU" -> 120 * POUND;
            default -> 200 * POUND;
        };
    }

    private Order.Line charge(String id, int month) {
        Item item = catalogue.charge(id);
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
        Draws draws = Draws.of(seed, Draws.Purpose.RETURN, visit.key(), visit.day());
        double ease = (sale.channel().equals(Visit.SHOP) ? 0.8 : 1.55) * (visit.trade() ? 0.7 : 1);
        boolean calledBack = false;
        List<Order.Line> back = new ArrayList<>();
        for (Order.Line line : sale.lines()) {
            boolean called = line.item() == recalled
                    && Anomalies.recalled(visit.day())
                    && draws.chance(Anomalies.RECALLED_SHARE);
            calledBack |= called;
            if (!called && !draws.chance(line.item().returnRate() * ease)) {
                continue;
            }
            int sold = line.quantity();
            int quantity = sold == 1 || called || draws.chance(0.7) ? sold : 1 + draws.below(sold - 1);
            long discount = line.discount() / PENNY * quantity / sold * PENNY;
            back.add(new Order.Line(line.item(), -quantity, line.price(), -discount, -(line.cost() / sold * quantity)));
        }
        int day = calledBack
                ? Anomalies.RECALL + draws.below(Anomalies.RECALL_DAYS)
                : visit.day() + 3 + (int) Math.min(37, 9 * draws.exponential());
        int second = second(draws, Visit.SHOP);
        if (back.isEmpty()) {
            return null;
        }
        return new Return(
                day,
                new Order(
                        sale.id(),
                        sale.customer(),
                        sale.country(),
                        sale.taxed(),
                        sale.channel(),
                        second,
                        sale.lines().size() + 1,
                        back,
                        0));
    }

    /** A goodwill credit of some pounds for an order. */
    Order credit(String id, Order sale, int pounds, int second) {
        Item item = catalogue.charge("GOODWILL");
        Order.Line line = new Order.Line(item, 1, -pounds * POUND, 0, 0);
        return new Order(
                id, sale.customer(), sale.country(), sale.taxed(), sale.channel(), second, 1, List.of(line), 0);
    }
}
