package org.clientele.platform.sample;

import java.util.Arrays;
import java.util.List;
import org.clientele.sdk.data.CustomerModel;

/**
 * Customer service. A slow first response makes a bad score likelier, and who would give a bad score leaves the shop more
 * often: so a slow answer costs customers.
 */
final class Service implements Watcher {
    /** The chances of 1 to 5 points after a response within the target, and after a slow one. */
    static final double[][] POINTS = {{.03, .05, .12, .36, .44}, {.24, .28, .24, .16, .08}};
    /** The chance that somebody leaves for good after giving that many points in mind; nobody gives 0. */
    static final double[] LEAVES = {0, .45, .28, .12, .04, .02};

    static final int TARGET_HOURS = 8;
    static final double SLOW = 0.18;
    static final double SLOW_BEFORE_CHRISTMAS = 0.40;
    private static final double TICKET_PER_ORDER = 0.045;

    private static final List<String> CATEGORIES =
            List.of("Late delivery", "Damaged item", "Wrong item", "Refund", "Product question", "Other");
    private static final double[] CATEGORY_SUMS = {0, .30, .50, .60, .76, .92, 1};
    private static final int REFUND = 3;
    private static final List<String> AGENTS = List.of(
            "Martha Quill", "Dev Raman", "Isla Fenwick", "Tom Ashby", "Grace Adeyemi", "Owen Pryce", "Hana Sato");
    private static final int SECONDS = 3600;

    private final World world;
    private final OrderLines lines;
    private final Web web;
    private final Voices voices;
    private final Batches out;
    private long tickets;
    private long credits;

    Service(World world, OrderLines lines, Web web, Voices voices) {
        this.world = world;
        this.lines = lines;
        this.web = web;
        this.voices = voices;
        this.out = world.table(CustomerModel.TICKET);
    }

    @Override
    public void sold(Order order, Visit visit) {
        Draws draws = world.draws(Draws.Purpose.TICKET, visit.key(), visit.day());
        double ease = visit.channel().equals(Visit.SHOP) ? 0.4 : 1;
        if (draws.chance(TICKET_PER_ORDER * ease * (1 + 0.05 * order.lines().size()))) {
            long moment = visit.moment() + (long) (86_400 * (1 + Math.min(20, 3 * draws.exponential())));
            long day = moment / 86_400;
            long second = (long) Shopping.second(draws, draws.chance(0.4) ? Visit.PHONE : Visit.WEB);
            world.agenda.at(day * 86_400 + second, () -> open(order, visit, day * 86_400 + second, draws, false));
        }
    }

    @Override
    public void cameBack(Order back, Visit visit, int day) {
        Draws draws = world.draws(Draws.Purpose.TICKET, visit.key(), -1L - day);
        if (draws.chance(0.12)) {
            long moment = (day + 1L) * 86_400 + Shopping.second(draws, Visit.PHONE);
            world.agenda.at(moment, () -> open(back, visit, moment, draws, true));
        }
    }

    private static double slowShare(int day) {
        int month = TradingCalendar.date(day).getMonthValue();
        return Anomalies.backlog(day) ? Anomalies.BACKLOG_SLOW_SHARE : month == 12 ? SLOW_BEFORE_CHRISTMAS : SLOW;
    }

    private void open(Order order, Visit visit, long moment, Draws draws, boolean refund) {
        int day = Math.toIntExact(moment / 86_400);
        String id = "T-" + (10_001 + tickets++);
        boolean slow = draws.chance(slowShare(day));
        double hours =
                slow ? TARGET_HOURS + 14 + 24 * draws.exponential() : Math.min(7.9, 0.2 + 2.2 * draws.exponential());
        long response = moment + (long) (hours * SECONDS);
        boolean reopened = draws.chance(slow ? 0.14 : 0.05);
        long resolved = response + (long) ((0.5 + (reopened ? 40 : 9) * draws.exponential()) * SECONDS);
        int category = refund ? REFUND : Choice.find(CATEGORY_SUMS, draws.uniform());
        String channel = TradingCalendar.shopClosed(TradingCalendar.date(day)) || draws.chance(0.55)
                ? "email"
                : draws.chance(0.6) ? Visit.PHONE : "chat";
        double[] chances = POINTS[slow ? 1 : 0];
        double place = draws.uniform() * Arrays.stream(chances).sum();
        int points = 1;
        for (double sum = chances[0]; points < 5 && place >= sum; sum += chances[points - 1]) {
            points++;
        }
        int score = points;
        String product = order.lines().get(0).item().id();
        write(id, order, product, moment, response, resolved, channel, category, reopened, slow, draws);
        web.contact(visit.number(), moment, channel, draws);
        boolean damage = category < REFUND && draws.chance(0.3);
        int pounds = 5 * (1 + draws.below(2));
        boolean answers = draws.chance(0.38);
        double leaves = draws.uniform();
        world.agenda.at(resolved, () -> {
            int then = Math.toIntExact(resolved / 86_400);
            if (damage) {
                Order credit =
                        world.shopping.credit("CN-" + (1001 + credits++), order, pounds, (int) (resolved % 86_400));
                lines.adjustment(credit, then);
            }
            judge(visit, then, score, leaves);
            if (answers) {
                voices.afterTicket(
                        visit.number(), id, channel, resolved + 1800 + (long) (draws.uniform() * 80_000), score);
            }
        });
    }

    private void judge(Visit visit, int day, int score, double leaves) {
        Customer customer = visit.customer();
        if (customer == null) {
            return;
        }
        int i = visit.number();
        world.lives.served(i, day, score);
        if (leaves < LEAVES[score] && world.lives.alive(i, customer, day)) {
            world.lives.driveAway(i, day);
        }
    }

    private void write(
            String id,
            Order order,
            String product,
            long opened,
            long response,
            long resolved,
            String channel,
            int category,
            boolean reopened,
            boolean slow,
            Draws draws) {
        long end = TradingCalendar.DAYS * 86_400L;
        boolean impossible = world.faults.strikes(Faults.Kind.RESOLVED_BEFORE_OPENED, tickets, 0, () -> id);
        out.text("ticket_id", id).moment("opened_at", opened);
        if (response < end) {
            out.moment("first_response_at", response);
        }
        if (resolved < end) {
            out.moment("resolved_at", impossible ? opened - 86_400 : resolved);
        }
        if (order.customer() != Order.NOBODY) {
            out.text("customer_id", Population.id(order.customer()));
        }
        out.text("order_id", order.id())
                .text("product_id", product)
                .text("channel", channel)
                .text("category", CATEGORIES.get(category))
                .text("priority", category < REFUND ? (draws.chance(0.3) ? "high" : "normal") : "low")
                .text("status", resolved < end ? "resolved" : response < end ? "answered" : "open")
                .text("agent", draws.any(AGENTS));
        out.flag("reopened", reopened && resolved < end)
                .flag("within_target", !slow)
                .end();
    }

    void end() {
        out.flush();
    }

    /**
     * What the truths say of it.
     *
     * @param pointsWithinTarget the chances of 1 to 5 points where the first response came within the target
     * @param pointsSlow the same where it did not
     * @param leavesByPoints the chance to leave for good, by 1 to 5 points
     * @param leavesWithinTarget the chance to leave for good after a response within the target
     * @param leavesSlow the same after a slow one
     */
    record Planted(
            int targetHours,
            double slowShare,
            double slowShareInDecember,
            double[] pointsWithinTarget,
            double[] pointsSlow,
            double meanPointsWithinTarget,
            double meanPointsSlow,
            double[] leavesByPoints,
            double leavesWithinTarget,
            double leavesSlow) {}

    static Planted planted() {
        double[] means = new double[2];
        double[] leaving = new double[2];
        for (int kind = 0; kind < 2; kind++) {
            for (int p = 1; p <= 5; p++) {
                means[kind] += p * POINTS[kind][p - 1];
                leaving[kind] += LEAVES[p] * POINTS[kind][p - 1];
            }
        }
        return new Planted(
                TARGET_HOURS,
                SLOW,
                SLOW_BEFORE_CHRISTMAS,
                POINTS[0],
                POINTS[1],
                means[0],
                means[1],
                Arrays.copyOfRange(LEAVES, 1, 6),
                leaving[0],
                leaving[1]);
    }
}
