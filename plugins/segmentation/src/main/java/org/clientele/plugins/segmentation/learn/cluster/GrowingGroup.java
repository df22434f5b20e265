package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A group on its way up a tree: its points, and a list of the others that may be the nearest one to it. With the reducible
 * linkages (Bruynooghe 1977) a group that was joined is never nearer to another one than the nearer of its two parts was. So whatever
 * is nearer than the bound of the list is made of groups of the list, however much was joined since, and what is near two
 * joined groups is near the one that they make.
 */
final class GrowingGroup {
    /** How many others are listed when one looks around: the more, the more seldom. */
    static final int LISTED = 12;

    private static final GrowingGroup[] NOBODY = {};

    /** How far apart two groups are. */
    @FunctionalInterface
    interface Distance {
        double between(GrowingGroup a, GrowingGroup b);
    }

    private final int number;
    private final int[] members;
    private GrowingGroup[] near;
    /** How far those of the list are; not a number where nobody asked yet. */
    private double[] apart;

    private int listed;
    /** Who is not listed is at least so far. */
    private double bound;

    /** What it was joined to. */
    private @Nullable GrowingGroup whole;

    private GrowingGroup(int number, int[] members, int room) {
        this.number = number;
        this.members = members;
        near = new GrowingGroup[room];
        apart = new double[room];
    }

    /** A point by itself, with an empty list. */
    static GrowingGroup of(int point) {
        return new GrowingGroup(point, new int[] {point}, 0);
    }

    /** Two groups as one, known by the number of the second, with what their lists say about its neighbours. */
    static GrowingGroup joined(GrowingGroup gone, GrowingGroup kept) {
        int[] members = Arrays.copyOf(gone.members, gone.members.length + kept.members.length);
        System.arraycopy(kept.members, 0, members, gone.members.length, kept.members.length);
        GrowingGroup both = new GrowingGroup(kept.number, members, gone.listed + kept.listed);
        both.bound = Math.min(gone.bound, kept.bound);
        gone.whole = both;
        kept.whole = both;
        both.take(gone);
        both.take(kept);
        return both;
    }

    private void take(GrowingGroup part) {
        for (int i = 0; i < part.listed; i++) {
            if (part.apart[i] <= bound && part.near[i].now() != this) {
                near[listed] = part.near[i];
                apart[listed++] = Double.NaN;
            }
        }
        part.near = NOBODY;
        part.listed = 0;
    }

    /** The number of one of its points, by which the chain knows it. */
    int number() {
        return number;
    }

    /** Its points. */
    int[] members() {
        return members;
    }

    /** How many points it has. */
    int size() {
        return members.length;
    }

    /** Who is not listed is at least so far; infinite while there is room on the list. */
    double bound() {
        return bound;
    }

    /** Begins a list of as many as are listed at most. */
    void clear() {
        if (near.length < LISTED) {
            near = new GrowingGroup[LISTED];
            apart = new double[LISTED];
        }
        listed = 0;
        bound = Double.POSITIVE_INFINITY;
    }

    /** Lists another one if it is among the nearest so far; the list is in their order, the first of equals first. */
    void list(GrowingGroup other, double distance) {
        if (distance >= bound) {
            return;
        }
        int at = listed < LISTED ? listed++ : LISTED - 1;
        while (at > 0 && apart[at - 1] > distance) {
            near[at] = near[at - 1];
            apart[at] = apart[at - 1];
            at--;
        }
        near[at] = other;
        apart[at] = distance;
        if (listed == LISTED) {
            bound = apart[LISTED - 1];
        }
    }

    /** Those that are listed, in the order of the list. */
    GrowingGroup[] listed() {
        return Arrays.copyOf(near, listed);
    }

    /** Brings the list to what the groups on it have become, and says whether somebody is left on it. */
    boolean renew(Distance distance) {
        int kept = 0;
        for (int i = 0; i < listed; i++) {
            GrowingGroup other = near[i].now();
            if (!isAmong(other, kept)) {
                double howFar = other == near[i] && !Double.isNaN(apart[i]) ? apart[i] : distance.between(this, other);
                if (howFar <= bound) {
                    near[kept] = other;
                    apart[kept++] = howFar;
                }
            }
        }
        listed = kept;
        return kept > 0;
    }

    private boolean isAmong(GrowingGroup other, int first) {
        for (int i = 0; i < first; i++) {
            if (near[i] == other) {
                return true;
            }
        }
        return false;
    }

    /** The place on the list of the nearest one. */
    private int first() {
        int best = 0;
        for (int i = 1; i < listed; i++) {
            if (apart[i] < apart[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The nearest one of a list on which somebody is. */
    GrowingGroup nearest() {
        return near[first()];
    }

    /** How far the nearest one is. */
    double least() {
        return apart[first()];
    }

    /** The group in which its points are now. */
    private GrowingGroup now() {
        GrowingGroup at = this;
        while (at.whole != null) {
            if (at.whole.whole != null) {
                at.whole = at.whole.whole;
            }
            at = at.whole;
        }
        return at;
    }
}
