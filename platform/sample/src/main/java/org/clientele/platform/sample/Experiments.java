package org.clientele.platform.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.CustomerModel;
import org.jspecify.annotations.Nullable;

/**
 * Experiments on the pages where people look around, one after another; who comes with a list in mind passes them by.
 * Who comes is shown one of two variants; the treatment makes some order who would not have. A customer has converted if
 * she orders within seven days; of a stranger nobody can tell.
 */
final class Experiments implements Watcher {
    private static final int WINDOW = 7;
    private static final String[] VARIANTS = {"", "control", "treatment"};
    private static final byte CONTROL = 1;
    private static final byte TREATMENT = 2;
    /** Shown the treatment, but never logged. */
    private static final byte LOST = 3;

    private static final int REASON = 101;
    private static final int SECONDS_TO_DECIDE = 420;

    private record Experiment(int number, String id, String name, int start, int days, double lift, double lost) {}

    private final World world;
    private final Trade trade;
    private final Batches out;
    private final List<Experiment> experiments = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();
    private final byte[] variant;
    private final int[] exposed;
    private final int[] pence;
    private @Nullable Experiment running;
    private long[] shown = new long[3];
    private long[] converted = new long[3];
    private long strangers;

    Experiments(World world, Trade trade) {
        this.world = world;
        this.trade = trade;
        this.out = world.table(CustomerModel.EXPOSURE);
        for (String[] f : Resource.rows("experiments.txt")) {
            experiments.add(new Experiment(
                    experiments.size(),
                    f[0],
                    f[1],
                    TradingCalendar.day(LocalDate.parse(f[2])),
                    Integer.parseInt(f[3]),
                    Double.parseDouble(f[4]) / 100,
                    Double.parseDouble(f[5]) / 100));
        }
        int customers = world.options.customers();
        variant = new byte[customers];
        exposed = new int[customers];
        pence = new int[customers];
    }

    /** Starts and ends experiments. */
    void day(int day) {
        Experiment current = running;
        if (current != null && day == current.start + current.days + WINDOW) {
            finish(current);
        }
        for (Experiment e : experiments) {
            if (e.start == day) {
                running = e;
            }
        }
    }

    private static boolean open(@Nullable Experiment e, int day) {
        return e != null && day < e.start + e.days;
    }

    /** A customer looks around. */
    void customerCame(int i, Customer customer, int day, int second) {
        Experiment e = running;
        if (e == null || !open(e, day) || variant[i] != 0) {
            return;
        }
        Draws draws = world.draws(Draws.Purpose.EXPERIMENT, i, e.number);
        byte shownTo = draws.chance(0.5) ? CONTROL : TREATMENT;
        boolean lost = draws.chance(e.lost) && shownTo == TREATMENT;
        boolean won = draws.chance(e.lift) && shownTo == TREATMENT;
        variant[i] = lost ? LOST : shownTo;
        exposed[i] = (day - e.start) * 86_400 + second;
        pence[i] = 0;
        if (won) {
            int then = Math.min(86_399, second + SECONDS_TO_DECIDE);
            Visit visit = trade.extra(i, customer, REASON, day, then, Visit.WEB, 1);
            world.agenda.at(day, then, () -> trade.serve(visit));
        }
    }

    /** Somebody unknown looks around. */
    void strangerCame(int day, int second) {
        Experiment e = running;
        if (e == null || !open(e, day)) {
            return;
        }
        Draws draws = world.draws(Draws.Purpose.EXPERIMENT, -1L - strangers++, e.number);
        byte shownTo = draws.chance(0.5) ? CONTROL : TREATMENT;
        boolean lost = draws.chance(e.lost) && shownTo == TREATMENT;
        if (!lost) {
            write(e, shownTo, Order.NOBODY, day, second, 0);
        }
    }

    @Override
    public void sold(Order order, Visit visit) {
        Experiment e = running;
        if (e == null || visit.customer() == null) {
            return;
        }
        int i = visit.number();
        long since = visit.moment() - e.start * 86_400L - exposed[i];
        if (variant[i] != 0 && since >= 0 && since < WINDOW * 86_400L) {
            pence[i] += (int) (order.amount() / 100);
        }
    }

    private void finish(Experiment e) {
        for (int i = 0; i < variant.length; i++) {
            if (variant[i] == CONTROL || variant[i] == TREATMENT) {
                write(e, variant[i], i, e.start + exposed[i] / 86_400, exposed[i] % 86_400, pence[i]);
            }
            variant[i] = 0;
        }
        double control = (double) converted[CONTROL] / Math.max(1, shown[CONTROL]);
        planted.add(new Planted(
                e.id,
                e.name,
                TradingCalendar.date(e.start),
                e.days,
                WINDOW,
                e.lift,
                (1 - control) * e.lift,
                e.lost,
                shown[CONTROL],
                shown[TREATMENT]));
        shown = new long[3];
        converted = new long[3];
        running = null;
    }

    private void write(Experiment e, byte shownTo, int i, int day, int second, int revenue) {
        if (i != Order.NOBODY) {
            shown[shownTo]++;
            converted[shownTo] += revenue > 0 ? 1 : 0;
        }
        out.text("experiment_id", e.id).text("variant", VARIANTS[shownTo]);
        if (i != Order.NOBODY) {
            out.text("customer_id", Population.id(i));
        }
        out.moment("exposed_at", day, second)
                .flag("visited", true)
                .flag("converted", revenue > 0)
                .number("revenue", revenue * 100L)
                .end();
    }

    /** Ends the table. */
    void end() {
        out.flush();
    }

    /**
     * What the truths say of one.
     *
     * @param extraShare of the treated who order because of it
     * @param lift how much larger it makes the share of known customers who order within the window; 0 where it does nothing
     * @param lostShare of the treatment's exposures that were never logged; above 0 the sample ratio is wrong
     * @param control known customers logged in the control group
     * @param treatment the same in the treatment group
     */
    record Planted(
            String id,
            String name,
            LocalDate from,
            int days,
            int windowDays,
            double extraShare,
            double lift,
            double lostShare,
            long control,
            long treatment) {}

    List<Planted> planted() {
        return List.copyOf(planted);
    }
}
