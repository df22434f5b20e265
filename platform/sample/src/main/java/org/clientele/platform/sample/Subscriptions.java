package org.clientele.platform.sample;

import java.time.LocalDate;
import java.util.List;
import org.clientele.sdk.data.CustomerModel;

/**
 * Boxes that come every month or quarter. A firm of their own bills them, so they are no order lines. A box ends by the
 * hazard of its plan, or when the customer is lost.
 */
final class Subscriptions {
    private static final int OPENED = TradingCalendar.day(LocalDate.of(2023, 2, 1));
    private static final double SUBSCRIBE = 0.07;
    private static final String CUSTOMER_LOST = "No longer a customer";
    /** Until the end of these months the first and the second of a plan's hazards hold. */
    private static final int[] BANDS = {3, 12};

    private static final List<String> REASONS = List.of(
            "Too expensive", "Too expensive", "Too many boxes", "Not my taste", "Moved house", "Payment failed");
    private static final List<String> PAYMENTS =
            List.of("Direct debit", "Direct debit", "Direct debit", "Card", "Card", "PayPal");

    /**
     * One kind of box.
     *
     * @param months between two boxes
     * @param hazards the chance to end at the end of a period, in each band of tenure
     */
    private record Plan(String name, double weight, long monthly, int months, double[] hazards) {
        double hazard(int month) {
            return hazards[month <= BANDS[0] ? 0 : month <= BANDS[1] ? 1 : 2];
        }
    }

    private static final List<Plan> PLANS = List.of(
            new Plan("Tea box", .45, 149_500, 1, new double[] {.085, .045, .025}),
            new Plan("Candle box", .35, 199_500, 1, new double[] {.11, .06, .03}),
            new Plan("Season box", .20, 116_500, 3, new double[] {.15, .11, .08}));

    private final World world;
    private final Choice<Plan> plans = new Choice<>(PLANS, Plan::weight);

    Subscriptions(World world) {
        this.world = world;
    }

    /** Writes the table, once everybody's fate is known. */
    void write() {
        Batches out = world.table(CustomerModel.SUBSCRIPTION);
        for (int i = 0; i < world.options.customers(); i++) {
            Customer customer = world.population.customer(i);
            Draws draws = world.draws(Draws.Purpose.SUBSCRIPTION, i, 0);
            if (draws.chance(SUBSCRIBE) && !customer.trade()) {
                int start = Math.max(OPENED, customer.registeredDay()) + (int) (260 * draws.exponential());
                int lost = world.lives.lastDay(i, customer);
                if (start < TradingCalendar.DAYS && start <= lost) {
                    write(out, i, start, lost, draws);
                }
            }
        }
        out.flush();
    }

    private void write(Batches out, int i, int start, int lost, Draws draws) {
        Plan plan = plans.at(draws.uniform());
        LocalDate began = TradingCalendar.date(start);
        int second = Shopping.second(draws, Visit.WEB);
        int months = 0;
        int end = TradingCalendar.DAYS;
        boolean ended = false;
        boolean customerLost = false;
        while (!ended) {
            int next = TradingCalendar.day(began.plusMonths(months + plan.months));
            if (next >= TradingCalendar.DAYS) {
                break;
            }
            months += plan.months;
            end = next;
            customerLost = next > lost;
            ended = customerLost || draws.chance(plan.hazard(months));
        }
        long paid = plan.monthly * (ended ? months : months + plan.months);
        out.text("subscription_id", "SUB-" + (10_001 + out.count()))
                .text("customer_id", Population.id(i))
                .text("plan", plan.name)
                .text("status", ended ? "cancelled" : "active")
                .moment("started_at", start, second);
        if (ended) {
            out.moment("ended_at", end, second);
        }
        out.number("monthly_amount", plan.monthly)
                .number("total_amount", paid)
                .text("currency", OrderLines.CURRENCY)
                .text("billing_period", plan.months == 1 ? "monthly" : "quarterly")
                .text("payment_method", draws.any(PAYMENTS))
                .number("tenure_months", months)
                .flag("churned", ended);
        if (ended) {
            out.text("cancel_reason", customerLost ? CUSTOMER_LOST : draws.any(REASONS));
        }
        out.end();
    }

    /**
     * What the truths say of a plan.
     *
     * @param periodMonths months between two boxes
     * @param hazards chances to end at the end of a period, by tenure: up to 3 months, up to 12, longer; who ends for
     *     {@code censoredBy} is not counted
     */
    record Planted(String plan, int periodMonths, int[] bandsUpToMonth, double[] hazards, String censoredBy) {}

    static List<Planted> planted() {
        return PLANS.stream()
                .map(p -> new Planted(p.name, p.months, BANDS, p.hazards, CUSTOMER_LOST))
                .toList();
    }
}
