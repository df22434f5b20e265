package org.clientele.platform.runtime.brush;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.query.CompiledQuery.Verdict;
import org.clientele.platform.query.cube.Cube;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The answers of several questions under any one filter on a dimension, as far as they can be added up. Immutable and
 * thread-safe; an answer costs no look into the warehouse.
 */
public final class BrushCubes {
    private static final Texts TEXTS = Texts.of(BrushCubes.class);

    private final String dimension;
    private final List<Answering> questions;
    private final @Nullable LocalDateTime dataAsOf;
    private final Filling filling;

    /**
     * How the cubes were filled.
     *
     * @param millis from asking to having them, in milliseconds
     * @param statements how many statements the warehouse ran for cells
     * @param cells how many cells it gave
     * @param numbers how many numbers the cubes hold
     */
    public record Filling(double millis, int statements, long cells, long numbers) {}

    /**
     * How a question is answered.
     *
     * @param cube its cube, or null where it has none
     * @param doubts the cubes of what is asked beside it
     * @param caveats the doubts that hold for every answer
     * @param hindrance why it has no cube, or ""
     */
    record Answering(@Nullable Cube cube, List<Doubt> doubts, List<Caveat> caveats, String hindrance) {
        static Answering asked(String why) {
            return new Answering(null, List.of(), List.of(), why);
        }
    }

    /** What is asked beside a question. */
    record Doubt(Cube cube, Verdict verdict) {}

    BrushCubes(String dimension, List<Answering> questions, @Nullable LocalDateTime dataAsOf, Filling filling) {
        this.dimension = dimension;
        this.questions = List.copyOf(questions);
        this.dataAsOf = dataAsOf;
        this.filling = filling;
    }

    /** Why a question must be asked anew for each brush, or "" where its answers are added up. */
    public String hindrance(int question) {
        return questions.get(question).hindrance();
    }

    /** How the cubes were filled. */
    public Filling filling() {
        return filling;
    }

    /**
     * What the warehouse would answer to a question with a range or members of the dimension as one more filter: the same columns, rows, order and doubts.
     *
     * @return empty where the answer cannot be added up and must be asked for
     * @throws AnalyticsException ARGUMENT_INVALID if the picked members are not of the dimension's type; whatever the
     *     question itself would end with
     */
    public Optional<Frame> answer(int question, Filter filter) {
        checkFilter(dimension, filter);
        Answering q = questions.get(question);
        Cube cube = q.cube();
        if (cube == null) {
            return Optional.empty();
        }
        try {
            List<Caveat> caveats = new ArrayList<>(q.caveats());
            for (Doubt d : q.doubts()) {
                d.verdict().of(d.cube().answer(filter)).ifPresent(caveats::add);
            }
            return Optional.of(cube.answer(filter).withCaveats(caveats).asOf(dataAsOf));
        } catch (ArithmeticException tooManyDigits) {
            return Optional.empty();
        }
    }

    /**
     * Refuses a filter that is no brush of the dimension.
     *
     * @throws AnalyticsException ARGUMENT_INVALID
     */
    public static void checkFilter(String dimension, Filter filter) {
        boolean own = filter instanceof Filter.Range r && r.dimension().equals(dimension)
                || filter instanceof Filter.Members m && m.dimension().equals(dimension);
        if (!own) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("brush.cubes.brush_picks_range_members_not", dimension, filter));
        }
    }
}
