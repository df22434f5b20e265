package org.clientele.plugins.segmentation.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.Quantiles;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Segmentation.Segment;
import org.clientele.sdk.text.Texts;

/** A row a segment: how many customers it has, what they brought, what is typical of them, and what one would do. */
public final class SegmentSummary {
    private static final Texts TEXTS = Texts.of(SegmentSummary.class);

    private SegmentSummary() {}

    /**
     * Segments in their order; those without customers have no medians. Of categories the most frequent level is told, of flags the
     * share of those who have it.
     */
    public static Frame of(Segmented found) {
        int[] sizes = found.sizes();
        int all = Arrays.stream(sizes).sum();
        boolean money = found.table().has("monetary");
        FrameRows sheet = new FrameRows()
                .text("segment", TEXTS.get("column.segment"))
                .count("customers", TEXTS.get("column.customers"), "customers")
                .share("share", TEXTS.get("column.share"));
        if (money) {
            sheet.money(
                            "revenue",
                            TEXTS.get("column.revenue"),
                            found.table().feature("monetary").unit())
                    .share("revenue_share", TEXTS.get("column.revenue.share"));
        }
        for (Feature f : found.table().features()) {
            String label = TEXTS.get("column.typical", f.label());
            switch (f.kind()) {
                case NUMBER -> sheet.number(f.key(), label, f.unit());
                case FLAG -> sheet.share(f.key(), TEXTS.get("column.share.of", f.label()));
                case CATEGORY -> sheet.text(f.key(), label);
            }
        }
        sheet.text("description", TEXTS.get("column.description")).text("action", TEXTS.get("column.action"));
        long[] earned = money ? found.table().amounts("monetary") : new long[0];
        long whole = sum(earned, found.labels(), -1);
        for (int s = 0; s < sizes.length; s++) {
            Segment segment = found.segments().get(s);
            List<@org.jspecify.annotations.Nullable Object> row = new ArrayList<>();
            row.add(segment.name());
            row.add(sizes[s]);
            row.add(all == 0 ? Double.NaN : (double) sizes[s] / all);
            if (money) {
                long revenue = sum(earned, found.labels(), s);
                row.add(revenue);
                row.add(whole > 0 ? (double) revenue / whole : Double.NaN);
            }
            for (int f = 0; f < found.table().features().size(); f++) {
                row.add(typical(found, f, s));
            }
            row.add(segment.description());
            row.add(segment.action());
            sheet.row(row.toArray());
        }
        return sheet.frame().withCaveats(found.caveats());
    }

    private static long sum(long[] values, int[] labels, int segment) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += labels[i] >= 0 && (segment < 0 || labels[i] == segment) ? values[i] : 0;
        }
        return sum;
    }

    private static @org.jspecify.annotations.Nullable Object typical(Segmented found, int f, int segment) {
        Feature feature = found.table().features().get(f);
        double[] known = known(found.table().values(f), found.labels(), segment);
        if (known.length == 0) {
            return null;
        }
        return switch (feature.kind()) {
            case NUMBER -> Quantiles.of(known, 0.5);
            case FLAG -> Quantiles.mean(known);
            case CATEGORY -> feature.levels().get(mode(known));
        };
    }

    /** The values of a segment's customers that are known, ascending. */
    public static double[] known(double[] values, int[] labels, int segment) {
        double[] some = new double[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (labels[i] == segment && !Double.isNaN(values[i])) {
                some[n++] = values[i];
            }
        }
        double[] known = Arrays.copyOf(some, n);
        Arrays.sort(known);
        return known;
    }

    private static int mode(double[] sorted) {
        int best = 0;
        int count = 0;
        int most = 0;
        for (int i = 0; i < sorted.length; i++) {
            count = i > 0 && sorted[i] == sorted[i - 1] ? count + 1 : 1;
            if (count > most) {
                most = count;
                best = (int) sorted[i];
            }
        }
        return best;
    }
}
