package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.TextStyle;

/** What colours stand for: one line of small squares and names, set flush right. */
public final class Legend {
    /** One colour and its name. */
    public record Key(String label, int argb) {}

    private static final double SQUARE = 10;
    private static final double GAP = 6;
    private static final double BETWEEN = 16;

    private Legend() {}

    /** Draws between two coordinates; names are cut where the line is too short for all, and left out where not even that helps. */
    public static void draw(Drawing d, ChartRequest r, double left, double right, double baseline, List<Key> keys) {
        TextStyle style = Drawing.style(12, r.theme().secondary());
        List<Double> widths = new ArrayList<>();
        for (Key key : keys) {
            widths.add(d.width(key.label(), style));
        }
        double room = right - left - keys.size() * (SQUARE + GAP) - (keys.size() - 1) * BETWEEN;
        double most = fair(widths, room);
        double x = right;
        for (int i = keys.size() - 1; i >= 0; i--) {
            String label = d.fit(keys.get(i).label(), Math.min(most, widths.get(i)) + 0.01, style);
            if (label.isEmpty() || most < 16) {
                continue;
            }
            x -= d.width(label, style);
            d.text(x, baseline, label, style);
            x -= GAP + SQUARE;
            d.rect(x, baseline - 9.5, SQUARE, SQUARE, 2, Fill.of(keys.get(i).argb()));
            x -= BETWEEN;
        }
    }

    /** The width to which names are cut so that all together fit. */
    private static double fair(List<Double> widths, double room) {
        List<Double> rising = widths.stream().sorted().toList();
        double left = room;
        for (int i = 0; i < rising.size(); i++) {
            double share = left / (rising.size() - i);
            if (rising.get(i) > share) {
                return share;
            }
            left -= rising.get(i);
        }
        return Double.MAX_VALUE;
    }
}
