package org.clientele.platform.query.sql;

import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.query.Grain;
import org.jooq.Field;
import org.jooq.SQLDialect;

/** Where engines differ in a way that jOOQ does not smooth over. An engine is one implementation. */
public interface Dialect {
    /** What jOOQ renders for. */
    SQLDialect jooq();

    /** The value as {@code type}; an error at run time where it does not fit. */
    Field<?> cast(Field<?> value, ValueType type);

    /** Like {@link #cast}, but decimals may have as many digits as the engine has; for steps of a calculation. */
    Field<?> widen(Field<?> value, ValueType type);

    /** The first day of the step that a moment lies in. */
    Field<?> step(Grain grain, Field<?> moment);

    /** A moment moved forward by whole months, then by days; the 31st becomes the last day of a shorter month. */
    Field<?> later(Field<?> moment, int months, int days);
}
