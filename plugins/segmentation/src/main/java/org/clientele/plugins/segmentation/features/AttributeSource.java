package org.clientele.plugins.segmentation.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The columns of the table of customers as features, as they are. */
final class AttributeSource implements FeatureSource {
    /** More levels than this tell customers apart rather than group them. */
    static final int MOST_LEVELS = 50;

    private static final Texts TEXTS = Texts.of(AttributeSource.class);

    private final Attributes attributes;
    private final @Nullable LocalDate asOf;

    AttributeSource(Attributes attributes, @Nullable LocalDate asOf) {
        this.attributes = attributes;
        this.asOf = asOf;
    }

    @Override
    public List<String> offers() {
        return attributes.names();
    }

    @Override
    public @Nullable String find(String token) {
        return attributes
                .spec(token)
                .map(ColumnSpec::name)
                .filter(n -> !n.equals("customer_id"))
                .orElse(null);
    }

    @Override
    public List<FeatureColumn> read(String token) {
        Attributes.Values values = attributes.values(attributes.spec(token).orElseThrow());
        if (values.spec().type() == ColumnType.TEXT && values.levels().size() > MOST_LEVELS) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get(
                            "attribute.too.many.levels", token, values.levels().size(), MOST_LEVELS));
        }
        return column(values).map(List::of).orElse(List.of());
    }

    /** All numbers, flags and categories that tell customers apart; what a policy hides is not among them. */
    List<FeatureColumn> all() {
        List<FeatureColumn> all = new ArrayList<>();
        for (ColumnSpec spec : attributes.like(".*")) {
            if (!spec.name().equals("customer_id") && !attributes.forbidden(spec)) {
                Attributes.Values values = attributes.values(spec);
                boolean few = values.levels().size() <= MOST_LEVELS;
                column(values).filter(c -> few && varies(c.values())).ifPresent(all::add);
            }
        }
        return all;
    }

    private static boolean varies(double[] values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return known.length > 0 && Arrays.stream(known).anyMatch(v -> v != known[0]);
    }

    private Optional<FeatureColumn> column(Attributes.Values values) {
        ColumnSpec spec = values.spec();
        double[] numbers = values.numbers();
        if (Arrays.stream(numbers).allMatch(Double::isNaN)) {
            return Optional.empty();
        }
        if (spec.type() == ColumnType.TEXT) {
            return Optional.of(
                    new FeatureColumn(Feature.category(spec.name(), spec.label(), values.levels()), numbers));
        }
        if (spec.type().isTemporal()) {
            if (asOf == null) {
                return Optional.empty();
            }
            double day = asOf.toEpochDay();
            double[] ago = Arrays.stream(numbers).map(v -> day - v).toArray();
            return Optional.of(new FeatureColumn(
                    Feature.number(spec.name(), TEXTS.get("attribute.days.since", spec.label()), Unit.of("days")),
                    ago));
        }
        boolean flag = spec.type() == ColumnType.BOOLEAN
                || Arrays.stream(numbers).allMatch(v -> Double.isNaN(v) || v == 0 || v == 1);
        return Optional.of(new FeatureColumn(
                flag ? Feature.flag(spec.name(), spec.label()) : Feature.number(spec.name(), spec.label(), spec.unit()),
                numbers));
    }
}
