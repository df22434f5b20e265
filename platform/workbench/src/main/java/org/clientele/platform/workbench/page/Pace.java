package org.clientele.platform.workbench.page;

import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/** How far and how fast an import is. Fed by the thread that works, read by the one that draws. */
public final class Pace implements Progress {
    private static final Texts TEXTS = Texts.of(Pace.class);

    /** A progress message begins with the count where there is one: it is the only place that carries it. */
    private static final Pattern COUNT = Pattern.compile("([0-9][0-9,]*) rows read");
    /** Before this much is known of an import, an estimate of its end would jump about. */
    private static final double WORTH_GUESSING = 0.04;

    private final java.util.function.LongSupplier nanos;
    private final Runnable changed;
    private final long start;
    private volatile Reading reading = new Reading(-1, "", 0, 0);

    private record Reading(double fraction, String message, long rows, double seconds) {}

    /** @param changed hears, on the working thread, of each report */
    public Pace(Runnable changed) {
        this(System::nanoTime, changed);
    }

    Pace(java.util.function.LongSupplier nanos, Runnable changed) {
        this.nanos = nanos;
        this.changed = changed;
        this.start = nanos.getAsLong();
    }

    @Override
    public void report(double fraction, String message) {
        Matcher m = COUNT.matcher(message);
        Reading before = reading;
        long rows = before.rows();
        double at = before.seconds();
        if (m.find()) {
            rows = Long.parseLong(String.valueOf(m.group(1)).replace(",", ""));
            at = seconds();
        }
        reading = new Reading(Math.max(fraction, before.fraction()), message, rows, at);
        changed.run();
    }

    /** One that tells another, too. */
    public Progress with(Progress other) {
        return (fraction, message) -> {
            report(fraction, message);
            other.report(fraction, message);
        };
    }

    /** All of it in words: "300,000 rows read  ·  250,000 rows/s  ·  about 4 s left". */
    public String told(LongFunction<String> count) {
        StringBuilder told = new StringBuilder(message().isEmpty() ? TEXTS.get("pace.starting") : message());
        if (rowsPerSecond() > 0) {
            told.append("  ·  ").append(TEXTS.get("pace.speed", count.apply(Math.round(rowsPerSecond()))));
        }
        if (!timeLeft().isEmpty()) {
            told.append("  ·  ").append(timeLeft());
        }
        return told.toString();
    }

    private double seconds() {
        return (nanos.getAsLong() - start) / 1e9;
    }

    /** 0 to 1, or negative where nobody knows yet. */
    public double fraction() {
        return reading.fraction();
    }

    /** What is being done: "300,000 rows read". */
    public String message() {
        return reading.message();
    }

    /** Rows a second so far, or 0 where none was counted. */
    public double rowsPerSecond() {
        Reading now = reading;
        return now.rows() > 0 && now.seconds() > 0.05 ? now.rows() / now.seconds() : 0;
    }

    /** Seconds to the end if it goes on like this, or negative where it is too early to say. */
    public double secondsLeft() {
        double f = reading.fraction();
        return f < WORTH_GUESSING || f > 1 || seconds() < 0.5 ? -1 : seconds() * (1 - f) / f;
    }

    /** The time left in words: "about 4 s left", or "". */
    public String timeLeft() {
        double s = secondsLeft();
        if (s < 0) {
            return "";
        }
        if (s < 1.5) {
            return TEXTS.get("pace.moment");
        }
        return s < 90 ? TEXTS.get("pace.seconds", Math.round(s)) : TEXTS.get("pace.minutes", Math.round(s / 60));
    }
}
