package org.clientele.plugins.executive.portfolio;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * How the number of active customers came about, step by step: opening + new + reactivated - lost = closing.
 *
 * <p>A customer is active at the end of a day if she bought within the last {@code activeDays} days, that day included.
 * Over a step she is <i>new</i> if active at its end and first bought in it; <i>reactivated</i> if active at its end, not
 * at its beginning, and first bought before it; <i>lost</i> if active at its beginning and not at its end; <i>kept</i> if
 * active at both; and else away. So everybody is exactly one of these and the account adds up by its definition.
 *
 * @param steps in the order of time
 */
public record GrowthAccount(List<Step> steps) {
    private static final Texts TEXTS = Texts.of(GrowthAccount.class);

    public GrowthAccount {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param from the day at whose end it begins
     * @param to the day at whose end it ends
     */
    public record Step(int from, int to, int opening, int fresh, int reactivated, int lost, int closing) {
        /** The share of those active at its beginning who are active at its end; NaN where there were none. */
        public double kept() {
            return opening == 0 ? Double.NaN : (double) (opening - lost) / opening;
        }
    }

    /** What a step did to a customer. */
    public enum Move {
        NEW,
        REACTIVATED,
        KEPT,
        LOST,
        AWAY
    }

    /**
     * The account.
     *
     * @param ends the days at whose ends steps meet, ascending: one more than there are steps
     * @param activeDays how long a purchase keeps a customer active, at least as long as the longest step, because somebody
     *     could else come and go unseen
     * @throws AnalyticsException ARGUMENT_INVALID if a step is longer than {@code activeDays}
     */
    public static GrowthAccount of(PurchaseDays purchases, int[] ends, int activeDays) {
        List<Step> steps = new ArrayList<>();
        for (int s = 1; s < ends.length; s++) {
            if (ends[s] - ends[s - 1] > activeDays || ends[s] <= ends[s - 1]) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get("growth.account.step_growth_account_is", ends[s] - ends[s - 1], activeDays));
            }
            int[] moves = new int[Move.values().length];
            for (int c = 0; c < purchases.customers(); c++) {
                moves[move(purchases, c, ends[s - 1], ends[s], activeDays).ordinal()]++;
            }
            int fresh = moves[Move.NEW.ordinal()];
            int reactivated = moves[Move.REACTIVATED.ordinal()];
            int lost = moves[Move.LOST.ordinal()];
            int kept = moves[Move.KEPT.ordinal()];
            steps.add(
                    new Step(ends[s - 1], ends[s], kept + lost, fresh, reactivated, lost, kept + fresh + reactivated));
        }
        return new GrowthAccount(steps);
    }

    /** What the step from the end of day {@code from} to the end of day {@code to} did to a customer. */
    public static Move move(PurchaseDays purchases, int customer, int from, int to, int activeDays) {
        boolean before = purchases.boughtWithin(customer, from - activeDays, from);
        boolean after = purchases.boughtWithin(customer, to - activeDays, to);
        if (before) {
            return after ? Move.KEPT : Move.LOST;
        }
        if (!after) {
            return Move.AWAY;
        }
        return purchases.count(customer, from) == 0 ? Move.NEW : Move.REACTIVATED;
    }
}
