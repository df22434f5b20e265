package org.clientele.sdk.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/**
 * A chart as immutable data: what kind, which frame columns feed which channels, and options.
 *
 * <pre>{@code
 * ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "month").encode(Channel.Y, "revenue")
 * }</pre>
 *
 * @param kind one of the built-in kinds ("kpi", "line", "bar", "table") or the id of a {@code ChartType}
 * @param encodings frame columns by channel
 * @param options by name; what a kind does not know it ignores
 */
public record ChartSpec(String kind, Map<Channel, List<String>> encodings, Map<String, String> options) {
    /** Value, change and spark line. Y, BASE, TREND. */
    public static final String KPI = "kpi";
    /** Lines over time or an ordered axis. X, Y, BASE. Option "area": "true". */
    public static final String LINE = "line";
    /** Bars by category. X, Y, BASE. Option "horizontal": "true". */
    public static final String BAR = "bar";
    /** A table. COLUMN. Option "bars": a numeric column that is also drawn as bars. */
    public static final String TABLE = "table";

    public ChartSpec {
        Map<Channel, List<String>> copy = new EnumMap<>(Channel.class);
        encodings.forEach((channel, columns) -> copy.put(channel, List.copyOf(columns)));
        encodings = java.util.Collections.unmodifiableMap(copy);
        options = java.util.Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** A chart of a kind, without encodings. */
    public static ChartSpec of(String kind) {
        return new ChartSpec(kind, Map.of(), Map.of());
    }

    /** The same with columns added to a channel. */
    public ChartSpec encode(Channel channel, String... columns) {
        Map<Channel, List<String>> more = new EnumMap<>(Channel.class);
        more.putAll(encodings);
        List<String> all = new ArrayList<>(columns(channel));
        all.addAll(List.of(columns));
        more.put(channel, all);
        return new ChartSpec(kind, more, options);
    }

    /** The same with an option. */
    public ChartSpec option(String name, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(name, value);
        return new ChartSpec(kind, encodings, more);
    }

    /** The columns of a channel; empty if it has none. */
    public List<String> columns(Channel channel) {
        return encodings.getOrDefault(channel, List.of());
    }

    /**
     * The first column of a channel.
     *
     * @throws AnalyticsException CONTRACT_BROKEN if it has none
     */
    public String column(Channel channel) {
        List<String> all = columns(channel);
        if (all.isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN, "A chart of kind " + kind + " needs a column for " + channel + ".");
        }
        return all.get(0);
    }

    /** Whether an option is "true". */
    public boolean is(String option) {
        return "true".equals(options.get(option));
    }
}
