package org.clientele.platform.sample;

import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.data.CustomerModel;

/** What customers say: recommendation, satisfaction, effort, reviews. Scores follow what happened to them. */
final class Voices implements Watcher {
    /** The mean answer to "would you recommend us", from 0 to 10, by the points of the last service; 0 is none. */
    static final double[] RECOMMENDS = {8.5, 3.4, 4.6, 6.6, 8.6, 9.3};

    private static final double DEVIATION = 1.5;
    private static final double ASKED = 0.05;
    private static final double REVIEWS = 0.03;

    private final World world;
    private final Batches out;
    private final Map<String, String[]> comments = new TreeMap<>();

    Voices(World world) {
        this.world = world;
        this.out = world.table(CustomerModel.FEEDBACK);
        for (String[] f : Resource.rows("comments.txt")) {
            comments.put(f[0] + " " + f[1], f[2].split(";"));
        }
    }

    @Override
    public void sold(Order order, Visit visit) {
        Draws draws = world.draws(Draws.Purpose.FEEDBACK, visit.key(), visit.day());
        boolean asked = draws.chance(ASKED) && visit.customer() != null;
        boolean reviews = draws.chance(REVIEWS) && visit.onWeb();
        if (asked) {
            long moment = (visit.day() + 14L + draws.below(14)) * 86_400 + Shopping.second(draws, Visit.WEB);
            world.agenda.at(moment, () -> recommend(order, visit, moment, draws));
        }
        if (reviews) {
            Order.Line line = order.lines().get(0);
            // What comes back often is not what it looked like.
            double stars = 4.7 - 9 * line.item().returnRate() + 0.8 * draws.normal();
            long moment = (visit.day() + 6L + draws.below(10)) * 86_400 + Shopping.second(draws, Visit.WEB);
            world.agenda.at(moment, () -> {
                begin(visit.number(), "review", moment, within(stars, 1, 5), 5, 3, 4.5, draws);
                out.text("channel", Visit.WEB)
                        .text("product_id", line.item().id())
                        .text("order_id", order.id())
                        .end();
            });
        }
    }

    private void recommend(Order order, Visit visit, long moment, Draws draws) {
        int mood = world.lives.mood(visit.number(), Math.toIntExact(moment / 86_400));
        double score = RECOMMENDS[mood] + DEVIATION * draws.normal();
        begin(visit.number(), "nps", moment, within(score, 0, 10), 10, 6.5, 8.5, draws);
        out.text("channel", "email").text("order_id", order.id()).end();
    }

    @Override
    public void cameBack(Order back, Visit visit, int day) {
        Draws draws = world.draws(Draws.Purpose.FEEDBACK, visit.key(), -1L - day);
        if (draws.chance(0.14)) {
            boolean shop = visit.channel().equals(Visit.SHOP);
            double score = (shop ? 5.9 : 4.9) + 1.1 * draws.normal();
            long moment = (day + 1L) * 86_400 + Shopping.second(draws, Visit.WEB);
            world.agenda.at(moment, () -> {
                begin(visit.number(), "ces", moment, within(score, 1, 7), 7, 3.5, 5.5, draws);
                out.text("channel", shop ? Visit.SHOP : "email")
                        .text("order_id", back.id())
                        .end();
            });
        }
    }

    /** Somebody answers how satisfied the service left her. */
    void afterTicket(int customer, String ticket, String channel, long moment, int points) {
        world.agenda.at(moment, () -> {
            Draws draws = world.draws(Draws.Purpose.FEEDBACK, out.count(), Integer.MIN_VALUE);
            begin(customer, "csat", moment, points, 5, 2.5, 3.5, draws);
            out.text("channel", channel).text("ticket_id", ticket).end();
        });
    }

    private static double within(double score, int lowest, int highest) {
        return Math.max(lowest, Math.min(highest, Math.round(score)));
    }

    private void begin(
            int customer, String kind, long moment, double score, int highest, double bad, double good, Draws draws) {
        long number = out.count();
        String id = "F-" + (10_001 + number);
        boolean wrong = world.faults.strikes(Faults.Kind.SCORE_OUT_OF_RANGE, number, 0, () -> id);
        out.text("feedback_id", id).moment("given_at", moment);
        if (customer != Order.NOBODY) {
            out.text("customer_id", Population.id(customer));
        }
        out.text("kind", kind)
                .real("score", wrong ? highest + 1 + number % 3 : score)
                .real("score_max", highest);
        String tone = score <= bad ? "bad" : score <= good ? "mixed" : "good";
        out.maybe("comment", draws.chance(0.35) ? comment(kind, tone, draws) : null);
    }

    private String comment(String kind, String tone, Draws draws) {
        String[] found = comments.get(kind + " " + tone);
        if (found == null) {
            throw new IllegalStateException("comments.txt has nothing for " + kind + " " + tone);
        }
        return found[draws.below(found.length)];
    }

    /**
     * What the truths say of recommendation.
     *
     * @param meanByPoints the mean of the score before it is rounded and kept from 0 to 10, by the points that the
     *     customer would give the service of the last 200 days: none, then 1 to 5
     */
    record Planted(double[] meanByPoints, double deviation) {}

    static Planted planted() {
        return new Planted(RECOMMENDS, DEVIATION);
    }

    void end() {
        out.flush();
    }
}
