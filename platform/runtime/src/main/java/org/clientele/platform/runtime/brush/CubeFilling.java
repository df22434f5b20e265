package org.clientele.platform.runtime.brush;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.platform.query.CubeCompiler;
import org.clientele.platform.query.CubePlan;
import org.clientele.platform.query.QueryContext;
import org.clientele.platform.query.cube.Cells;
import org.clientele.platform.query.cube.Cube;
import org.clientele.platform.query.cube.ScanPlan;
import org.clientele.platform.query.cube.ScanPlan.Need;
import org.clientele.platform.query.formula.ScalarFunction;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.sql.CellStatement;
import org.clientele.platform.runtime.brush.BrushCubes.Answering;
import org.clientele.platform.runtime.brush.BrushCubes.Doubt;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Fills cubes: asks for the cells of several questions in as few statements as possible, all at once. What would be too large
 * has no cube and is asked for anew each time.
 */
public final class CubeFilling {
    private static final Texts TEXTS = Texts.of(CubeFilling.class);

    /** So many cells of several questions are read as one; above it, statements of their own are quicker. */
    static final long MOST_JOINT = 200_000;
    /** So many cells of one statement are read at most: about a second. */
    static final int MOST_CELLS = 2_000_000;
    /** So many numbers are held at most, of 8 bytes. */
    static final long MOST_NUMBERS = 8_000_000;

    private static final int SAMPLE = 100_000;
    /** Texts are grouped by as numbers of one byte up to so many. */
    private static final int MOST_NUMBERED = 250;

    private final CubeCompiler compiler;
    private final QueryContext context;
    private final Warehouse warehouse;
    private final CancelSignal cancel;
    private final Limits limits;
    private final Map<Term.Column, List<String>> numbered = new HashMap<>();

    /**
     * What cubes may cost.
     *
     * @param joint cells of a statement for several questions
     * @param cells cells of a statement
     * @param numbers numbers of all cubes together
     */
    public record Limits(long joint, int cells, long numbers) {
        /** For a desktop. */
        public static Limits standard() {
            return new Limits(MOST_JOINT, MOST_CELLS, MOST_NUMBERS);
        }
    }

    /** Answers statements. */
    public interface Warehouse {
        /** The answer, now. */
        Frame ask(CompiledQuery query);

        /** The answer, which may be remembered for others who ask the same. */
        Frame remembered(CompiledQuery query);

        /** Work that may run beside others. */
        CompletableFuture<@Nullable Cells> beside(Supplier<@Nullable Cells> work);
    }

    /** @param cancel stops it within a second */
    public CubeFilling(
            CubeCompiler compiler, QueryContext context, Warehouse warehouse, Limits limits, CancelSignal cancel) {
        this.compiler = compiler;
        this.context = context;
        this.warehouse = warehouse;
        this.limits = limits;
        this.cancel = cancel;
    }

    /** A question on its way to a cube. */
    private static final class Wanted {
        @Nullable
        CubePlan plan;

        String hindrance = "";
        List<Need> needs = List.of();
    }

    /**
     * The cubes of some questions. Blocks.
     *
     * @throws AnalyticsException DIMENSION_UNKNOWN or FORBIDDEN for the dimension; CANCELLED; nothing else for a question,
     *     which says itself what is wrong when it is asked
     */
    public BrushCubes fill(List<MetricQuery> questions, String dimension) {
        long start = System.nanoTime();
        // The dimension itself is wrong for all of them.
        compiler.checkFilter(dimension, context);
        List<Wanted> wanted = questions.stream().map(q -> wanted(q, dimension)).toList();
        simplify(wanted);
        Map<Term, Long> members = members(wanted);
        for (Wanted w : wanted) {
            CubePlan plan = w.plan;
            if (plan != null) {
                w.needs = needs(plan);
                boolean large = w.needs.stream().anyMatch(n -> product(n, members) > limits.cells());
                drop(w, large);
            }
        }
        Map<Need, Cells> cells = new HashMap<>();
        int statements = scan(wanted, members, limits.joint(), cells);
        statements += scan(wanted, members, 0, cells);
        return cubes(wanted, dimension, cells, statements, start);
    }

    private static void drop(Wanted w, boolean large) {
        if (large) {
            w.plan = null;
            w.needs = List.of();
            w.hindrance = TEXTS.get("cube.filling.there_are_too_many_cells");
        }
    }

    private Wanted wanted(MetricQuery question, String dimension) {
        Wanted w = new Wanted();
        try {
            CubePlan plan = compiler.plan(question, dimension, context);
            w.hindrance = plan.hindrance();
            w.plan = plan.hindrance().isEmpty() ? plan : null;
        } catch (AnalyticsException e) {
            w.hindrance = e.getMessage();
        }
        return w;
    }

    private static List<Need> needs(CubePlan plan) {
        List<Need> needs = new ArrayList<>(needs(plan.question(), plan.brushed()));
        plan.doubts().forEach(d -> needs.addAll(needs(d.question(), plan.brushed())));
        return needs;
    }

    private static List<Need> needs(CubePlan.Question question, Term brushed) {
        Need present = Need.present(question, brushed);
        return question.statement().base() == null ? List.of(present) : List.of(present, Need.base(question, brushed));
    }

    /** A country that each line names itself need not be looked up among the customers. */
    private void simplify(List<Wanted> wanted) {
        Map<Term, Term> simpler = new HashMap<>();
        for (Term d : dimensions(wanted)) {
            if (d instanceof Term.Function f
                    && f.function() == ScalarFunction.COALESCE
                    && f.arguments().get(0) instanceof Term.Column own
                    && own.table().equals(CustomerModel.ORDER_LINE)
                    && missing(own) == 0) {
                simpler.put(d, own);
            }
        }
        for (Wanted w : wanted) {
            CubePlan plan = w.plan;
            if (plan != null && !simpler.isEmpty()) {
                w.plan = plan.by(t -> simpler.getOrDefault(t, t));
            }
        }
    }

    private long missing(Term.Column column) {
        return warehouse
                .remembered(compiler.missing(column, context))
                .columns()
                .get(0)
                .longAt(0);
    }

    private static Set<Term> dimensions(List<Wanted> wanted) {
        Set<Term> all = new LinkedHashSet<>();
        for (Wanted w : wanted) {
            CubePlan plan = w.plan;
            if (plan != null) {
                all.addAll(plan.dimensions());
                plan.doubts().forEach(d -> d.question().statement().dimensions().forEach(t -> all.add(t.term())));
            }
        }
        return all;
    }

    /** About how many members each dimension has: steps of time by the calendar, others by the first lines. */
    private Map<Term, Long> members(List<Wanted> wanted) {
        Map<Term, Long> members = new HashMap<>();
        List<Term> others = new ArrayList<>();
        for (Term d : dimensions(wanted)) {
            if (!(d instanceof Term.Step)) {
                others.add(d);
            }
        }
        for (Grain grain : Grain.values()) {
            LocalDateTime first = context.firstRow();
            LocalDateTime last = context.dataAsOf();
            long days = first == null || last == null ? 1 : ChronoUnit.DAYS.between(first, last) + 1;
            long length = switch (grain) {
                case DAY -> 1;
                case WEEK -> 7;
                case MONTH -> 28;
                case QUARTER -> 90;
                case YEAR -> 364;
            };
            dimensionsOf(wanted, grain).forEach(d -> members.put(d, days / length + 2));
        }
        Wanted any = wanted.stream().filter(w -> w.plan != null).findFirst().orElse(null);
        if (any != null && !others.isEmpty()) {
            CubePlan plan = Objects.requireNonNull(any.plan);
            Need need = Need.present(plan.question(), plan.brushed());
            CellStatement statement = new CellStatement(need.lines(), others, List.of(), Map.of());
            Frame counts = warehouse.remembered(compiler.sample(statement, SAMPLE, context));
            for (int i = 0; i < others.size(); i++) {
                long few = counts.columns().get(i).longAt(0);
                members.put(others.get(i), few + 1);
                if (few < MOST_NUMBERED
                        && others.get(i) instanceof Term.Column c
                        && c.type().equals(ValueType.TEXT)) {
                    number(c);
                }
            }
        }
        return members;
    }

    private void number(Term.Column column) {
        Frame texts = warehouse.remembered(compiler.members(column, MOST_NUMBERED + 1, context));
        if (texts.rowCount() <= MOST_NUMBERED) {
            List<String> all = new ArrayList<>();
            for (int row = 0; row < texts.rowCount(); row++) {
                all.add(Objects.requireNonNull(texts.columns().get(0).textAt(row)));
            }
            numbered.put(column, all);
        }
    }

    private static List<Term> dimensionsOf(List<Wanted> wanted, Grain grain) {
        // A statement may want days although nobody asked for them, where weeks meet months.
        List<Term> steps = new ArrayList<>();
        for (Term d : dimensions(wanted)) {
            if (d instanceof Term.Step s) {
                steps.add(new Term.Step(grain, s.moment()));
            }
        }
        return steps;
    }

    private static long product(Need need, Map<Term, Long> members) {
        double product = 1;
        for (Term d : need.dimensions()) {
            product *= members.getOrDefault(d, 1L);
        }
        return (long) Math.min(product, 1e15);
    }

    /** Asks for the cells of all needs that have none; what gives too many is left out, or dropped if it stands alone. */
    private int scan(List<Wanted> wanted, Map<Term, Long> members, long joint, Map<Need, Cells> cells) {
        Set<Need> open = new LinkedHashSet<>();
        wanted.forEach(w -> w.needs.stream().filter(n -> !cells.containsKey(n)).forEach(open::add));
        if (open.isEmpty()) {
            return 0;
        }
        boolean nested = context.calendar().retail() == null;
        ScanPlan plan = ScanPlan.of(List.copyOf(open), t -> members.getOrDefault(t, 1L), numbered, joint, nested);
        List<CompletableFuture<@Nullable Cells>> asked = plan.statements().stream()
                .map(s -> warehouse.beside(() -> cells(s)))
                .toList();
        List<@Nullable Cells> found = new ArrayList<>();
        asked.forEach(a -> found.add(joined(a)));
        for (Need need : open) {
            int at = plan.answering(need);
            Cells answer = at < 0 ? null : found.get(at);
            if (answer != null) {
                cells.put(need, answer);
            } else if (joint == 0) {
                wanted.stream().filter(w -> w.needs.contains(need)).forEach(w -> drop(w, true));
            }
        }
        return asked.size();
    }

    /** The cells of a statement, or nothing where there are too many, or one of its sums has too many digits. */
    private @Nullable Cells cells(CellStatement statement) {
        cancel.throwIfCancelled();
        try {
            Frame answer = warehouse.ask(compiler.cells(statement, limits.cells() + 1, context));
            return answer.rowCount() > limits.cells() ? null : new Cells(statement, answer, context.calendar());
        } catch (AnalyticsException e) {
            cancel.throwIfCancelled();
            if (e.code() == ErrorCode.DATA_VALUE_INVALID || e.code() == ErrorCode.RESOURCE_EXHAUSTED) {
                return null;
            }
            throw e;
        }
    }

    private @Nullable Cells joined(CompletableFuture<@Nullable Cells> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            cancel.throwIfCancelled();
            throw e.getCause() instanceof RuntimeException r ? r : e;
        }
    }

    private BrushCubes cubes(
            List<Wanted> wanted, String dimension, Map<Need, Cells> cells, int statements, long start) {
        long left = limits.numbers();
        List<Answering> answering = new ArrayList<>();
        for (Wanted w : wanted) {
            Answering a = answering(w, cells::get, left);
            left -= numbers(a);
            answering.add(a);
            cancel.throwIfCancelled();
        }
        long read = cells.values().stream().distinct().mapToLong(Cells::size).sum();
        return new BrushCubes(
                dimension,
                answering,
                context.dataAsOf(),
                new BrushCubes.Filling((System.nanoTime() - start) / 1e6, statements, read, limits.numbers() - left));
    }

    private static long numbers(Answering a) {
        Cube cube = a.cube();
        return cube == null
                ? 0
                : cube.size()
                        + a.doubts().stream().mapToLong(d -> d.cube().size()).sum();
    }

    private static Answering answering(Wanted w, Function<Need, @Nullable Cells> cells, long most) {
        CubePlan plan = w.plan;
        if (plan == null) {
            return Answering.asked(w.hindrance);
        }
        Answering large = Answering.asked(TEXTS.get("cube.filling.there_are_too_many_cells"));
        Cube main = cube(plan.question(), plan.brushed(), cells, most);
        if (main == null) {
            return large;
        }
        List<Doubt> doubts = new ArrayList<>();
        long left = most - main.size();
        for (CubePlan.Doubt d : plan.doubts()) {
            Cube cube = cube(d.question(), plan.brushed(), cells, left);
            if (cube == null) {
                return large;
            }
            left -= cube.size();
            doubts.add(new Doubt(cube, d.verdict()));
        }
        return new Answering(main, doubts, plan.caveats(), "");
    }

    private static @Nullable Cube cube(
            CubePlan.Question question, Term brushed, Function<Need, @Nullable Cells> cells, long most) {
        List<Need> needs = needs(question, brushed);
        Cells present = Objects.requireNonNull(cells.apply(needs.get(0)));
        Cells base = needs.size() == 1 ? null : Objects.requireNonNull(cells.apply(needs.get(1)));
        return Cube.of(question, brushed, present, base, most).orElse(null);
    }
}
