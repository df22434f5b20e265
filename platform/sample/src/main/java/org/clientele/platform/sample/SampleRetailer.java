package org.clientele.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.jspecify.annotations.Nullable;

/**
 * A generated independent shop in Bath that sells home and gift goods, in pounds, over its counter, by phone and on the
 * web to thirteen countries. Its order lines cover the three whole years from {@link #FIRST_DAY} to {@link #LAST_DAY};
 * nothing depends on today.
 *
 * <p>For every order line, amount = quantity x unit_price - discount, exactly, with the signs of the quantity. Amounts
 * are without tax, which is in {@code tax} (20 % at home, none on exports). A return carries the order of its sale and
 * the next line numbers of it. The country of a line is missing unless the goods go elsewhere than the customer lives or
 * there is no customer. Costs are those of the whole line.
 *
 * <p>An instance may be used again and by several threads; memory does not grow with the number of order
 * lines, and by 4 bytes a customer.
 */
public final class SampleRetailer {
    /** The first day with order lines. */
    public static final LocalDate FIRST_DAY = TradingCalendar.FIRST_DAY;
    /** The last day with order lines. */
    public static final LocalDate LAST_DAY = TradingCalendar.LAST_DAY;

    private static final int NOBODY = -1;
    private static final double GUESTS_A_DAY_PER_CUSTOMER = 0.00037;
    private static final long GUEST_FLAG = 1L << 32;
    private static final long RETURN_FLAG = 1L << 33;
    private static final int SECOND_SHIFT = 34;

    private final SampleOptions options;
    private final TradingCalendar calendar = new TradingCalendar();
    private final Catalogue catalogue;
    private final Population population;
    private final Shopping shopping;

    /** Prepares a retailer; rows come with {@link #generate}. */
    public SampleRetailer(SampleOptions options) {
        this.options = options;
        this.catalogue = new Catalogue(options.seed());
        this.population = new Population(options, calendar, catalogue);
        this.shopping = new Shopping(options.seed(), catalogue, population);
    }

    /**
     * Generates all rows: products, then customers in order of registration, then order lines in order of time.
     *
     * @param sink takes the rows; what it throws ends the work
     * @param progress hears the share of the work that is done
     * @param cancel asked at least once for each generated day
     * @throws org.clientele.sdk.AnalyticsException CANCELLED if {@code cancel} was cancelled
     */
    public void generate(TableSink sink, Progress progress, CancelSignal cancel) {
        cancel.throwIfCancelled();
        writeProducts(sink);
        writeCustomers(sink, progress, cancel);
        new Trade(sink).run(progress, cancel);
        progress.report(1, "Sample retailer generated");
    }

    private void writeProducts(TableSink sink) {
        Batches out = new Batches(CustomerModel.PRODUCT, sink);
        List<Item> all = new ArrayList<>(catalogue.items());
        all.addAll(catalogue.charges().values());
        int last = TradingCalendar.MONTHS - 1;
        for (Item item : all) {
            out.text("product_id", item.id())
                    .text("name", item.name())
                    .text("category", item.category())
                    .text("subcategory", item.subcategory());
            if (!item.brand().isEmpty()) {
                out.text("brand", item.brand());
            }
            out.number("list_price", item.prices()[last])
                    .number("unit_cost", item.costs()[last])
                    .end();
        }
        out.flush();
    }

    private void writeCustomers(TableSink sink, Progress progress, CancelSignal cancel) {
        Batches out = new Batches(CustomerModel.CUSTOMER, sink);
        for (int i = 0; i < options.customers(); i++) {
            if (i % 5000 == 0) {
                cancel.throwIfCancelled();
                progress.report(0.15 * i / options.customers(), String.format(Locale.ENGLISH, "%,d customers", i));
            }
            population.write(i, out);
        }
        out.flush();
    }

    /**
     * One run through all days. Beyond what is on its way back, it keeps one number a customer: who else comes on the
     * same day.
     */
    private final class Trade {
        private final Batches out;
        private final int[] firstVisitor = new int[TradingCalendar.DAYS];
        private final int[] nextVisitor = new int[options.customers()];
        private final List<@Nullable List<Order>> returns = new ArrayList<>();
        private long[] queue = new long[64];
        private int queued;
        private long orders;

        Trade(TableSink sink) {
            out = new Batches(CustomerModel.ORDER_LINE, sink);
            Arrays.fill(firstVisitor, NOBODY);
            for (int d = 0; d < TradingCalendar.DAYS; d++) {
                returns.add(null);
            }
        }

        void run(Progress progress, CancelSignal cancel) {
            // Backwards, so that a day's visitors come in the order of their numbers at first.
            for (int i = options.customers() - 1; i >= 0; i--) {
                if (i % 5000 == 0) {
                    cancel.throwIfCancelled();
                }
                Customer customer = population.customer(i);
                int day = customer.registeredDay();
                if (day >= 0 && customer.buysAtOnce()) {
                    expect(i, day);
                } else {
                    expectNext(i, customer, Math.max(day, -1));
                }
            }
            for (int day = 0; day < TradingCalendar.DAYS; day++) {
                cancel.throwIfCancelled();
                progress.report(
                        0.2 + 0.8 * day / TradingCalendar.DAYS, String.format(Locale.ENGLISH, "%,d orders", orders));
                trade(day);
            }
            out.flush();
        }

        private void expect(int i, int day) {
            if (day < TradingCalendar.DAYS) {
                nextVisitor[i] = firstVisitor[day];
                firstVisitor[day] = i;
            }
        }

        private void expectNext(int i, Customer customer, int after) {
            double gap = Draws.of(options.seed(), Draws.Purpose.GAP, i, after).exponential();
            int day = calendar.after(after, gap / Math.max(customer.rate(), 1e-9));
            if (day <= customer.lastDay()) {
                expect(i, day);
            }
        }

        private void trade(int day) {
            queued = 0;
            List<Order> comingBack = Objects.requireNonNullElse(returns.set(day, null), List.of());
            for (int r = 0; r < comingBack.size(); r++) {
                enqueue(comingBack.get(r).second(), RETURN_FLAG | r);
            }
            for (int i = firstVisitor[day]; i != NOBODY; ) {
                // Where she stands in the queue of this day is forgotten once she joins another day's.
                int following = nextVisitor[i];
                Customer customer = population.customer(i);
                enqueue(shopping.visit(i, customer, day).second(), i);
                expectNext(i, customer, day);
                i = following;
            }
            int guests = Draws.of(options.seed(), Draws.Purpose.GUESTS, day, 0)
                    .poisson(options.customers() * GUESTS_A_DAY_PER_CUSTOMER * calendar.busyness(day));
            for (int g = 0; g < guests; g++) {
                enqueue(shopping.guestVisit(g, day).second(), GUEST_FLAG | g);
            }
            Arrays.sort(queue, 0, queued);
            for (int q = 0; q < queued; q++) {
                serve(queue[q], day, comingBack);
            }
        }

        private void enqueue(int second, long who) {
            if (queued == queue.length) {
                queue = Arrays.copyOf(queue, queued * 2);
            }
            queue[queued++] = ((long) second << SECOND_SHIFT) | who;
        }

        private void serve(long ticket, int day, List<Order> comingBack) {
            int number = (int) ticket;
            if ((ticket & RETURN_FLAG) != 0) {
                write(comingBack.get(number), day, "return");
                return;
            }
            Shopping.Visit visit = (ticket & GUEST_FLAG) != 0
                    ? shopping.guestVisit(number, day)
                    : shopping.visit(number, population.customer(number), day);
            Order order = shopping.order(visit, orders++);
            write(order, day, "sale");
            Shopping.Return back = shopping.returned(order, visit);
            if (back != null) {
                List<Order> others = returns.get(back.day());
                if (others == null) {
                    others = new ArrayList<>();
                    returns.set(back.day(), others);
                }
                others.add(back.order());
            }
        }

        private void write(Order order, int day, String kind) {
            long moment = ((FIRST_DAY.toEpochDay() + day) * 86_400 + order.second()) * 1_000_000;
            String id = order.id();
            int number = order.firstLine();
            for (Order.Line line : order.lines()) {
                long amount = line.amount();
                out.text("order_id", id)
                        .number("line_no", number++)
                        .number("ordered_at", moment)
                        .text("kind", kind);
                if (order.customer() != NOBODY) {
                    out.text("customer_id", Population.id(order.customer()));
                }
                out.text("product_id", line.item().id())
                        .text("description", line.item().name())
                        .number("quantity", line.quantity() * 1000L)
                        .number("unit_price", line.price())
                        .number("amount", amount)
                        .number("discount", line.discount())
                        .number("tax", order.taxed() ? amount / 5 : 0)
                        .number("cost", line.cost())
                        .text("currency", "GBP");
                if (order.country() != null) {
                    out.text("country", order.country());
                }
                out.text("channel", order.channel())
                        .number("is_charge", line.item().charge() ? 1 : 0)
                        .end();
            }
        }
    }
}
