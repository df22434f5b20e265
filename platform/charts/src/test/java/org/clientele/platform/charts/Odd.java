package org.clientele.platform.charts;

import java.util.Random;
import org.clientele.sdk.data.Unit;
import org.jspecify.annotations.Nullable;

/** Data of every shape that a chart must bear. */
public final class Odd {
    private static final Unit[] UNITS = {
        Unit.of("GBP"),
        Unit.of("orders"),
        Unit.ratio(),
        Unit.none(),
        Unit.of("GBP").per(Unit.of("orders"))
    };

    private Odd() {}

    /** How many rows: often one or two, at times 200; see {@link #MANY} for what is too many for a picture. */
    public static int count(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 200;
            case 3 -> 13;
            case 4 -> 40;
            default -> 1 + random.nextInt(30);
        };
    }

    /** More categories than any picture has room for. */
    public static final int MANY = 10_000;

    /** A unit. */
    public static Unit unit(Random random) {
        return UNITS[random.nextInt(UNITS.length)];
    }

    /**
     * A label; one in twelve is unknown.
     *
     * @param kind 0 short, 1 of some sixty characters, 2 Chinese
     */
    public static @Nullable String label(Random random, int kind, int i) {
        if (random.nextInt(12) == 0) {
            return null;
        }
        return switch (kind) {
            case 0 -> "C" + i;
            case 1 -> "A rather long label of some sixty characters, number " + (100000 + i);
            default -> "中华人民共和国广东省深圳市南山区" + i;
        };
    }

    /** Values that are all equal, negative, unknown, tiny, huge, zero, with gaps, close together, or plain. */
    public static double[] values(Random random, int n) {
        double[] v = new double[n];
        int kind = random.nextInt(9);
        double scale = Math.pow(10, random.nextInt(9) - 1);
        for (int i = 0; i < n; i++) {
            v[i] = switch (kind) {
                case 0 -> 42;
                case 1 -> random.nextGaussian() * scale;
                case 2 -> -random.nextDouble() * scale;
                case 3 -> Double.NaN;
                case 4 -> 1e-12 * random.nextDouble();
                case 5 -> 1e15 * (0.5 + random.nextDouble());
                case 6 -> 0;
                case 7 -> random.nextInt(3) == 0 ? Double.NaN : random.nextDouble() * scale;
                default -> scale * (1 + random.nextDouble() * 0.01);
            };
        }
        return v;
    }
}
