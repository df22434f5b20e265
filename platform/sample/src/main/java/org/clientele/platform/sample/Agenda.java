package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What will happen on which day and second; things of one second in the order in which they were put here. */
final class Agenda {
    private record Entry(int second, int number, Runnable act) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int bySecond = Integer.compare(second, other.second);
            return bySecond == 0 ? Integer.compare(number, other.number) : bySecond;
        }
    }

    private final List<@Nullable List<Entry>> days = new ArrayList<>();
    private final PriorityQueue<Entry> now = new PriorityQueue<>();
    private int today = -1;
    private int number;

    Agenda() {
        for (int d = 0; d < TradingCalendar.DAYS; d++) {
            days.add(null);
        }
    }

    /** Something of a later day, or of this one; what lies behind the last day is forgotten. */
    void at(int day, int second, Runnable act) {
        if (day >= TradingCalendar.DAYS) {
            return;
        }
        Entry entry = new Entry(second, number++, act);
        if (day == today) {
            now.add(entry);
            return;
        }
        List<Entry> others = days.get(day);
        if (others == null) {
            others = new ArrayList<>();
            days.set(day, others);
        }
        others.add(entry);
    }

    /** A moment counted in seconds since the first day began. */
    void at(long moment, Runnable act) {
        at(Math.toIntExact(moment / 86_400), (int) (moment % 86_400), act);
    }

    /** Begins a day: what is put there from now on may still happen on it. */
    void begin(int day) {
        today = day;
        List<Entry> waiting = days.set(day, null);
        if (waiting != null) {
            now.addAll(waiting);
        }
    }

    /** Lets everything of the day happen. */
    void run() {
        for (Entry next = now.poll(); next != null; next = now.poll()) {
            next.act.run();
        }
    }
}
