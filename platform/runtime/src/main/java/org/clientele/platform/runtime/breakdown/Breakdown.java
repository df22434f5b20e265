package org.clientele.platform.runtime.breakdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.platform.query.Additivity;
import org.clientele.platform.query.formula.Names;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Takes a number apart, level by level. Each level is one question for all members of its dimension within the opened part
 * before it; what is not shown is the rest, which is summed where the metric adds up and asked for where it does not. A level
 * with something behind it in which nothing is opened opens its first part.
 */
public final class Breakdown {
    private static final Texts TEXTS = Texts.of(Breakdown.class);

    /** A split into more says little by its largest part, and cannot be looked at. */
    static final int MOST_MEMBERS = 200;

    private static final String LINES = "clientele.core/order-lines";
    private static final String LINES_COLUMN = "order-lines";
    /** Sums of doubles differ by the order in which they are made. */
    private static final double DOUBLE_TOLERANCE = 1e-9;

    private final Answers answers;
    private final String metric;
    private final String column;
    private final MetricQuery question;
    private final Drill drill;
    private final CancelSignal cancel;
    private final Additivity additivity;
    private final List<Caveat> caveats = new ArrayList<>();
    private @Nullable ColumnSpec baseSpec;
    private ColumnType type = ColumnType.DECIMAL;

    /**
     * A breakdown that is not made yet.
     *
     * @param question of one metric, without dimensions: its days, filters and comparison hold for the whole
     * @param drill which levels, and what is opened in each
     * @throws org.clientele.sdk.AnalyticsException METRIC_UNKNOWN or FORMULA_INVALID
     */
    public Breakdown(Answers answers, MetricQuery question, Drill drill, CancelSignal cancel) {
        this.answers = answers;
        this.metric = answers.metric(question.metrics().get(0)).id().toString();
        this.column = answers.metric(metric).id().name();
        this.question = question;
        this.drill = drill;
        this.cancel = cancel;
        this.additivity = answers.additivity(metric);
    }

    /**
     * Makes it. Blocks.
     *
     * @throws org.clientele.sdk.AnalyticsException as for any query, or CANCELLED
     */
    public BreakdownTree tree() {
        Place at = Place.of(question);
        Frame whole = ask(at.ask(List.of(metric), List.of(), question.comparison()));
        caveats.addAll(whole.caveats());
        Parts parts = new Parts(whole, column, "");
        parts.base().ifPresent(c -> baseSpec = c.spec());
        type = parts.value().type();
        Parts.Part all = parts.all(answers).get(0);
        Branch root = new Branch(
                "",
                null,
                TEXTS.get("breakdown.total"),
                0,
                all.value(),
                all.base(),
                !drill.levels().isEmpty());
        List<Stage> stages = stages(at, root);
        if (!stages.isEmpty()) {
            doubtSums(stages);
        }
        return new BreakdownTree(
                answers.metric(metric),
                parts.value().spec(),
                baseSpec,
                root,
                stages,
                caveats,
                whole.dataAsOf().orElse(null));
    }

    private List<Stage> stages(Place start, Branch root) {
        List<Stage> stages = new ArrayList<>();
        Set<String> used = new HashSet<>();
        Place at = start;
        Branch parent = root;
        for (int i = 0; i < drill.levels().size(); i++) {
            cancel.throwIfCancelled();
            Level level = drill.levels().get(i);
            String dimension = level.fixed() ? level.dimension() : found(level.way(), at, parent, used);
            if (dimension.isEmpty()) {
                caveats.add(Caveat.of(
                        Caveat.Kind.ASSUMPTION,
                        TEXTS.get("breakdown.nothing_is_left_would_split", parent.name(), MOST_MEMBERS)));
                break;
            }
            used.add(dimension);
            Stage stage =
                    stage(level, dimension, at, parent, i + 1 < drill.levels().size());
            stages.add(stage);
            Branch next =
                    stage.branches().stream().filter(Branch::open).findFirst().orElse(null);
            if (next == null) {
                break;
            }
            at = at.of(dimension, next.member(), answers);
            parent = next;
        }
        return stages;
    }

    /** Steps of time are compared with the steps before them, which do not make up what the whole is compared with. */
    private Comparison comparison(String dimension) {
        return Names.grain(dimension).isPresent() ? Comparison.NONE : question.comparison();
    }

    private Frame ask(MetricQuery query) {
        return answers.query(query.incomplete(question.incomplete()), cancel);
    }

    private Stage stage(Level level, String dimension, Place at, Branch parent, boolean goesOn) {
        Parts answer =
                new Parts(ask(at.ask(List.of(metric), List.of(dimension), comparison(dimension))), column, dimension);
        List<Parts.Part> all = answer.all(answers).stream()
                .filter(p -> p.value() != null || p.base() != null)
                .sorted(order(level.way()))
                .toList();
        Optional<Parts.Part> opened = opened(level, dimension, all, goesOn);
        List<Parts.Part> shown = shown(all, opened, level.shown());
        boolean ofTime = Names.grain(dimension).isPresent();
        boolean addsUp = additivity.addsUp(ofTime) && comesTo(parent.amount(), all);
        List<Branch> branches = new ArrayList<>();
        for (Parts.Part p : shown) {
            boolean open = opened.filter(o -> o == p).isPresent();
            BigDecimal base = open && ofTime ? before(at.of(dimension, p.member(), answers)) : p.base();
            branches.add(new Branch(parent.below(p.member()), p.member(), p.name(), 0, p.value(), base, open));
        }
        if (shown.size() < all.size()) {
            branches.add(rest(parent, all, shown, addsUp, at, dimension));
        }
        return new Stage(
                dimension,
                label(dimension),
                level,
                parent,
                branches,
                all.size(),
                addsUp,
                branches.stream().anyMatch(b -> b.base() != null));
    }

    /** What an opened step of time is compared with: its parts are compared with the parts of that. */
    private @Nullable BigDecimal before(Place at) {
        if (question.comparison() == Comparison.NONE) {
            return null;
        }
        Frame one = ask(at.ask(List.of(metric), List.of(), question.comparison()));
        Parts.Part all = new Parts(one, column, "").all(answers).get(0);
        return all.base();
    }

    /** A customer's country says little within an order's country. */
    private static String bare(String dimension) {
        return dimension.substring(dimension.lastIndexOf('.') + 1);
    }

    private static String words(String name) {
        String spaced = name.replace('-', ' ').replace('_', ' ');
        return spaced.isEmpty() ? name : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private String label(String dimension) {
        return answers.dimensions(cancel).stream()
                .filter(d -> d.name().equals(dimension))
                .map(Answers.Dimension::label)
                .findFirst()
                .orElseGet(() -> words(bare(dimension)));
    }

    private static Optional<Parts.Part> opened(Level level, String dimension, List<Parts.Part> all, boolean goesOn) {
        Optional<Parts.Part> picked = level.picked() && level.dimension().equals(dimension)
                ? all.stream()
                        .filter(p -> Objects.equals(p.member(), level.member()))
                        .findFirst()
                : Optional.empty();
        return picked.isPresent() || !goesOn ? picked : all.stream().findFirst();
    }

    /** The first, and the opened one wherever it stands; never all but one, as the rest would be a member then. */
    private static List<Parts.Part> shown(List<Parts.Part> all, Optional<Parts.Part> opened, int most) {
        if (all.size() <= most + 1) {
            return all;
        }
        List<Parts.Part> first = new ArrayList<>(all.subList(0, most));
        opened.filter(o -> !first.contains(o)).ifPresent(first::add);
        return first;
    }

    private Branch rest(
            Branch parent, List<Parts.Part> all, List<Parts.Part> shown, boolean addsUp, Place at, String dimension) {
        int merged = all.size() - shown.size();
        String name = TEXTS.get("breakdown.others", String.valueOf(merged));
        if (!addsUp) {
            List<@Nullable String> members = new ArrayList<>();
            shown.forEach(p -> members.add(p.member()));
            Frame others = ask(at.without(dimension, members).ask(List.of(metric), List.of(), comparison(dimension)));
            Parts.Part one = new Parts(others, column, "").all(answers).get(0);
            return new Branch(parent.restBelow(), null, name, merged, one.value(), one.base(), false);
        }
        List<Parts.Part> others = all.stream().filter(p -> !shown.contains(p)).toList();
        boolean compared = others.stream().anyMatch(p -> p.base() != null);
        return new Branch(
                parent.restBelow(),
                null,
                name,
                merged,
                sum(others, Parts.Part::value),
                compared ? sum(others, Parts.Part::base) : null,
                false);
    }

    private static BigDecimal sum(
            List<Parts.Part> parts, java.util.function.Function<Parts.Part, @Nullable BigDecimal> figure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Parts.Part p : parts) {
            BigDecimal one = figure.apply(p);
            sum = one == null ? sum : sum.add(one);
        }
        return sum;
    }

    private boolean comesTo(BigDecimal whole, List<Parts.Part> all) {
        BigDecimal off = sum(all, Parts.Part::value).subtract(whole).abs();
        double most = type == ColumnType.DOUBLE
                ? DOUBLE_TOLERANCE * Math.max(1, whole.abs().doubleValue())
                : 0;
        return off.doubleValue() <= most;
    }

    private static Comparator<Parts.Part> order(Way way) {
        Comparator<Parts.Part> byFigure = Comparator.comparing(p -> way.ofChange() ? change(p) : amount(p));
        return (way.upwards() ? byFigure.reversed() : byFigure)
                .thenComparing(Parts.Part::name)
                .thenComparing(p -> p.member() == null ? "" : p.member());
    }

    private static BigDecimal amount(Parts.Part p) {
        return p.value() == null ? BigDecimal.ZERO : p.value();
    }

    private static BigDecimal change(Parts.Part p) {
        return amount(p).subtract(p.base() == null ? BigDecimal.ZERO : p.base());
    }

    /** The dimension whose split says most here; "" where none says anything. */
    private String found(Way way, Place at, Branch parent, Set<String> used) {
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (Answers.Dimension d : answers.dimensions(cancel)) {
            if (d.competes() && used.stream().noneMatch(u -> bare(u).equals(bare(d.name())))) {
                cancel.throwIfCancelled();
                double score = score(way, d.name(), at, parent);
                if (score > most) {
                    most = score;
                    best = d.name();
                }
            }
        }
        return best;
    }

    /**
     * How much a split of a part says, by the measure of {@link BestSplit}; NaN where it does not compete: less than two members
     * with a value, or more than {@value #MOST_MEMBERS}.
     */
    double score(Way way, String dimension, Place at, Branch parent) {
        boolean rate = additivity.kind() == Additivity.Kind.RATE;
        List<String> metrics = rate && !column.equals(LINES_COLUMN) ? List.of(metric, LINES) : List.of(metric);
        Comparison comparison = way.ofChange() ? question.comparison() : Comparison.NONE;
        Parts answer = new Parts(ask(at.ask(metrics, List.of(dimension), comparison)), column, dimension);
        List<Parts.Part> all = answer.all(answers);
        if (all.size() > MOST_MEMBERS || way.ofChange() && answer.base().isEmpty()) {
            return Double.NaN;
        }
        List<@Nullable BigDecimal> figures = new ArrayList<>();
        all.forEach(p -> figures.add(way.ofChange() ? change(p) : p.value()));
        BigDecimal whole = way.ofChange() ? parent.change() : parent.amount();
        return new BestSplit(way, additivity.kind())
                .score(whole.doubleValue(), figures, rate ? answer.numbers(LINES_COLUMN) : List.of());
    }

    /** What nobody may add up is said once. */
    private void doubtSums(List<Stage> stages) {
        if (stages.stream().anyMatch(s -> !s.addsUp())) {
            String label = answers.metric(metric).label();
            caveats.add(Caveat.of(
                    Caveat.Kind.ASSUMPTION,
                    switch (additivity.kind()) {
                        case DISTINCT -> TEXTS.get("breakdown.counts_distinct_things_may_in", label);
                        case RATE -> TEXTS.get("breakdown.is_no_sum_parts_do", label);
                        case SUM ->
                            additivity.overTime()
                                    ? TEXTS.get("breakdown.is_counted_in_several_these", label)
                                    : TEXTS.get("breakdown.asks_what_happened_in_days", label);
                    }));
        }
    }
}
