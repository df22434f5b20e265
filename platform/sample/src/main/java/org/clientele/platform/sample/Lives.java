package org.clientele.platform.sample;

import java.util.Arrays;
import java.util.BitSet;

/** What has become of the customers so far; five bytes and a bit each. */
final class Lives {
    private static final short STAYS = Short.MAX_VALUE;
    /** For so many days a contact with customer service colours what a customer says. */
    private static final int REMEMBERED = 200;

    private final short[] left;
    private final short[] moodDay;
    private final byte[] mood;
    private final BitSet bought;

    Lives(int customers) {
        left = new short[customers];
        Arrays.fill(left, STAYS);
        moodDay = new short[customers];
        mood = new byte[customers];
        bought = new BitSet(customers);
    }

    /** Whether she may still buy on that day. */
    boolean alive(int i, Customer customer, int day) {
        return day <= customer.lastDay() && day <= left[i];
    }

    /** The last day on which she may buy; far in the future if nothing drove her away. */
    int lastDay(int i, Customer customer) {
        return Math.min(customer.lastDay(), drivenAway(i) ? left[i] : Integer.MAX_VALUE);
    }

    /** Whether customer service drove her away. */
    boolean drivenAway(int i) {
        return left[i] != STAYS;
    }

    void driveAway(int i, int lastDay) {
        left[i] = (short) Math.min(left[i], lastDay);
    }

    /** She was served and would give that many of five points. */
    void served(int i, int day, int points) {
        mood[i] = (byte) points;
        moodDay[i] = (short) day;
    }

    /** The points she would give for the last service that she remembers, or 0. */
    int mood(int i, int day) {
        return mood[i] != 0 && day - moodDay[i] <= REMEMBERED ? mood[i] : 0;
    }

    /** Whether this is her first order. */
    boolean firstOrder(int i) {
        boolean first = !bought.get(i);
        bought.set(i);
        return first;
    }
}
