package org.clientele.plugins.segmentation.features;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.text.Texts;

/**
 * How features become coordinates, with every number that it takes, so that other customers are prepared in just the same way.
 * Immutable; made by {@link #fit}, kept as text.
 */
public final class Preparation {
    private static final Texts TEXTS = Texts.of(Preparation.class);

    private final List<Recipe> recipes;
    private final boolean drops;

    private Preparation(List<Recipe> recipes, boolean drops) {
        this.recipes = List.copyOf(recipes);
        this.drops = drops;
    }

    /**
     * What was prepared.
     *
     * @param table the customers who are in it
     * @param points their coordinates, a row each
     * @param coordinates what each coordinate is, for people
     * @param outliers the rows that are far from the others in some feature; they are in it all the same
     * @param dropped how many customers were left out because something was not known of them
     */
    public record Prepared(FeatureTable table, Points points, List<String> coordinates, BitSet outliers, int dropped) {}

    /**
     * Decides how the features of these customers are prepared.
     *
     * @throws AnalyticsException DATA_VALUE_INVALID if a feature has no value, or the same for everybody; ARGUMENT_INVALID if a
     *     weight is of no feature, or all are 0
     */
    public static Preparation fit(FeatureTable table, PreparationOptions options) {
        for (String key : options.weights().keySet()) {
            if (table.features().stream()
                    .noneMatch(f -> f.key().toLowerCase(Locale.ROOT).equals(key))) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get(
                                "weights.unknown",
                                key,
                                String.join(
                                        ", ",
                                        table.features().stream()
                                                .map(Feature::key)
                                                .toList())));
            }
        }
        List<Recipe> recipes = new ArrayList<>();
        for (int f = 0; f < table.features().size(); f++) {
            recipes.add(RecipeMaker.of(table.features().get(f), table.values(f), options));
        }
        if (recipes.stream().noneMatch(r -> r.weight() > 0)) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("weights.none"));
        }
        return new Preparation(recipes, options.missing() == Missing.DROP);
    }

    /** The keys of the features that it is of, in order. */
    public List<String> features() {
        return recipes.stream().map(Recipe::key).toList();
    }

    /** What each feature is prepared by, in order. */
    List<Recipe> recipes() {
        return recipes;
    }

    /** How many coordinates it gives. */
    public int coordinates() {
        return recipes.stream().mapToInt(Recipe::coordinates).sum();
    }

    /**
     * Prepares customers.
     *
     * @param table with these features at least
     */
    public Prepared apply(FeatureTable table) {
        FeatureTable chosen = table.only(features());
        int[] rows = known(chosen);
        FeatureTable kept = rows.length == chosen.size() ? chosen : chosen.rows(rows);
        int width = coordinates();
        double[] points = new double[Math.multiplyExact(kept.size(), width)];
        BitSet outliers = new BitSet(kept.size());
        List<String> names = new ArrayList<>();
        int at = 0;
        for (int f = 0; f < recipes.size(); f++) {
            Recipe recipe = recipes.get(f);
            double[] values = values(kept, f);
            for (int row = 0; row < values.length; row++) {
                recipe.write(values[row], points, row * width + at);
                if (recipe.outlier(values[row])) {
                    outliers.set(row);
                }
            }
            at += recipe.coordinates();
            names.addAll(names(recipe));
        }
        return new Prepared(kept, new Points(points, kept.size(), width), names, outliers, table.size() - kept.size());
    }

    /** The values of a feature; those of a category by the levels of the recipe, whatever levels the table has. */
    private double[] values(FeatureTable table, int f) {
        double[] values = table.values(f);
        List<String> levels = table.features().get(f).levels();
        Recipe recipe = recipes.get(f);
        if (recipe.kind() != Feature.Kind.CATEGORY || levels.equals(recipe.levels())) {
            return values;
        }
        double[] places = levels.stream().mapToDouble(recipe.levels()::indexOf).toArray();
        double[] mapped = new double[values.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = Double.isNaN(values[i]) ? Double.NaN : places[(int) values[i]];
        }
        return mapped;
    }

    private static List<String> names(Recipe recipe) {
        List<String> names = new ArrayList<>();
        if (recipe.kind() == Feature.Kind.CATEGORY) {
            recipe.levels().forEach(level -> names.add(TEXTS.get("coordinate.level", recipe.label(), level)));
        } else {
            names.add(recipe.label());
        }
        if (recipe.indicator()) {
            names.add(TEXTS.get("coordinate.missing", recipe.label()));
        }
        return names;
    }

    private int[] known(FeatureTable table) {
        int[] rows = new int[table.size()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            boolean all = true;
            for (int f = 0; drops && all && f < table.features().size(); f++) {
                all = !Double.isNaN(table.values(f)[row]);
            }
            if (all) {
                rows[n++] = row;
            }
        }
        return java.util.Arrays.copyOf(rows, n);
    }

    /**
     * The numbers of a feature as they count before they are scaled: taken as logarithms where they are, and drawn in. Missing ones
     * stay NaN; of a category as they are.
     *
     * @param feature its place
     */
    public double[] drawn(FeatureTable table, int feature) {
        Recipe r = recipes.get(feature);
        double[] values = table.values(r.key()).clone();
        for (int i = 0; i < values.length && r.kind() != Feature.Kind.CATEGORY; i++) {
            double v = r.log() ? Recipe.signedLog(values[i]) : values[i];
            values[i] = Double.isNaN(v) ? v : Math.min(r.high(), Math.max(r.low(), v));
        }
        return values;
    }

    /** What to know about it: values that were missing, customers left out, outliers. */
    public List<Caveat> caveats(Prepared prepared) {
        List<Caveat> all = new ArrayList<>();
        if (prepared.dropped() > 0) {
            all.add(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("caveat.dropped", prepared.dropped())));
        }
        for (Recipe r : recipes) {
            if (r.missing() > 0 && !drops) {
                all.add(Caveat.of(Caveat.Kind.ASSUMPTION, TEXTS.get("caveat.filled", r.label(), r.missing())));
            }
        }
        int far = prepared.outliers().cardinality();
        if (far > 0) {
            all.add(Caveat.of(Caveat.Kind.ASSUMPTION, TEXTS.get("caveat.outliers", far)));
        }
        return all;
    }

    /** Puts it into a model. */
    public void store(ModelText model) {
        model.put("prepared", recipes.size()).put("prepared.drops", drops ? 1L : 0L);
        for (int i = 0; i < recipes.size(); i++) {
            recipes.get(i).store(model, "prepared." + i + ".");
        }
    }

    /** Takes it out of a model. */
    public static Preparation restore(ModelText model) {
        List<Recipe> recipes = new ArrayList<>();
        for (int i = 0; i < model.whole("prepared"); i++) {
            recipes.add(Recipe.restore(model, "prepared." + i + "."));
        }
        return new Preparation(recipes, model.whole("prepared.drops") == 1);
    }
}
