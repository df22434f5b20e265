package org.clientele.plugins.segmentation.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads features of the customers that an analysis is about: those who bought in its days and pass its filters; where nothing was
 * ordered at all, everybody in the table of customers.
 */
public final class FeatureReader {
    /** Recency, frequency and monetary value. */
    public static final String RFM = "rfm";
    /** The same with the length of the relationship. */
    public static final String LRFM = "lrfm";
    /** How spending parts among categories and channels. */
    public static final String SHARES = "shares";
    /** All that is known, apart from shares. */
    public static final String PROFILE = "profile";

    private static final Texts TEXTS = Texts.of(FeatureReader.class);
    private static final Map<String, List<String>> PRESETS = Map.of(
            RFM, List.of("recency", "frequency", "monetary"),
            LRFM, List.of("length", "recency", "frequency", "monetary"),
            SHARES, List.of("spend.*", "channel.*"));

    private final AnalysisContext context;
    private final Span span;
    private final List<FeatureSource> sources = new ArrayList<>();
    private final @Nullable OrderSource orders;
    private final DerivedSource derived;
    private final AttributeSource attributes;
    private final ScoreSource scores;
    private final Roster roster;

    private FeatureReader(AnalysisContext context, FeatureChoice choice, List<String> tokens) {
        this.context = context;
        Span asked = Span.of(context, choice);
        List<String> single = tokens.stream()
                .flatMap(t -> PRESETS.getOrDefault(t, List.of(t)).stream())
                .toList();
        boolean all = tokens.contains(PROFILE);
        orders = asked.orders() ? OrderSource.of(context, asked, all ? OrderSource.keys() : auto(single)) : null;
        Attributes table = new Attributes(context, orders == null ? null : orders.roster());
        roster = table.roster();
        LocalDate day = asked.asOf() == null ? table.newestDay() : asked.asOf();
        span = new Span(day, asked.window(), asked.orders());
        derived = new DerivedSource(table, day, orders != null);
        attributes = new AttributeSource(table, day);
        scores = new ScoreSource(context, span, roster);
        if (orders != null) {
            sources.add(orders);
            sources.add(new ShareSource(context, span, roster));
        }
        sources.add(new InteractionSource(context, span, roster));
        sources.add(scores);
        sources.add(derived);
        sources.add(attributes);
    }

    private static List<String> auto(List<String> tokens) {
        return tokens.contains(FeatureChoice.AUTO)
                ? Stream.concat(tokens.stream(), PRESETS.getOrDefault(RFM, List.of()).stream())
                        .toList()
                : tokens;
    }

    /**
     * The features that were asked for, of all customers.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if a feature, day or window is none, and says which there are; NOTHING_YET
     *     without customers; DATA_COLUMN_MISSING if a feature is known but nothing fills it
     */
    public static FeatureTable read(AnalysisContext context, FeatureChoice choice) {
        List<String> tokens = tokens(choice.features());
        FeatureReader reader = new FeatureReader(context, choice, tokens);
        if (reader.roster.size() == 0) {
            throw new AnalyticsException(
                    ErrorCode.NOTHING_YET, TEXTS.get(reader.orders == null ? "none.customers" : "none.in.period"));
        }
        return reader.table(tokens);
    }

    /** A list of keys as text, for {@link FeatureChoice#features}: a comma within a key has a backslash before it. */
    public static String list(List<String> keys) {
        return String.join(",", keys.stream().map(k -> k.replace(",", "\\,")).toList());
    }

    /** The words of a list: parted by commas, without blanks, presets in lower case. */
    static List<String> tokens(String list) {
        List<String> tokens = Arrays.stream(list.split("(?<!\\\\),"))
                .map(t -> t.strip().replace("\\,", ","))
                .filter(t -> !t.isEmpty())
                .map(t -> isPreset(t.toLowerCase(Locale.ROOT)) ? t.toLowerCase(Locale.ROOT) : t)
                .toList();
        return tokens.isEmpty() ? List.of(FeatureChoice.AUTO) : tokens;
    }

    private static boolean isPreset(String token) {
        return PRESETS.containsKey(token) || token.equals(PROFILE) || token.equals(FeatureChoice.AUTO);
    }

    private FeatureTable table(List<String> tokens) {
        Map<String, FeatureColumn> columns = new LinkedHashMap<>();
        for (String token : tokens) {
            for (FeatureColumn column : read(token)) {
                columns.putIfAbsent(column.feature().key(), column);
            }
        }
        List<Caveat> caveats = new ArrayList<>();
        if (orders != null && orders.onlyReturns() > 0) {
            caveats.add(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("caveat.only.returns", orders.onlyReturns())));
        }
        caveats.addAll(scores.caveats());
        return new FeatureTable(
                roster.ids(),
                columns.values().stream().map(FeatureColumn::feature).toList(),
                columns.values().stream().map(FeatureColumn::values).toList(),
                span.asOf(),
                span.window(),
                caveats);
    }

    private List<FeatureColumn> read(String token) {
        context.cancel().throwIfCancelled();
        if (token.equals(FeatureChoice.AUTO)) {
            return automatic();
        }
        if (token.equals(PROFILE)) {
            return profile();
        }
        List<String> preset = PRESETS.get(token);
        if (preset != null) {
            // Of shares there may be those of one kind only; the others are named one by one and have to be there.
            boolean lenient = token.equals(SHARES);
            List<FeatureColumn> all =
                    preset.stream().flatMap(t -> one(t, lenient).stream()).toList();
            if (all.isEmpty()) {
                throw missing(token);
            }
            return all;
        }
        return one(token, false);
    }

    private List<FeatureColumn> one(String token, boolean lenient) {
        boolean known = false;
        for (FeatureSource source : sources) {
            String key = source.find(token);
            if (key != null) {
                known = true;
                List<FeatureColumn> found = source.read(key);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        if (lenient) {
            return List.of();
        }
        if (known || token.startsWith(DerivedSource.SPEND_PREFIX) || token.startsWith(DerivedSource.CHANNEL_PREFIX)) {
            throw missing(token);
        }
        throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("feature.unknown", token, offered()));
    }

    private static AnalyticsException missing(String token) {
        return new AnalyticsException(ErrorCode.DATA_COLUMN_MISSING, TEXTS.get("feature.missing", token));
    }

    /** All keys, groups and presets, for people. */
    private String offered() {
        return Stream.concat(
                        sources.stream().flatMap(s -> s.offers().stream()),
                        Stream.of(RFM, LRFM, SHARES, PROFILE, FeatureChoice.AUTO))
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** RFM where it can be told; else all that tells customers apart. */
    private List<FeatureColumn> automatic() {
        List<FeatureColumn> rfm = PRESETS.getOrDefault(RFM, List.of()).stream()
                .flatMap(t -> one(t, true).stream())
                .toList();
        if (rfm.size() == 3) {
            return rfm;
        }
        List<FeatureColumn> all = attributes.all();
        if (all.isEmpty()) {
            throw missing(FeatureChoice.AUTO);
        }
        return all;
    }

    private List<FeatureColumn> profile() {
        Map<String, FeatureColumn> all = new LinkedHashMap<>();
        Stream<String> keys = Stream.of(
                        orders == null ? Stream.<String>empty() : orders.offers().stream(),
                        Stream.of("category-diversity", "channel-diversity", "campaigns-accepted"),
                        derived.single().stream())
                .flatMap(s -> s);
        keys.distinct()
                .flatMap(key -> one(key, true).stream())
                .forEach(c -> all.putIfAbsent(c.feature().key(), c));
        attributes.all().forEach(c -> all.putIfAbsent(c.feature().key(), c));
        if (all.isEmpty()) {
            throw missing(PROFILE);
        }
        return List.copyOf(all.values());
    }
}
