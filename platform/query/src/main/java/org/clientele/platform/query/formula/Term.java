package org.clientele.platform.query.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression: every name is resolved, every type known, metrics are inlined. Equal terms mean the same, so an
 * aggregate that several metrics use is computed once.
 */
public sealed interface Term {
    /** What values it has. */
    ValueType type();

    /** What it is made of. */
    List<Term> children();

    /** A constant: Long, BigDecimal, String, Boolean, LocalDate or LocalDateTime. Bound, never pasted. */
    record Literal(Object value, ValueType type) implements Term {
        @Override
        public List<Term> children() {
            return List.of();
        }
    }

    /** A column of a table of the model, or {@link #FIRST_SALE}. */
    record Column(String table, String name, ValueType type) implements Term {
        @Override
        public List<Term> children() {
            return List.of();
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    /** The moment of the first sales line of all history of the row's customer, or null. */
    Column FIRST_SALE = new Column("customer", "first_sale_at", ValueType.TIMESTAMP);

    /** The first day of the step that a moment lies in. */
    record Step(Grain grain, Term moment) implements Term {
        @Override
        public ValueType type() {
            return ValueType.DATE;
        }

        @Override
        public List<Term> children() {
            return List.of(moment);
        }
    }

    /** Whether a moment lies in the query's period and, with a time dimension, in the row's step. */
    record InPeriod(Term moment) implements Term {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Term> children() {
            return List.of(moment);
        }
    }

    /** The operators between numbers. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY
    }

    /** A sum, difference, product or quotient; a quotient is a double, and null where the divisor is 0. */
    record Arithmetic(Operator operator, Term left, Term right, ValueType type) implements Term {
        @Override
        public List<Term> children() {
            return List.of(left, right);
        }
    }

    /** A number with its sign turned. */
    record Negation(Term value) implements Term {
        @Override
        public ValueType type() {
            return value.type();
        }

        @Override
        public List<Term> children() {
            return List.of(value);
        }
    }

    /** A scalar function of its arguments. */
    record Function(ScalarFunction function, List<Term> arguments, ValueType type) implements Term {
        @Override
        public List<Term> children() {
            return arguments;
        }
    }

    /** The aggregates. */
    enum Aggregation {
        SUM,
        COUNT,
        COUNT_DISTINCT,
        AVG,
        MIN,
        MAX,
        /** Of a {@link Score}: each customer of the rows counts once. */
        SUM_OF_CUSTOMERS,
        /** Of a {@link Score}: each customer of the rows counts once. */
        AVG_OF_CUSTOMERS
    }

    /**
     * An aggregate over the rows of a group for which {@code condition} holds.
     *
     * @param argument what is aggregated, or null for a count of rows
     * @param condition which rows, or null for all
     */
    record Aggregate(
            Aggregation aggregation,
            @Nullable Term argument,
            @Nullable Term condition,
            ValueType type) implements Term {
        @Override
        public List<Term> children() {
            List<Term> all = new ArrayList<>(2);
            if (argument != null) {
                all.add(argument);
            }
            if (condition != null) {
                all.add(condition);
            }
            return all;
        }

        /** Whether the value for some rows follows from the values for parts of them. */
        public boolean isAddedUp() {
            return switch (aggregation) {
                case SUM, COUNT, AVG -> true;
                case MIN, MAX -> type.kind() != ColumnType.TEXT;
                case COUNT_DISTINCT, SUM_OF_CUSTOMERS, AVG_OF_CUSTOMERS -> false;
            };
        }
    }

    /** How two values compare. */
    enum Relation {
        EQUAL,
        UNEQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL
    }

    /** A comparison of values of one type; null where one is missing. */
    record Comparison(Relation relation, Term left, Term right) implements Term {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Term> children() {
            return List.of(left, right);
        }
    }

    /** Whether a value is among some. */
    record Membership(Term value, List<Term> members) implements Term {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Term> children() {
            List<Term> all = new ArrayList<>(members);
            all.add(value);
            return all;
        }
    }

    /** Whether a text matches a pattern with % and _. */
    record Likeness(Term value, String pattern) implements Term {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Term> children() {
            return List.of(value);
        }
    }

    /** Whether a value is missing. */
    record Absence(Term value) implements Term {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Term> children() {
            return List.of(value);
        }
    }

    /**
     * Whether the row's customer is in a set: {@link #IN}, {@link #NOT_IN}, or null where the customer is unknown.
     *
     * @param key by which the set is joined; equal keys are equal sets within a statement
     * @param name for people
     */
    record InSet(String key, String name, SetOrigin origin, Column customer) implements Term {
        /** The member for customers who are in the set. */
        public static final String IN = "in";

        /** The member for known customers who are not. */
        public static final String NOT_IN = "not in";

        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }

        @Override
        public List<Term> children() {
            return List.of(customer);
        }
    }

    /** What was published of customers, by dated lists. A row without a moment has the newest list; one before all of them has the first, which looks ahead. */
    sealed interface Published extends Term {
        /**
         * A list that holds from a day on.
         *
         * @param dataset the number of the list, in the warehouse; below zero where it is kept in memory
         * @param from the first day
         */
        record Dated(long dataset, LocalDate from) {}

        /** By which it is joined; equal keys are equal publications within a statement. */
        String key();

        /** For people. */
        String name();

        /** The lists, the earliest first; at least one. */
        List<Dated> dated();

        /** The row's customer. */
        Column customer();

        /** What places rows in time, or null where nothing does. */
        @Nullable
        Column time();

        @Override
        default List<Term> children() {
            Column time = time();
            return time == null ? List.of(customer()) : List.of(customer(), time);
        }
    }

    /** The number that a score gave the row's customer, as it was known when the row was written, or null where there is none. */
    record Score(
            String key,
            String name,
            Unit unit,
            List<Dated> dated,
            Column customer,
            @Nullable Column time) implements Published {
        public Score {
            dated = List.copyOf(dated);
        }

        @Override
        public ValueType type() {
            return ValueType.DOUBLE;
        }

        /** The same by the newest list, whenever the row was written. */
        public Score newest() {
            return new Score(key, name, unit, dated.subList(dated.size() - 1, dated.size()), customer, null);
        }
    }

    /**
     * The name of the segment that the row's customer was in when the row was written, {@link Segmentation#NONE} if she was in none, or null where
     * the customer is unknown.
     *
     * @param segments their names, by place
     */
    record InSegment(
            String key,
            String name,
            List<String> segments,
            List<Dated> dated,
            Column customer,
            @Nullable Column time) implements Published {
        public InSegment {
            segments = List.copyOf(segments);
            dated = List.copyOf(dated);
        }

        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }
    }

    /** All of, or any of, some conditions. */
    record Junction(boolean all, List<Term> parts) implements Term {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Term> children() {
            return parts;
        }
    }

    /** The opposite of a condition. */
    record Inversion(Term part) implements Term {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }

        @Override
        public List<Term> children() {
            return List.of(part);
        }
    }

    /** Visits this and all below it, parents first. */
    default void walk(Consumer<Term> visitor) {
        visitor.accept(this);
        children().forEach(c -> c.walk(visitor));
    }

    /** How many terms there are, this one included. */
    default int size() {
        return 1 + children().stream().mapToInt(Term::size).sum();
    }

    /** How deep the tree is; 1 for a leaf. */
    default int depth() {
        return 1 + children().stream().mapToInt(Term::depth).max().orElse(0);
    }
}
