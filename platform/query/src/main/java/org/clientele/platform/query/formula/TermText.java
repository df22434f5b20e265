package org.clientele.platform.query.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Terms as text of the formula language, for people to read and for filters to hold: read again, it is the same term.
 *
 * @param names what names mean where the text will stand
 */
public record TermText(Names names) {
    /** The text of a term. */
    public String of(Term term) {
        if (term instanceof Term.Literal t) {
            return literal(t.value());
        }
        String dimension = dimension(term);
        if (dimension != null) {
            return name(dimension);
        }
        if (term instanceof Term.Column t) {
            return column(t);
        }
        if (term instanceof Term.InSet t) {
            return Names.SET + "." + name(t.key());
        }
        if (term instanceof Term.Published t) {
            return (t instanceof Term.Score ? Names.SCORE : Names.SEGMENT) + "." + name(t.key());
        }
        if (term instanceof Term.Step) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, "A step of another column than the row's own has no name.");
        }
        if (term instanceof Term.InPeriod t) {
            return "in_period(" + of(t.moment()) + ")";
        }
        if (term instanceof Term.Arithmetic t) {
            return inner(t.left()) + " " + sign(t.operator()) + " " + inner(t.right());
        }
        if (term instanceof Term.Negation t) {
            return "-" + inner(t.value());
        }
        if (term instanceof Term.Function t) {
            return t.function().name().toLowerCase(Locale.ROOT) + "(" + all(t.arguments()) + ")";
        }
        return term instanceof Term.Aggregate t ? aggregate(t) : condition(term);
    }

    private String condition(Term term) {
        if (term instanceof Term.Comparison t) {
            return inner(t.left()) + " " + sign(t.relation()) + " " + inner(t.right());
        }
        if (term instanceof Term.Membership t) {
            return inner(t.value()) + " in (" + all(t.members()) + ")";
        }
        if (term instanceof Term.Likeness t) {
            return inner(t.value()) + " like " + literal(t.pattern());
        }
        if (term instanceof Term.Absence t) {
            return inner(t.value()) + " is null";
        }
        if (term instanceof Term.Junction t) {
            return t.parts().stream()
                    .map(p -> p instanceof Term.Junction ? "(" + of(p) + ")" : of(p))
                    .collect(Collectors.joining(t.all() ? " and " : " or "));
        }
        Term part = ((Term.Inversion) term).part();
        return part instanceof Term.Absence a ? inner(a.value()) + " is not null" : "not (" + of(part) + ")";
    }

    private String aggregate(Term.Aggregate t) {
        String name = switch (t.aggregation()) {
            case COUNT_DISTINCT -> "count(distinct ";
            case SUM_OF_CUSTOMERS -> "sum(";
            case AVG_OF_CUSTOMERS -> "avg(";
            default -> t.aggregation().name().toLowerCase(Locale.ROOT) + "(";
        };
        String call = name + (t.argument() == null ? "" : of(t.argument())) + ")";
        return t.condition() == null ? call : call + " where " + of(t.condition());
    }

    private String all(List<Term> terms) {
        return terms.stream().map(this::of).collect(Collectors.joining(", "));
    }

    /** In parentheses where it would be read differently without. */
    private String inner(Term term) {
        boolean simple = term instanceof Term.Literal
                || term instanceof Term.Column
                || term instanceof Term.InSet
                || term instanceof Term.Published
                || term instanceof Term.Function
                || term instanceof Term.Aggregate a && a.condition() == null
                || dimension(term) != null;
        return simple ? of(term) : "(" + of(term) + ")";
    }

    private @Nullable String dimension(Term term) {
        if (!(term instanceof Term.Column || term instanceof Term.Step || term instanceof Term.Function)) {
            return null;
        }
        return Names.dimensions().stream()
                .filter(d -> !(term instanceof Term.Column) || d.equals("country") || d.equals("currency"))
                .filter(d -> names.dimension(d).filter(term::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    private String column(Term.Column t) {
        boolean own = t.table().equals(names.table().name()) && !t.equals(Term.FIRST_SALE);
        boolean plain =
                own && names.dimension(t.name()).filter(d -> !d.equals(t)).isEmpty();
        return plain ? name(t.name()) : name(t.table()) + "." + name(t.name());
    }

    private static String name(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name + '"';
    }

    private static String literal(Object value) {
        if (value instanceof BigDecimal n) {
            BigDecimal plain = n.signum() == 0 ? BigDecimal.ZERO : n.stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
        }
        if (value instanceof LocalDate day) {
            return "date '" + day + "'";
        }
        if (value instanceof LocalDateTime moment) {
            return "timestamp '" + moment.toString().replace('T', ' ') + "'";
        }
        return value instanceof String s ? "'" + s.replace("'", "''") + "'" : value.toString();
    }

    private static String sign(Term.Operator operator) {
        return switch (operator) {
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "*";
            case DIVIDED_BY -> "/";
        };
    }

    private static String sign(Term.Relation relation) {
        return switch (relation) {
            case EQUAL -> "=";
            case UNEQUAL -> "<>";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
        };
    }
}
