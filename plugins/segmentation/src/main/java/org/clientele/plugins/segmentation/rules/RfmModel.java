package org.clientele.plugins.segmentation.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.ModelText;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Scales and rules, as they are kept: with them any customers are put into the same segments.
 *
 * @param windowDays how many days up to the day of telling count, 0 for those on show
 * @param recency how it is scored, in days, less being better
 * @param frequency how it is scored, in orders
 * @param monetary how it is scored, in money
 * @param grid which segment each cell is in
 */
record RfmModel(int windowDays, Scale recency, Scale frequency, Scale monetary, Grid grid) {
    static final String FEATURES = "recency,frequency,monetary";

    private static final Texts TEXTS = Texts.of(RfmModel.class);
    private static final String KIND = "rfm";

    /**
     * A customer's scores.
     *
     * @param r of recency, as the others from 1 to 5
     * @param fm of frequency and monetary value together
     * @param segment place of the segment
     */
    record Score(int r, int f, int m, int fm, int segment) {}

    /** @throws AnalyticsException ARGUMENT_INVALID if rules or cuts cannot be read */
    static RfmModel fit(RfmParameters p, FeatureTable table) {
        Map<String, double[]> own = cuts(p.cuts());
        return new RfmModel(
                p.days().windowDays(),
                scale(own, table, "recency", true),
                scale(own, table, "frequency", false),
                scale(own, table, "monetary", false),
                Grid.read(p.segments()));
    }

    private static Scale scale(Map<String, double[]> own, FeatureTable table, String key, boolean less) {
        double[] cuts = own.get(key);
        return cuts == null ? Scale.quantiles(table.values(key), Grid.SCORES, less) : new Scale(cuts, less);
    }

    /** Reads own cuts. */
    static Map<String, double[]> cuts(String text) {
        Map<String, double[]> all = new HashMap<>();
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            String key = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (!List.of(FEATURES.split(",")).contains(key)) {
                throw invalid("cuts.part", part.strip());
            }
            double[] cuts;
            try {
                cuts = Arrays.stream(part.substring(equals + 1).split(","))
                        .mapToDouble(s -> Double.parseDouble(s.strip()))
                        .toArray();
            } catch (NumberFormatException e) {
                throw invalid("cuts.part", part.strip());
            }
            for (int i = 0; i < cuts.length; i++) {
                if (cuts.length != Grid.SCORES - 1 || !Double.isFinite(cuts[i]) || i > 0 && cuts[i] <= cuts[i - 1]) {
                    throw invalid("cuts.four", part.strip(), Grid.SCORES - 1);
                }
            }
            all.put(key, cuts);
        }
        return all;
    }

    private static AnalyticsException invalid(String key, Object... arguments) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get(key, arguments));
    }

    /** The scores of each customer, in the order of the table. */
    Score[] scores(FeatureTable table) {
        double[] r = table.values("recency");
        double[] f = table.values("frequency");
        double[] m = table.values("monetary");
        Score[] all = new Score[table.size()];
        for (int i = 0; i < all.length; i++) {
            int rs = recency.score(r[i]);
            int fs = frequency.score(f[i]);
            int ms = monetary.score(m[i]);
            int fm = Grid.fm(fs, ms);
            all[i] = new Score(rs, fs, ms, fm, grid.segment(rs, fm));
        }
        return all;
    }

    String text() {
        return new ModelText()
                .put("kind", KIND)
                .put("version", 1L)
                .put("window", windowDays)
                .put("cuts.recency", recency.cuts())
                .put("cuts.frequency", frequency.cuts())
                .put("cuts.monetary", monetary.cuts())
                .put("segments", grid.text())
                .toString();
    }

    static RfmModel read(String text) {
        ModelText model = ModelText.read(text);
        return new RfmModel(
                model.whole("window"),
                new Scale(model.numbers("cuts.recency"), true),
                new Scale(model.numbers("cuts.frequency"), false),
                new Scale(model.numbers("cuts.monetary"), false),
                Grid.read(model.text("segments")));
    }
}
