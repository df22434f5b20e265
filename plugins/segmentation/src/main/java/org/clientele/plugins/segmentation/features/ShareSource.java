package org.clientele.plugins.segmentation.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** How each customer's sales part among categories of products, and among channels. */
final class ShareSource implements FeatureSource {
    private static final Texts TEXTS = Texts.of(ShareSource.class);
    private static final String SALES = "clientele.core/sales";
    private static final int MOST = 12;
    private static final List<String> DIMENSIONS = List.of("category", "channel");
    private static final Map<String, String> PREFIXES =
            Map.of("category", DerivedSource.SPEND_PREFIX, "channel", DerivedSource.CHANNEL_PREFIX);

    private final AnalysisContext context;
    private final Span span;
    private final Roster roster;
    private final Map<String, Parts> known = new HashMap<>();

    /** Sales of each customer by member of a dimension, the members with most sales first. */
    private record Parts(List<String> members, List<double[]> sales) {}

    ShareSource(AnalysisContext context, Span span, Roster roster) {
        this.context = context;
        this.span = span;
        this.roster = roster;
    }

    @Override
    public List<String> offers() {
        List<String> all = new ArrayList<>();
        for (String dimension : DIMENSIONS) {
            all.add(PREFIXES.get(dimension) + "*");
            all.add(dimension + "-diversity");
        }
        return all;
    }

    @Override
    public @Nullable String find(String token) {
        for (String dimension : DIMENSIONS) {
            String prefix = PREFIXES.get(dimension);
            if (token.equalsIgnoreCase(dimension + "-diversity")) {
                return dimension + "-diversity";
            }
            if (prefix != null && token.toLowerCase(java.util.Locale.ROOT).startsWith(prefix)) {
                String member = token.substring(prefix.length());
                return member.equals("*")
                        ? prefix + "*"
                        : parts(dimension).members().stream()
                                .filter(m -> m.equalsIgnoreCase(member))
                                .findFirst()
                                .map(m -> prefix + m)
                                .orElse(null);
            }
        }
        return null;
    }

    @Override
    public List<FeatureColumn> read(String token) {
        String dimension = DIMENSIONS.stream()
                .filter(d -> token.equals(d + "-diversity")
                        || token.startsWith(java.util.Objects.requireNonNull(PREFIXES.get(d))))
                .findFirst()
                .orElseThrow();
        Parts parts = parts(dimension);
        if (parts.members().size() < 2) {
            return List.of();
        }
        double[] whole = new double[roster.size()];
        parts.sales().forEach(part -> Arrays.setAll(whole, i -> whole[i] + part[i]));
        if (token.endsWith("-diversity")) {
            return List.of(diversity(token, dimension, parts, whole));
        }
        String prefix = java.util.Objects.requireNonNull(PREFIXES.get(dimension));
        List<FeatureColumn> all = new ArrayList<>();
        for (int m = 0; m < parts.members().size(); m++) {
            String key = prefix + parts.members().get(m);
            if (token.equals(prefix + "*") || token.equals(key)) {
                String label =
                        TEXTS.get("share." + prefix + "of", parts.members().get(m));
                all.add(new FeatureColumn(
                        Feature.number(key, label, Unit.ratio()).of(List.of(dimension)),
                        OrderSource.ratio(parts.sales().get(m), whole)));
            }
        }
        return all;
    }

    private static FeatureColumn diversity(String token, String dimension, Parts parts, double[] whole) {
        double[] entropy = new double[whole.length];
        for (double[] part : parts.sales()) {
            for (int i = 0; i < whole.length; i++) {
                double share = part[i] / whole[i];
                entropy[i] -= share > 0 ? share * Math.log(share) : 0;
            }
        }
        Arrays.setAll(entropy, i -> whole[i] > 0 ? Math.exp(entropy[i]) : Double.NaN);
        Unit unit = Unit.of(token.startsWith("category") ? "categories" : "channels");
        Feature told = Feature.number(token, TEXTS.get("label." + token), unit);
        return new FeatureColumn(told.of(List.of(dimension)), entropy);
    }

    private Parts parts(String dimension) {
        return known.computeIfAbsent(dimension, this::ask);
    }

    private Parts ask(String dimension) {
        Frame frame = context.query(MetricQuery.of(SALES)
                .by("customer", dimension)
                .where(OrderSource.KNOWN)
                .during(span.window()));
        context.cancel().throwIfCancelled();
        Column member = frame.column(dimension);
        Column sales = frame.column("sales");
        int[] rows = roster.places(frame.column("customer"));
        int members = member.dictionary().size();
        double[] totals = new double[members];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= 0 && member.codeAt(row) >= 0 && !sales.isNull(row)) {
                totals[member.codeAt(row)] += sales.doubleAt(row);
            }
        }
        List<Integer> ranked = IntStream.range(0, members)
                .filter(m -> totals[m] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer m) -> -totals[m])
                        .thenComparing(m -> member.dictionary().get(m)))
                .toList();
        boolean others = ranked.size() > MOST;
        int kept = others ? MOST - 1 : ranked.size();
        int[] slot = new int[members];
        Arrays.fill(slot, -1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            slot[ranked.get(i)] = Math.min(i, kept);
            if (i < kept) {
                names.add(member.dictionary().get(ranked.get(i)));
            }
        }
        if (others) {
            names.add(TEXTS.get("others"));
        }
        List<double[]> parts =
                names.stream().map(n -> new double[roster.size()]).toList();
        for (int row = 0; row < rows.length; row++) {
            int code = member.codeAt(row);
            if (rows[row] >= 0 && code >= 0 && slot[code] >= 0 && !sales.isNull(row)) {
                parts.get(slot[code])[rows[row]] += sales.doubleAt(row);
            }
        }
        return new Parts(names, parts);
    }
}
