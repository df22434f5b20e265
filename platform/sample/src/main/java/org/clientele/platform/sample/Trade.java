package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.sdk.CancelSignal;

/** Orders, day by day. It keeps one number a customer: who else comes on the same day. */
final class Trade {
    private static final double GUESTS_A_DAY_PER_CUSTOMER = 0.00037;

    /** Orders beyond a customer's own have keys from here on, each reason its own. */
    private static final long EXTRA = 1L << 32;

    private final World world;
    private final OrderLines lines;
    private final List<Watcher> watchers = new ArrayList<>();
    private final int[] firstVisitor = new int[TradingCalendar.DAYS];
    private final int[] nextVisitor;
    private long orders;

    Trade(World world, OrderLines lines) {
        this.world = world;
        this.lines = lines;
        this.nextVisitor = new int[world.options.customers()];
        Arrays.fill(firstVisitor, Order.NOBODY);
    }

    void tell(Watcher watcher) {
        watchers.add(watcher);
    }

    long orders() {
        return orders;
    }

    /** Finds out when each customer comes first. */
    void begin(CancelSignal cancel) {
        // Backwards, so that a day's visitors come in the order of their numbers at first.
        for (int i = world.options.customers() - 1; i >= 0; i--) {
            if (i % 5000 == 0) {
                cancel.throwIfCancelled();
            }
            Customer customer = world.population.customer(i);
            int day = customer.registeredDay();
            if (day >= 0 && customer.buysAtOnce()) {
                expect(i, day);
            } else {
                expectNext(i, customer, Math.max(day, -1));
            }
        }
    }

    private void expect(int i, int day) {
        if (day < TradingCalendar.DAYS) {
            nextVisitor[i] = firstVisitor[day];
            firstVisitor[day] = i;
        }
    }

    private void expectNext(int i, Customer customer, int after) {
        double gap = world.draws(Draws.Purpose.GAP, i, after).exponential();
        int day = world.calendar.after(after, gap / Math.max(customer.rate(), 1e-9));
        if (day <= customer.lastDay()) {
            expect(i, day);
        }
    }

    /** Puts the day's own orders on the agenda. */
    void day(int day) {
        for (int i = firstVisitor[day]; i != Order.NOBODY; ) {
            // Where she stands in the queue of this day is forgotten once she joins another day's.
            int following = nextVisitor[i];
            Customer customer = world.population.customer(i);
            if (world.lives.alive(i, customer, day)) {
                Visit visit = world.shopping.visit(i, customer, day);
                world.agenda.at(day, visit.second(), () -> serve(visit));
                expectNext(i, customer, day);
            }
            i = following;
        }
        int guests = world.draws(Draws.Purpose.GUESTS, day, 0)
                .poisson(world.options.customers() * GUESTS_A_DAY_PER_CUSTOMER * world.calendar.busyness(day));
        for (int g = 0; g < guests; g++) {
            Visit visit = world.shopping.guestVisit(g, day);
            world.agenda.at(day, visit.second(), () -> serve(visit));
        }
    }

    /**
     * An order that something else brought about.
     *
     * @param reason a small positive number of its own for each thing that brings orders about
     */
    Visit extra(int i, Customer customer, int reason, int day, int second, String channel, int bulk) {
        return new Visit(i + EXTRA * reason, day, customer, customer.place(), channel, second, bulk);
    }

    /** Serves somebody, and says whether that was possible. */
    boolean serve(Visit visit) {
        int day = visit.day();
        Customer customer = visit.customer();
        boolean lost = customer != null && !world.lives.alive(visit.number(), customer, day);
        if (lost || (day == Anomalies.OUTAGE && visit.onWeb())) {
            return false;
        }
        Order order = world.shopping.order(visit, Order.id(orders++));
        lines.sale(order, day);
        world.affinities.bought(order);
        Shopping.Return back = world.shopping.returned(order, visit);
        if (back != null) {
            world.agenda.at(back.day(), back.order().second(), () -> {
                lines.returned(back.order(), back.day());
                watchers.forEach(w -> w.cameBack(back.order(), visit, back.day()));
            });
        }
        watchers.forEach(w -> w.sold(order, visit));
        return true;
    }
}
