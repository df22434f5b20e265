package org.clientele.platform.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.clientele.sdk.scene.PathData;

/** Writes an outline as SVG path data. */
final class PathWriter implements PathData.Visitor {
    private final Appendable out;
    private final int digits;

    PathWriter(Appendable out, int digits) {
        this.out = out;
        this.digits = digits;
    }

    @Override
    public void move(double x, double y) {
        write('M', x, y);
    }

    @Override
    public void line(double x, double y) {
        write('L', x, y);
    }

    @Override
    public void curve(double x1, double y1, double x2, double y2, double x, double y) {
        write('C', x1, y1, x2, y2, x, y);
    }

    @Override
    public void close() {
        write('Z');
    }

    private void write(char command, double... xy) {
        try {
            out.append(command);
            for (int i = 0; i < xy.length; i++) {
                out.append(i == 0 ? "" : " ").append(number(xy[i], digits));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number with at most that many digits behind the point, as short as it can be. */
    static String number(double v, int digits) {
        if (v == Math.rint(v) && Math.abs(v) < 1e9) {
            return Long.toString((long) v);
        }
        BigDecimal d = BigDecimal.valueOf(v).setScale(digits, RoundingMode.HALF_UP);
        return d.signum() == 0 ? "0" : d.stripTrailingZeros().toPlainString();
    }
}
