package org.clientele.platform.sample;

import java.util.List;
import org.clientele.sdk.data.CustomerModel;
import org.jspecify.annotations.Nullable;

/** Visits of the website, calls and letters: the touchpoints. */
final class Web implements Watcher {
    private static final double VISITS_A_DAY_PER_CUSTOMER = 0.015;
    private static final double STRANGERS_A_DAY_PER_CUSTOMER = 0.006;
    private static final List<String> DEVICES = List.of("mobile", "desktop", "tablet");
    private static final double[] DEVICE_SUMS = {0, .57, .91, 1};
    private static final List<String> OUTCOMES =
            List.of("left", "viewed product", "added to basket", "started checkout");
    private static final double[] OUTCOME_SUMS = {0, .36, .80, .94, 1};

    private final World world;
    private final Experiments experiments;
    private final Batches out;
    private int registered;

    Web(World world, Experiments experiments) {
        this.world = world;
        this.experiments = experiments;
        this.out = world.table(CustomerModel.INTERACTION);
    }

    /** Puts the visits that end without an order on the agenda. */
    void day(int day) {
        while (registered < world.options.customers()
                && world.population.customer(registered).registeredDay() < day) {
            registered++;
        }
        double busyness = world.calendar.busyness(day);
        Draws draws = world.draws(Draws.Purpose.BROWSING, day, 0);
        int visits = draws.poisson(registered * VISITS_A_DAY_PER_CUSTOMER * busyness);
        for (int v = 0; v < visits; v++) {
            int i = draws.below(registered);
            int second = Shopping.second(draws, Visit.WEB);
            Customer customer = world.population.customer(i);
            if (world.lives.alive(i, customer, day) && day != Anomalies.OUTAGE) {
                world.agenda.at(day, second, () -> browse(i, customer, day, second, null));
            }
        }
        int strangers = draws.poisson(world.options.customers() * STRANGERS_A_DAY_PER_CUSTOMER * busyness);
        for (int v = 0; v < strangers && day != Anomalies.OUTAGE; v++) {
            int second = Shopping.second(draws, Visit.WEB);
            world.agenda.at(day, second, () -> browse(Order.NOBODY, null, day, second, null));
        }
    }

    /** Somebody followed a link of a campaign. */
    void followLink(int i, Customer customer, long moment, String campaign) {
        browse(i, customer, Math.toIntExact(moment / 86_400), (int) (moment % 86_400), campaign);
    }

    private void browse(int i, @Nullable Customer customer, int day, int second, @Nullable String campaign) {
        if (customer == null) {
            experiments.strangerCame(day, second);
        } else if (world.lives.alive(i, customer, day)) {
            experiments.customerCame(i, customer, day, second);
        }
        if (Anomalies.untracked(day)) {
            return;
        }
        Draws draws = world.draws(Draws.Purpose.BROWSING, day, 1 + out.count());
        String outcome = OUTCOMES.get(Choice.find(OUTCOME_SUMS, draws.uniform()));
        Item item = world.catalogue.items().get(world.catalogue.pick(TradingCalendar.month(day), draws.uniform()));
        double seconds = (outcome.equals("left") ? 40 : 190) * StrictMath.exp(0.8 * draws.normal());
        String source = campaign != null ? "campaign" : i == Order.NOBODY ? "search" : "web";
        visit(i, day, second, source, campaign, outcome.equals("left") ? null : item.id(), seconds, outcome, draws);
    }

    @Override
    public void sold(Order order, Visit visit) {
        if (!visit.onWeb()) {
            return;
        }
        Draws draws = world.draws(Draws.Purpose.BROWSING, visit.key(), -1L - visit.day());
        double seconds =
                240 * StrictMath.exp(0.5 * draws.normal()) + 25 * order.lines().size();
        int second = Math.max(0, visit.second() - (int) seconds);
        if (!Anomalies.untracked(visit.day())) {
            String product = order.lines().get(0).item().id();
            visit(visit.number(), visit.day(), second, "web", null, product, seconds, "ordered", draws);
        }
    }

    private void visit(
            int i,
            int day,
            int second,
            String channel,
            @Nullable String campaign,
            @Nullable String product,
            double seconds,
            String outcome,
            Draws draws) {
        String device = DEVICES.get(Choice.find(DEVICE_SUMS, draws.uniform()));
        row(i, day, second, "visit", channel);
        out.text("device", device)
                .maybe("campaign_id", campaign)
                .maybe("product_id", product)
                .text("session_id", "S-" + (1_000_001 + out.count()))
                .number("duration_seconds", Math.min(7200, Math.max(4, (long) seconds)))
                .text("outcome", outcome)
                .end();
    }

    /** Somebody called or wrote to customer service. */
    void contact(int i, long moment, String channel, Draws draws) {
        boolean call = channel.equals(Visit.PHONE);
        row(i, Math.toIntExact(moment / 86_400), (int) (moment % 86_400), call ? "call" : "message", channel);
        if (call) {
            out.number("duration_seconds", 60 + (long) (240 * draws.exponential()));
        }
        out.text("outcome", "ticket opened").end();
    }

    private void row(int i, int day, int second, String kind, String channel) {
        out.text("interaction_id", "I-" + (1_000_001 + out.count())).moment("occurred_at", day, second);
        if (i != Order.NOBODY) {
            out.text("customer_id", Population.id(i));
        }
        out.text("kind", kind).text("channel", channel);
    }

    void end() {
        out.flush();
    }
}
