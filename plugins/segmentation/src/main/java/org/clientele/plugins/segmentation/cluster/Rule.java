package org.clientele.plugins.segmentation.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.features.ModelText;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Covariance;
import org.clientele.plugins.segmentation.learn.cluster.DbscanModel;
import org.clientele.plugins.segmentation.learn.cluster.Mixture;
import org.clientele.plugins.segmentation.learn.cluster.Nearest;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** By what a point is put into a group that was found. */
sealed interface Rule {
    /** What it says. */
    Texts TEXTS = Texts.of(Rule.class);

    /** The group of each point, from 0; below 0 for none. */
    int[] assign(Points points, CancelSignal cancel);

    /** Puts it into a model. */
    void store(ModelText model);

    /** The group of the nearest of some places. */
    record Places(Points places, int[] groups) implements Rule {
        @Override
        public int[] assign(Points points, CancelSignal cancel) {
            int[] nearest = Nearest.of(points, places, cancel);
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = groups[nearest[i]];
            }
            return nearest;
        }

        @Override
        public void store(ModelText model) {
            points(model.put("rule", "places").put("groups", doubles(groups)), "places", places);
        }
    }

    /** The likeliest component. */
    record Component(Mixture mixture) implements Rule {
        @Override
        public int[] assign(Points points, CancelSignal cancel) {
            return mixture.assign(points, cancel);
        }

        @Override
        public void store(ModelText model) {
            model.put("rule", "mixture")
                    .put("shape", mixture.shape().name())
                    .put("weights", mixture.weights())
                    .put(
                            "covariances",
                            Arrays.stream(mixture.covariances())
                                    .flatMap(Arrays::stream)
                                    .flatMapToDouble(Arrays::stream)
                                    .toArray());
            points(model, "means", mixture.means());
        }
    }

    /** The group of a core within the radius. */
    record Dense(DbscanModel found) implements Rule {
        @Override
        public int[] assign(Points points, CancelSignal cancel) {
            return found.assign(points, cancel);
        }

        @Override
        public void store(ModelText model) {
            model.put("rule", "cores")
                    .put("radius", found.radius())
                    .put("count", found.groups())
                    .put("groups", doubles(found.coreLabels()));
            points(model, "cores", found.cores());
        }
    }

    /** Takes it out of a model. */
    static Rule restore(ModelText model) {
        return switch (model.text("rule")) {
            case "places" -> new Places(points(model, "places"), whole(model.numbers("groups")));
            case "mixture" -> {
                Points means = points(model, "means");
                int d = means.columns();
                double[] all = model.numbers("covariances");
                double[][][] covariances = new double[means.rows()][d][];
                for (int g = 0; g < covariances.length; g++) {
                    for (int j = 0; j < d; j++) {
                        covariances[g][j] = Arrays.copyOfRange(all, (g * d + j) * d, (g * d + j + 1) * d);
                    }
                }
                yield new Component(new Mixture(
                        model.numbers("weights"), means, covariances, Covariance.valueOf(model.text("shape"))));
            }
            case "cores" ->
                new Dense(new DbscanModel(
                        new int[0],
                        new boolean[0],
                        model.whole("count"),
                        model.number("radius"),
                        points(model, "cores"),
                        whole(model.numbers("groups"))));
            default ->
                throw new AnalyticsException(ErrorCode.CONTRACT_BROKEN, TEXTS.get("rule.unknown", model.text("rule")));
        };
    }

    private static void points(ModelText model, String key, Points points) {
        model.put(key, points.values()).put(key + ".columns", points.columns());
    }

    private static Points points(ModelText model, String key) {
        double[] values = model.numbers(key);
        int columns = model.whole(key + ".columns");
        return new Points(values, values.length / columns, columns);
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    private static int[] whole(double[] values) {
        return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    }
}
