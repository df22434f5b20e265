package org.clientele.platform.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;

/**
 * The members that colours stand for in the pictures of one dashboard, by column, the weightiest first, so that each has one
 * colour in all of them. Immutable and thread-safe.
 */
public final class MemberOrder {
    private static final MemberOrder NONE = new MemberOrder(Map.of());
    private static final int MOST = 100;

    private final Map<String, String> options;

    private MemberOrder(Map<String, String> options) {
        this.options = Map.copyOf(options);
    }

    /** A picture and its data. */
    public record Shown(ChartSpec spec, Frame frame) {}

    /** Of no picture: each chart goes by its own members. */
    public static MemberOrder none() {
        return NONE;
    }

    /**
     * Of some pictures. A member weighs the mean of its shares in those that show it, so that neither a picture in pounds
     * outweighs one in orders nor a picture of few members one of many.
     */
    public static MemberOrder of(List<Shown> pictures) {
        Map<String, Map<String, List<Double>>> shares = new TreeMap<>();
        for (Shown picture : pictures) {
            for (String name : columns(picture.spec())) {
                Column column = picture.frame().find(name).orElse(null);
                if (column != null && column.type() == ColumnType.TEXT) {
                    Map<String, List<Double>> own = shares.computeIfAbsent(name, n -> new HashMap<>());
                    weights(picture, column)
                            .forEach((member, share) -> own.computeIfAbsent(member, m -> new ArrayList<>())
                                    .add(share));
                }
            }
        }
        Map<String, String> options = new HashMap<>();
        shares.forEach((name, members) -> options.put(MemberColours.OPTION + name, listed(members)));
        return new MemberOrder(options);
    }

    private static Set<String> columns(ChartSpec spec) {
        Set<String> all = new HashSet<>(spec.columns(Channel.COLOR));
        spec.columns(Channel.LEVEL).stream().limit(1).forEach(all::add);
        return all;
    }

    private static Map<String, Double> weights(Shown picture, Column column) {
        List<String> measures = picture.spec().columns(Channel.Y);
        Column y = measures.isEmpty()
                ? null
                : picture.frame().find(measures.get(0)).orElse(null);
        boolean counted = y == null || !y.type().isNumeric();
        double[] sums = new double[column.dictionary().size()];
        double all = 0;
        for (int row = 0; row < column.size(); row++) {
            double v = counted || y == null ? 1 : Math.abs(y.doubleAt(row));
            int code = column.codeAt(row);
            if (code >= 0 && Double.isFinite(v)) {
                sums[code] += v;
                all += v;
            }
        }
        Map<String, Double> out = new HashMap<>();
        for (int code = 0; code < sums.length; code++) {
            String name = column.dictionary().get(code).strip();
            if (!name.isEmpty() && !Labels.isRest(name)) {
                out.merge(name, all > 0 ? sums[code] / all : 0, Double::sum);
            }
        }
        return out;
    }

    private static String listed(Map<String, List<Double>> members) {
        Map<String, Double> mean = new HashMap<>();
        members.forEach((name, some) -> mean.put(
                name, some.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
        return mean.keySet().stream()
                .sorted(Comparator.comparingDouble((String m) -> -mean.getOrDefault(m, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .collect(Collectors.joining("|"));
    }

    /** The same chart with the order of the members that its colours stand for; what it says itself stays. */
    public ChartSpec in(ChartSpec spec) {
        ChartSpec out = spec;
        for (String name : columns(spec)) {
            String option = MemberColours.OPTION + name;
            String list = options.get(option);
            if (list != null && !spec.options().containsKey(option)) {
                out = out.option(option, list);
            }
        }
        return out;
    }
}
