package org.clientele.platform.query.formula;

import java.util.List;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** Where the members of a customer set come from. */
public sealed interface SetOrigin {
    /**
     * A list of customers that the warehouse keeps.
     *
     * @param dataset its number
     */
    record Listed(long dataset) implements SetOrigin {}

    /**
     * The customers of the rows of a table that meet conditions.
     *
     * @param customer the column that leads to the customer
     * @param time the column that places rows in time, or null
     */
    record Rule(String table, Term.Column customer, Term.@Nullable Column time, List<Term> conditions, Period period)
            implements SetOrigin {
        public Rule {
            conditions = List.copyOf(conditions);
        }
    }
}
