package org.clientele.plugins.segmentation.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the columns of the table of customers: ages and households, and where a file counts what each customer spent,
 * bought and accepted (as the marketing-campaign file does, whose names of columns stand here as patterns), totals and shares.
 */
final class DerivedSource implements FeatureSource {
    static final String SPEND_PREFIX = "spend.";
    static final String CHANNEL_PREFIX = "channel.";

    private static final Texts TEXTS = Texts.of(DerivedSource.class);
    private static final String SPENT = "(mnt|spent|amount).+";
    private static final String PURCHASES = "num(?!deals).+purchases";
    private static final String DEALS = "numdealspurchases|deals|dealpurchases";
    private static final String ACCEPTED = "accepted.+|response";
    private static final String CHILDREN = "kidhome|teenhome|children|kids|teens";
    private static final String FAMILY = "householdsize|maritalstatus|" + CHILDREN;
    private static final String INCOME = "income";
    private static final String VISITS = "numwebvisitsmonth";
    private static final int OLDEST = 110;
    private static final double DAYS_A_YEAR = 365.2425;

    private final Attributes attributes;
    private final @Nullable LocalDate asOf;
    private final Map<String, Supplier<double @Nullable []>> ways = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, String> patterns = new LinkedHashMap<>();

    /** @param orders whether orders tell what was bought, so that no column has to */
    DerivedSource(Attributes attributes, @Nullable LocalDate asOf, boolean orders) {
        this.attributes = attributes;
        this.asOf = asOf;
        way("age", "years", "birthdate|birthyear", this::age);
        way("tenure", "days", "registeredat", this::tenure);
        way("children", "children", CHILDREN, () -> sum(CHILDREN));
        way("family-size", "people", FAMILY, this::familySize);
        way("parent", "", CHILDREN, () -> map(sum(CHILDREN), v -> v > 0 ? 1 : 0));
        way("couple", "", "maritalstatus", this::couple);
        way(
                "income-per-head",
                Unit.MONEY,
                either(INCOME, FAMILY),
                () -> ratio(attributes.numbers(INCOME), familySize()));
        way("campaigns-accepted", "campaigns", ACCEPTED, () -> sum(ACCEPTED));
        if (!orders) {
            way("frequency", "purchases", PURCHASES, () -> sum(PURCHASES));
            way("monetary", Unit.MONEY, SPENT, () -> sum(SPENT));
            way("order-value", Unit.MONEY, either(SPENT, PURCHASES), () -> ratio(sum(SPENT), sum(PURCHASES)));
            way(
                    "spend-of-income",
                    Unit.RATIO,
                    either(SPENT, INCOME),
                    () -> ratio(sum(SPENT), attributes.numbers(INCOME)));
            way("spend-per-head", Unit.MONEY, either(SPENT, FAMILY), () -> ratio(sum(SPENT), familySize()));
            way("deal-share", Unit.RATIO, either(DEALS, PURCHASES), this::deals);
            way("category-diversity", "categories", SPENT, () -> diversity(SPENT));
            way("channel-diversity", "channels", PURCHASES, () -> diversity(PURCHASES));
            way(
                    "visits-per-purchase",
                    "visits",
                    either(VISITS, PURCHASES),
                    () -> ratio(attributes.numbers(VISITS), sum(PURCHASES)));
        }
    }

    private static String either(String one, String other) {
        return one + "|" + other;
    }

    /** @param columns what it is worked out from, as a pattern of names */
    private void way(String key, String unit, String columns, Supplier<double @Nullable []> values) {
        ways.put(key, values);
        units.put(key, unit.isEmpty() ? Unit.none() : Unit.of(unit));
        patterns.put(key, columns);
    }

    private List<String> facts(String columns) {
        return attributes.like(columns).stream().map(ColumnSpec::name).toList();
    }

    @Override
    public List<String> offers() {
        List<String> all = new ArrayList<>(ways.keySet());
        if (ways.containsKey("monetary")) {
            all.add(SPEND_PREFIX + "*");
            all.add(CHANNEL_PREFIX + "*");
            members(SPENT).keySet().forEach(m -> all.add(SPEND_PREFIX + m));
            members(PURCHASES).keySet().forEach(m -> all.add(CHANNEL_PREFIX + m));
        }
        return all;
    }

    /** The keys that stand for one feature each. */
    List<String> single() {
        return List.copyOf(ways.keySet());
    }

    @Override
    public List<FeatureColumn> read(String token) {
        if (token.startsWith(SPEND_PREFIX)) {
            return shares(SPENT, SPEND_PREFIX, token.substring(SPEND_PREFIX.length()));
        }
        if (token.startsWith(CHANNEL_PREFIX)) {
            return shares(PURCHASES, CHANNEL_PREFIX, token.substring(CHANNEL_PREFIX.length()));
        }
        double[] values = java.util.Objects.requireNonNull(ways.get(token)).get();
        if (values == null || Arrays.stream(values).allMatch(Double::isNaN)) {
            return List.of();
        }
        String label = TEXTS.get("label." + token);
        Unit unit = java.util.Objects.requireNonNull(units.get(token));
        boolean flag = token.equals("parent") || token.equals("couple");
        Feature told = flag ? Feature.flag(token, label) : Feature.number(token, label, unit);
        return List.of(
                new FeatureColumn(told.of(facts(java.util.Objects.requireNonNull(patterns.get(token)))), values));
    }

    /** "MntWines" is wines, "NumWebPurchases" is web. */
    private Map<String, ColumnSpec> members(String pattern) {
        Map<String, ColumnSpec> all = new LinkedHashMap<>();
        for (ColumnSpec spec : numeric(pattern)) {
            String name =
                    Attributes.bare(spec.name()).replaceAll("^(mnt|spent|amount|num)|(products|prods|purchases)$", "");
            all.put(name, spec);
        }
        return all;
    }

    private List<ColumnSpec> numeric(String pattern) {
        return attributes.like(pattern).stream()
                .filter(s -> s.type().isNumeric() || s.type() == ColumnType.BOOLEAN)
                .toList();
    }

    private List<FeatureColumn> shares(String pattern, String prefix, String member) {
        Map<String, ColumnSpec> members = members(pattern);
        double[] whole = sum(pattern);
        List<FeatureColumn> all = new ArrayList<>();
        members.forEach((name, spec) -> {
            double[] share = ratio(attributes.numbers(spec.name()), whole);
            if (share != null && (member.equals("*") || member.equals(name))) {
                Feature told = Feature.number(prefix + name, TEXTS.get("share." + prefix + "of", name), Unit.ratio());
                all.add(new FeatureColumn(told.of(facts(pattern)), share));
            }
        });
        return all;
    }

    private double @Nullable [] sum(String pattern) {
        attributes.prefetch(numeric(pattern));
        double[] sum = null;
        for (ColumnSpec spec : numeric(pattern)) {
            double[] part = attributes.numbers(spec.name());
            if (part != null) {
                if (sum == null) {
                    sum = part.clone();
                } else {
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] = Double.isNaN(part[i]) ? sum[i] : Double.isNaN(sum[i]) ? part[i] : sum[i] + part[i];
                    }
                }
            }
        }
        return sum;
    }

    private double @Nullable [] age() {
        LocalDate day = asOf;
        if (day == null) {
            return null;
        }
        double[] born = attributes.numbers("birth_date");
        double[] year = attributes.numbers("birth_year");
        if (born == null && year == null) {
            return null;
        }
        double[] ages = attributes.roster().missing();
        for (int i = 0; i < ages.length; i++) {
            // By the year alone as if the birthday were over.
            double age = born != null && !Double.isNaN(born[i])
                    ? Math.floor((day.toEpochDay() - born[i]) / DAYS_A_YEAR)
                    : year == null ? Double.NaN : day.getYear() - year[i];
            ages[i] = age >= 0 && age <= OLDEST ? age : Double.NaN;
        }
        return ages;
    }

    private double @Nullable [] tenure() {
        LocalDate day = asOf;
        double[] since = attributes.numbers("registered_at");
        return day == null ? null : map(since, v -> v > day.toEpochDay() ? Double.NaN : day.toEpochDay() - v);
    }

    private double @Nullable [] couple() {
        ColumnSpec spec = attributes.spec("marital_status").orElse(null);
        if (spec == null || spec.type() != ColumnType.TEXT) {
            return null;
        }
        Attributes.Values status = attributes.values(spec);
        boolean[] two = new boolean[status.levels().size()];
        for (int i = 0; i < two.length; i++) {
            String s = status.levels().get(i).toLowerCase(Locale.ROOT);
            two[i] = s.startsWith("married") || s.startsWith("together") || s.contains("partner");
        }
        return map(status.numbers(), v -> two[(int) v] ? 1 : 0);
    }

    private double @Nullable [] familySize() {
        double[] told = attributes.numbers("household_size");
        double[] couple = couple();
        double[] children = sum(CHILDREN);
        if (told != null || couple == null || children == null) {
            return told;
        }
        double[] all = new double[couple.length];
        Arrays.setAll(all, i -> 1 + couple[i] + children[i]);
        return all;
    }

    private double @Nullable [] deals() {
        double[] deals = sum(DEALS);
        double[] all = sum(PURCHASES);
        if (deals == null || all == null) {
            return null;
        }
        // A few count more deals than purchases; all of theirs are deals then.
        double[] whole = new double[all.length];
        Arrays.setAll(whole, i -> Math.max(all[i], deals[i]));
        return ratio(deals, whole);
    }

    /** The number of equal parts that are as diverse: e to the entropy of the shares. */
    private double @Nullable [] diversity(String pattern) {
        double[] whole = sum(pattern);
        if (whole == null) {
            return null;
        }
        double[] entropy = new double[whole.length];
        for (ColumnSpec spec : numeric(pattern)) {
            double[] part = attributes.numbers(spec.name());
            for (int i = 0; part != null && i < whole.length; i++) {
                double share = part[i] / whole[i];
                entropy[i] -= share > 0 ? share * Math.log(share) : 0;
            }
        }
        Arrays.setAll(entropy, i -> whole[i] > 0 ? Math.exp(entropy[i]) : Double.NaN);
        return entropy;
    }

    private static double @Nullable [] map(double @Nullable [] values, java.util.function.DoubleUnaryOperator each) {
        return values == null
                ? null
                : Arrays.stream(values)
                        .map(v -> Double.isNaN(v) ? v : each.applyAsDouble(v))
                        .toArray();
    }

    private static double @Nullable [] ratio(double @Nullable [] a, double @Nullable [] b) {
        return a == null || b == null ? null : OrderSource.ratio(a, b);
    }
}
