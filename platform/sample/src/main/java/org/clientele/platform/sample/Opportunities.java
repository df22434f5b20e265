package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.clientele.sdk.data.CustomerModel;

/** The small trade side: offers to shops, hotels and offices. An offer that is won becomes an order of that amount. */
final class Opportunities {
    private static final double OFFERS_A_TRADER = 1.3;
    private static final int REASON = 51;
    private static final int BULK = 4;

    private static final List<String> OWNERS = List.of("Clara Whitlock", "Ben Marlow", "Yusuf Hale");
    private static final List<String> OCCASIONS = List.of(
            "Christmas hampers",
            "Spring range",
            "Hotel rooms",
            "Wedding favours",
            "Staff gifts",
            "Shop opening",
            "Summer range",
            "Reorder");
    private static final List<String> STAGES = List.of("Enquiry", "Qualified", "Offer made", "Negotiation");
    private static final double[] PROBABILITIES = {.1, .25, .5, .7};
    private static final List<String> LOST =
            List.of("Price", "Price", "Went elsewhere", "No answer", "Budget was cut", "Delivery time");

    /** Where offers come from, how often, and the chance to win them. */
    private record Source(String name, double weight, double wins) {}

    private static final List<Source> SOURCES = List.of(
            new Source("Recommendation", .25, .48),
            new Source("Trade fair", .30, .30),
            new Source("Website", .30, .26),
            new Source("Telephone", .15, .12));

    private record Offer(int key, int customer, int number, int created, int closed, String source, long amount) {}

    private final World world;
    private final Trade trade;
    private final Choice<Source> sources = new Choice<>(SOURCES, Source::weight);
    private final List<Offer> offers = new ArrayList<>();
    private final BitSet ordered = new BitSet();

    Opportunities(World world, Trade trade) {
        this.world = world;
        this.trade = trade;
    }

    /** Plans the offers of all traders, and the orders that come of them. */
    void begin() {
        for (int i = 0; i < world.options.customers(); i++) {
            Customer customer = world.population.customer(i);
            if (customer.trade()) {
                int first = Math.max(0, customer.registeredDay() + 1);
                int last = Math.min(TradingCalendar.DAYS - 1, customer.lastDay());
                Draws draws = world.draws(Draws.Purpose.OPPORTUNITY, i, 0);
                double years = (last - first) / 1096.0;
                int count = years <= 0 ? 0 : draws.poisson(OFFERS_A_TRADER * years);
                for (int n = 0; n < count; n++) {
                    plan(i, n, customer, first + draws.below(last - first), draws);
                }
            }
        }
        offers.sort(Comparator.comparingInt(Offer::created)
                .thenComparingInt(Offer::customer)
                .thenComparingInt(Offer::number));
    }

    private void plan(int i, int n, Customer customer, int created, Draws draws) {
        int closed = created + 5 + (int) (28 * draws.exponential());
        Source source = sources.at(draws.uniform());
        int second = Shopping.second(draws, Visit.PHONE);
        int bulk = BULK + draws.below(6);
        // An order of the day on which the offer is decided, whether it is won or not.
        int orderDay = Math.min(closed, TradingCalendar.DAYS - 1);
        Visit visit = trade.extra(i, customer, REASON + n, orderDay, second, Visit.PHONE, bulk);
        boolean won = draws.chance(source.wins) && closed <= customer.lastDay() && created < closed;
        long amount = world.shopping.order(visit, "").amount();
        int key = offers.size();
        if (won) {
            world.agenda.at(closed, second, () -> ordered.set(key, trade.serve(visit)));
        }
        offers.add(new Offer(key, i, n, created, closed, source.name, amount));
    }

    /** Writes the table. */
    void write() {
        Batches out = world.table(CustomerModel.OPPORTUNITY);
        for (Offer o : offers) {
            Draws draws = world.draws(Draws.Purpose.OPPORTUNITY, o.customer, 1000 + o.number);
            boolean decided = o.closed < TradingCalendar.DAYS;
            boolean won = ordered.get(o.key);
            double passed = (TradingCalendar.DAYS - o.created) / (double) (o.closed - o.created);
            int stage = Math.min(3, (int) (passed * 4));
            out.text("opportunity_id", "O-" + (1001 + out.count()))
                    .text("name", draws.any(OCCASIONS))
                    .text("customer_id", Population.id(o.customer))
                    .text("owner", draws.any(OWNERS))
                    .text("source", o.source)
                    .text("stage", decided ? (won ? "Won" : "Lost") : STAGES.get(stage))
                    .number("amount", o.amount)
                    .text("currency", OrderLines.CURRENCY)
                    .real("probability", decided ? (won ? 1 : 0) : PROBABILITIES[stage])
                    .moment("created_at", o.created, 9 * 3600 + draws.below(7 * 3600))
                    .day("expected_close", o.created + 30 + draws.below(20));
            if (decided) {
                int second = world.draws(Draws.Purpose.OPPORTUNITY, o.customer, -1L - o.number)
                        .below(1800);
                out.moment("closed_at", o.closed, 17 * 3600 + 1800 + second).flag("won", won);
                if (!won) {
                    out.text("lost_reason", draws.any(LOST));
                }
            }
            out.end();
        }
        out.flush();
    }

    /**
     * What the truths say of a source of offers.
     *
     * @param winShare the chance to win an offer, unless the customer is lost before it is decided
     */
    record Planted(String source, double winShare) {}

    static List<Planted> planted() {
        return SOURCES.stream().map(s -> new Planted(s.name, s.wins)).toList();
    }
}
