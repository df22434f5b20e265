package org.clientele.plugins.segmentation.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.Quantiles;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Tiers by conditions on features; the first that holds counts. Written as
 *
 * <pre>
 * VIP: monetary top 10 %; Loyal: frequency >= 4 and recency <= 180; Periodic: frequency >= 2; Occasional
 * </pre>
 *
 * A condition is a feature, one of {@code < <= > >= =}, and a number; or a feature and {@code top} or {@code bottom} so many percent. A
 * tier without condition takes everybody who is left; without such a one they are in no tier.
 *
 * @param tiers in their order
 */
record TierRules(List<Tier> tiers) {
    private static final Texts TEXTS = Texts.of(TierRules.class);
    private static final Pattern CONDITION =
            Pattern.compile("([\\p{L}_][\\p{L}\\d_.*-]*)\\s*(<=|>=|<|>|=)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern RANK = Pattern.compile(
            "([\\p{L}_][\\p{L}\\d_.*-]*)\\s+(top|bottom)\\s+(\\d+(?:\\.\\d+)?)\\s*%", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);

    /**
     * @param name for people
     * @param conditions all of which hold
     */
    record Tier(String name, List<Condition> conditions) {}

    /**
     * A feature compared with a number.
     *
     * @param feature key of the feature
     * @param relation one of {@code < <= > >= =}, or "top" or "bottom" as long as nobody looked at the data
     * @param number what it is compared with, or percent
     */
    record Condition(String feature, String relation, double number) {
        boolean holds(double value) {
            return switch (relation) {
                case "<" -> value < number;
                case "<=" -> value <= number;
                case ">" -> value > number;
                case ">=" -> value >= number;
                case "=" -> value == number;
                default -> throw new IllegalStateException(relation);
            };
        }

        /** A rank as a number of these customers: who has just as much as the last of them is among them. */
        Condition of(FeatureTable table) {
            if (!relation.equals("top") && !relation.equals("bottom")) {
                return this;
            }
            double[] known = Arrays.stream(table.values(feature))
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            if (known.length == 0) {
                return new Condition(feature, ">", Double.MAX_VALUE);
            }
            boolean top = relation.equals("top");
            double cut = Quantiles.of(known, top ? 1 - number / 100 : number / 100);
            return new Condition(feature, top ? ">=" : "<=", cut);
        }

        @Override
        public String toString() {
            return feature + " " + relation + " " + number;
        }
    }

    /** The usual tiers, with the names of this language. */
    static String usual() {
        return TEXTS.get("tier.vip") + ": monetary top 10 %; " + TEXTS.get("tier.loyal")
                + ": frequency >= 4 and recency <= 180; " + TEXTS.get("tier.periodic") + ": frequency >= 2; "
                + TEXTS.get("tier.occasional");
    }

    /** @throws AnalyticsException ARGUMENT_INVALID if a rule cannot be read or two tiers have one name */
    static TierRules read(String text) {
        List<Tier> tiers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String rule : (text.isBlank() ? usual() : text).split(";")) {
            if (rule.isBlank()) {
                continue;
            }
            int colon = rule.indexOf(':');
            String name = (colon < 0 ? rule : rule.substring(0, colon)).strip();
            if (name.isEmpty() || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw invalid(name.isEmpty() ? "tier.unnamed" : "tier.twice", name.isEmpty() ? rule.strip() : name);
            }
            if (!tiers.isEmpty() && tiers.get(tiers.size() - 1).conditions().isEmpty()) {
                throw invalid("tier.never", name, tiers.get(tiers.size() - 1).name());
            }
            tiers.add(new Tier(name, colon < 0 ? List.of() : conditions(name, rule.substring(colon + 1))));
        }
        if (tiers.isEmpty()) {
            throw invalid("tier.none");
        }
        return new TierRules(List.copyOf(tiers));
    }

    private static List<Condition> conditions(String tier, String text) {
        List<Condition> all = new ArrayList<>();
        for (String part : AND.split(text.strip())) {
            Matcher compared = CONDITION.matcher(part.strip());
            Matcher ranked = RANK.matcher(part.strip());
            if (compared.matches()) {
                all.add(new Condition(compared.group(1), compared.group(2), Double.parseDouble(compared.group(3))));
            } else if (ranked.matches() && Double.parseDouble(ranked.group(3)) <= 100) {
                all.add(new Condition(
                        ranked.group(1),
                        ranked.group(2).toLowerCase(Locale.ROOT),
                        Double.parseDouble(ranked.group(3))));
            } else {
                throw invalid("tier.condition", tier, part.strip());
            }
        }
        return List.copyOf(all);
    }

    private static AnalyticsException invalid(String key, Object... arguments) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get(key, arguments));
    }

    /** The features that the conditions name. */
    Set<String> named() {
        Set<String> all = new LinkedHashSet<>();
        tiers.forEach(t -> t.conditions().forEach(c -> all.add(c.feature())));
        return all;
    }

    /** The same with those that every summary has. */
    String features() {
        Set<String> all = new LinkedHashSet<>(List.of(RfmModel.FEATURES.split(",")));
        all.addAll(named());
        return String.join(",", all);
    }

    /** The same with numbers in place of ranks, and with features called as the table calls them. */
    TierRules of(FeatureTable table) {
        return new TierRules(tiers.stream()
                .map(t -> new Tier(
                        t.name(),
                        t.conditions().stream()
                                .map(c -> new Condition(key(table, c.feature()), c.relation(), c.number()).of(table))
                                .toList()))
                .toList());
    }

    private static String key(FeatureTable table, String feature) {
        return table.features().stream()
                .map(f -> f.key())
                .filter(k -> k.replace("_", "").equalsIgnoreCase(feature.replace("_", "")))
                .findFirst()
                .orElseThrow(() -> invalid("tier.feature", feature));
    }

    /** The tier of each customer, -1 for none. A condition on what is not known does not hold. */
    int[] labels(FeatureTable table) {
        int[] labels = new int[table.size()];
        Arrays.fill(labels, -1);
        for (int t = tiers.size() - 1; t >= 0; t--) {
            boolean[] all = new boolean[labels.length];
            Arrays.fill(all, true);
            for (Condition c : tiers.get(t).conditions()) {
                double[] values = table.values(c.feature());
                for (int i = 0; i < all.length; i++) {
                    all[i] &= c.holds(values[i]);
                }
            }
            for (int i = 0; i < all.length; i++) {
                labels[i] = all[i] ? t : labels[i];
            }
        }
        return labels;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Tier t : tiers) {
            text.append(text.isEmpty() ? "" : "; ").append(t.name());
            for (int i = 0; i < t.conditions().size(); i++) {
                Condition c = t.conditions().get(i);
                text.append(i == 0 ? ": " : " and ")
                        .append(c.feature())
                        .append(' ')
                        .append(c.relation())
                        .append(' ')
                        .append(new java.math.BigDecimal(c.number()).toPlainString());
            }
        }
        return text.toString();
    }
}
