package org.clientele.plugins.segmentation.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/**
 * Customers and what is known of them: a column of numbers a feature, in the order of the customers, who are sorted by id. Immutable
 * as long as nobody writes into the arrays, which are handed out as they are.
 */
public final class FeatureTable {
    private static final double MONEY = Math.pow(10, CustomerModel.MONEY_SCALE);

    private final List<String> customers;
    private final List<Feature> features;
    private final List<double[]> values;
    private final @Nullable LocalDate asOf;
    private final Period window;
    private final List<Caveat> caveats;

    /**
     * @param customers ids, each once
     * @param features with different keys
     * @param values as many arrays as features, each as long as customers; NaN is missing
     * @param asOf the day on which all of it is told; null where neither orders nor attributes name a day
     * @param window the days whose orders count
     * @param caveats what to know about it
     */
    public FeatureTable(
            List<String> customers,
            List<Feature> features,
            List<double[]> values,
            @Nullable LocalDate asOf,
            Period window,
            List<Caveat> caveats) {
        this.customers = Collections.unmodifiableList(customers);
        this.features = List.copyOf(features);
        this.values = List.copyOf(values);
        this.asOf = asOf;
        this.window = window;
        this.caveats = List.copyOf(caveats);
        if (features.size() != values.size()) {
            throw new IllegalArgumentException(features.size() + " features have " + values.size() + " columns.");
        }
        for (int f = 0; f < values.size(); f++) {
            if (values.get(f).length != customers.size()) {
                throw new IllegalArgumentException(features.get(f).key() + " has " + values.get(f).length
                        + " values for " + customers.size() + " customers.");
            }
        }
    }

    /** How many customers there are. */
    public int size() {
        return customers.size();
    }

    /** Their ids, sorted. */
    public List<String> customers() {
        return customers;
    }

    /** The features, in the order in which they were asked for. */
    public List<Feature> features() {
        return features;
    }

    /** The numbers of one feature, by its place; the array itself, not a copy. */
    public double[] values(int feature) {
        return values.get(feature);
    }

    /**
     * The numbers of one feature; the array itself, not a copy.
     *
     * @throws NoSuchElementException without such a feature
     */
    public double[] values(String key) {
        return values.get(place(key));
    }

    /**
     * The numbers of a feature in money, exact, in units of 10<sup>-4</sup>; a missing one is 0.
     *
     * @throws NoSuchElementException without such a feature
     */
    public long[] amounts(String key) {
        return Arrays.stream(values(key))
                .mapToLong(v -> Double.isNaN(v) ? 0 : Math.round(v * MONEY))
                .toArray();
    }

    /**
     * One feature.
     *
     * @throws NoSuchElementException without such a feature
     */
    public Feature feature(String key) {
        return features.get(place(key));
    }

    /** Whether there is such a feature. */
    public boolean has(String key) {
        return features.stream().anyMatch(f -> f.key().equals(key));
    }

    private int place(String key) {
        for (int f = 0; f < features.size(); f++) {
            if (features.get(f).key().equals(key)) {
                return f;
            }
        }
        throw new NoSuchElementException("no feature " + key);
    }

    /** The day on which all of it is told; null where nothing names a day. */
    public @Nullable LocalDate asOf() {
        return asOf;
    }

    /** The days whose orders count. */
    public Period window() {
        return window;
    }

    /** What to know about it. */
    public List<Caveat> caveats() {
        return caveats;
    }

    /**
     * Some of the customers.
     *
     * @param rows their places, in ascending order
     */
    public FeatureTable rows(int[] rows) {
        List<String> some = new ArrayList<>(rows.length);
        for (int row : rows) {
            some.add(customers.get(row));
        }
        List<double[]> columns = new ArrayList<>();
        for (double[] all : values) {
            double[] part = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                part[i] = all[rows[i]];
            }
            columns.add(part);
        }
        return new FeatureTable(some, features, columns, asOf, window, caveats);
    }

    /**
     * Some of the features.
     *
     * @throws NoSuchElementException without one of them
     */
    public FeatureTable only(List<String> keys) {
        return new FeatureTable(
                customers,
                keys.stream().map(this::feature).toList(),
                keys.stream().map(this::values).toList(),
                asOf,
                window,
                caveats);
    }
}
