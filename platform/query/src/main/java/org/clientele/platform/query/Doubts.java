package org.clientele.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.platform.query.CompiledQuery.OutputColumn;
import org.clientele.platform.query.CompiledQuery.Verdict;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.platform.query.sql.Conversion;
import org.clientele.platform.query.sql.MetricStatement;
import org.clientele.platform.query.sql.MetricStatement.Measure;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/**
 * What is to be asked beside a query so that its result can say what is missing from it: how much of the sales has a known
 * customer, how many lines have no moment or no amount. Each question goes through the same policy and filters.
 */
final class Doubts {
    private static final Texts TEXTS = Texts.of(Doubts.class);

    private static final String SALES = "clientele.core/sales";
    private static final String KNOWN_SALES = "clientele.core/known-customer-sales";

    /**
     * A question beside the main one, not yet in the words of an engine.
     *
     * @param statement what is asked
     * @param columns of the answer
     * @param verdict reads the answer
     */
    record Doubt(MetricStatement statement, List<OutputColumn> columns, Verdict verdict) {}

    private final MetricCatalog metrics;
    private final AppliedPolicy policy;
    private final Term.Column time;
    private final Currencies currencies;

    Doubts(MetricCatalog metrics, AppliedPolicy policy, Term.Column time, Currencies currencies) {
        this.metrics = metrics;
        this.policy = policy;
        this.time = time;
        this.currencies = currencies;
    }

    /**
     * The probes of a query.
     *
     * @param read its metrics and dimensions
     * @param filters its conditions
     * @param rated the days of the lines that are converted, those of the comparison included
     */
    List<Doubt> of(MetricQuery query, List<Term> read, List<Term> filters, LineFacts facts, Period rated) {
        List<Doubt> probes = new ArrayList<>();
        currencies.conversion().ifPresent(c -> probes.add(rates(c, filters, rated)));
        if (facts.undated() > 0 && !query.period().isAll()) {
            Term.Aggregate undated =
                    new Term.Aggregate(Term.Aggregation.COUNT, null, new Term.Absence(time), ValueType.INTEGER);
            probes.add(probe(List.of(undated), filters, Period.all(), Doubts::undated));
        }
        Optional<Term.Column> amount = find(read, "amount");
        if (facts.unpriced() > 0 && amount.isPresent()) {
            Term.Aggregate unpriced =
                    new Term.Aggregate(Term.Aggregation.COUNT, null, new Term.Absence(amount.get()), ValueType.INTEGER);
            probes.add(probe(List.of(unpriced), filters, query.period(), Doubts::unpriced));
        }
        knownCustomers(query, read, filters).ifPresent(probes::add);
        return probes;
    }

    private Doubt rates(Conversion conversion, List<Term> filters, Period days) {
        Term.Column currency = new Term.Column(CustomerModel.ORDER_LINE, "currency", ValueType.TEXT);
        List<Term> some = currencies.money().stream()
                .<Term>map(m -> new Term.Inversion(new Term.Absence(m)))
                .toList();
        Term any = some.size() == 1 ? some.get(0) : new Term.Junction(false, some);
        Term missing = new Term.Absence(Conversion.RATE);
        List<Term> wanted = List.of(
                new Term.Aggregate(Term.Aggregation.COUNT, null, any, ValueType.INTEGER),
                new Term.Aggregate(
                        Term.Aggregation.COUNT,
                        null,
                        new Term.Junction(true, List.of(any, missing)),
                        ValueType.INTEGER),
                new Term.Aggregate(
                        Term.Aggregation.MIN,
                        time,
                        new Term.Junction(true, List.of(any, missing)),
                        ValueType.TIMESTAMP),
                new Term.Aggregate(Term.Aggregation.MIN, Conversion.VALID_FROM, any, ValueType.TIMESTAMP),
                new Term.Aggregate(Term.Aggregation.MAX, Conversion.VALID_FROM, any, ValueType.TIMESTAMP));
        MetricStatement statement = new MetricStatement(
                time,
                List.of(new MetricStatement.Dimension(currency, false)),
                wanted.stream().map(t -> new Measure(t, t.type())).toList(),
                filters,
                days,
                false,
                null,
                0,
                conversion,
                List.of());
        List<OutputColumn> columns = new ArrayList<>();
        columns.add(new OutputColumn(ColumnSpec.of("c0", currency.type().kind()), 0));
        wanted.forEach(t -> columns.add(
                new OutputColumn(ColumnSpec.of("c" + columns.size(), t.type().kind()), 0)));
        return new Doubt(statement, columns, answer -> RatesVerdict.of(answer, conversion.currency()));
    }

    private Optional<Doubt> knownCustomers(MetricQuery query, List<Term> read, List<Term> filters) {
        List<Term> others = filters.stream().filter(f -> !isKnown(f)).toList();
        boolean ofSegments = read.stream().anyMatch(t -> reads(t, Term.InSegment.class));
        boolean ofScores = read.stream().anyMatch(t -> reads(t, Term.Score.class));
        boolean ofSets = readsSet(read) || filters.stream().anyMatch(Doubts::leavesSetOut);
        boolean asked = ofSets || find(read, "customer_id").isPresent() || others.size() < filters.size();
        if (!asked || find(others, "customer_id").isPresent() && others.stream().noneMatch(Doubts::leavesSetOut)) {
            return Optional.empty();
        }
        try {
            List<Term> both = List.of(metrics.term(metrics.resolve(KNOWN_SALES)), metrics.term(metrics.resolve(SALES)));
            both.forEach(t -> policy.check(t, TEXTS.get("doubts.share_known_customers")));
            Verdict verdict = ofSegments
                    ? Doubts::inNoSegment
                    : ofScores ? Doubts::withoutScore : ofSets ? Doubts::inNoSet : Doubts::knownShare;
            return Optional.of(probe(both, others, query.period(), verdict));
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.FORBIDDEN || e.code() == ErrorCode.METRIC_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean readsSet(List<Term> terms) {
        boolean[] found = new boolean[1];
        terms.forEach(term -> term.walk(t -> found[0] |= t instanceof Term.InSet || t instanceof Term.Published));
        return found[0];
    }

    private static boolean reads(Term term, Class<? extends Term> kind) {
        boolean[] found = new boolean[1];
        term.walk(t -> found[0] |= kind.isInstance(t));
        return found[0];
    }

    /** Whether a condition leaves a customer set out, and so keeps the lines of unknown customers. */
    private static boolean leavesSetOut(Term condition) {
        return condition instanceof Term.Inversion && readsSet(List.of(condition));
    }

    /** Whether a condition does no more than leave unknown customers out. */
    private static boolean isKnown(Term condition) {
        return condition instanceof Term.Inversion not
                && not.part() instanceof Term.Absence absence
                && isLineColumn(absence.value(), "customer_id");
    }

    private static boolean isLineColumn(Term term, String name) {
        return term instanceof Term.Column c
                && c.table().equals(CustomerModel.ORDER_LINE)
                && c.name().equals(name);
    }

    private static Optional<Term.Column> find(List<Term> terms, String name) {
        List<Term.Column> found = new ArrayList<>();
        terms.forEach(term -> term.walk(t -> {
            if (isLineColumn(t, name)) {
                found.add((Term.Column) t);
            }
        }));
        return found.stream().findFirst();
    }

    private Doubt probe(List<Term> measures, List<Term> filters, Period period, Verdict verdict) {
        MetricStatement statement = new MetricStatement(
                time,
                List.of(),
                measures.stream().map(t -> new Measure(t, t.type())).toList(),
                filters,
                period,
                false,
                null,
                0,
                currencies.conversion().orElse(null),
                currencies.money());
        List<OutputColumn> columns = new ArrayList<>();
        for (Term t : measures) {
            ColumnSpec spec = ColumnSpec.of("c" + columns.size(), t.type().kind());
            columns.add(new OutputColumn(spec, t.type().scale()));
        }
        return new Doubt(statement, columns, verdict);
    }

    private static Optional<Caveat> knownShare(Frame answer) {
        Column known = answer.columns().get(0);
        Column sales = answer.columns().get(1);
        if (known.isNull(0) || sales.isNull(0) || sales.doubleAt(0) <= 0 || known.doubleAt(0) == sales.doubleAt(0)) {
            return Optional.empty();
        }
        // A few unknown customers are not none, and a few known ones are not nobody.
        double percent = Math.min(99.9, Math.max(0.1, 100 * known.doubleAt(0) / sales.doubleAt(0)));
        return Optional.of(Caveat.of(
                Caveat.Kind.CUSTOMERS_UNKNOWN,
                known.doubleAt(0) == 0
                        ? TEXTS.get("doubts.no_sale_has_known_customer")
                        : TEXTS.get("doubts.known_share", String.format(Locale.ROOT, "%.1f", percent))));
    }

    private static Optional<Caveat> inNoSet(Frame answer) {
        return knownShare(answer)
                .map(c -> Caveat.of(c.kind(), TEXTS.get("doubts.order_lines_unknown_customers_are", c.message())));
    }

    private static Optional<Caveat> withoutScore(Frame answer) {
        return knownShare(answer)
                .map(c -> Caveat.of(c.kind(), TEXTS.get("doubts.order_lines_unknown_customers_score", c.message())));
    }

    private static Optional<Caveat> inNoSegment(Frame answer) {
        return knownShare(answer)
                .map(c -> Caveat.of(c.kind(), TEXTS.get("doubts.order_lines_unknown_customers_are_2", c.message())));
    }

    private static Optional<Caveat> undated(Frame answer) {
        return excluded(answer, "doubts.undated");
    }

    private static Optional<Caveat> unpriced(Frame answer) {
        return excluded(answer, "doubts.unpriced");
    }

    private static Optional<Caveat> excluded(Frame answer, String sentence) {
        long lines = answer.rowCount() == 0 || answer.columns().get(0).isNull(0)
                ? 0
                : answer.columns().get(0).longAt(0);
        return lines == 0
                ? Optional.empty()
                : Optional.of(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get(sentence, lines)));
    }
}
