package org.clientele.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clientele.platform.query.CompiledQuery.OutputColumn;
import org.clientele.platform.query.CompiledQuery.Verdict;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.sql.MetricStatement;
import org.clientele.sdk.data.Caveat;

/**
 * A metric query taken apart, so that its answers under many filters on one dimension are added up from the same cells.
 *
 * @param brushed the member of that dimension for a line
 * @param question the query itself, without any such filter
 * @param doubts what is asked beside it
 * @param caveats the doubts that hold for every answer
 * @param hindrance why the answers cannot be added up and must be asked for, or ""
 */
public record CubePlan(Term brushed, Question question, List<Doubt> doubts, List<Caveat> caveats, String hindrance) {
    public CubePlan {
        doubts = List.copyOf(doubts);
        caveats = List.copyOf(caveats);
    }

    /** The same by dimensions that mean the same and cost less. */
    public CubePlan by(UnaryOperator<Term> meaning) {
        return new CubePlan(
                meaning.apply(brushed),
                question.by(meaning),
                doubts.stream()
                        .map(d -> new Doubt(d.question().by(meaning), d.verdict()))
                        .toList(),
                caveats,
                hindrance);
    }

    /** The dimensions that cells are wanted by, the brushed one first. */
    public List<Term> dimensions() {
        List<Term> all = new ArrayList<>(List.of(brushed));
        question.statement().dimensions().forEach(d -> all.add(d.term()));
        return all;
    }

    /**
     * What is to be answered.
     *
     * @param statement the whole of it
     * @param columns of the answer
     */
    public record Question(MetricStatement statement, List<OutputColumn> columns) {
        public Question {
            columns = List.copyOf(columns);
        }

        private Question by(UnaryOperator<Term> meaning) {
            return new Question(statement.by(meaning), columns);
        }
    }

    /**
     * What is asked beside it, and what the answer says.
     *
     * @param question a question of its own
     * @param verdict reads the answer
     */
    public record Doubt(Question question, Verdict verdict) {}
}
