package org.clientele.sdk.data;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.text.Texts;

/** The ids of a list of customers, each with something known of her. */
final class CustomerIds {
    private static final Texts TEXTS = Texts.of(CustomerIds.class);

    private CustomerIds() {}

    /**
     * A copy of ids, each there and there once.
     *
     * @param known whether what is known of the customer at a place can be
     * @param wrong says that it cannot, for the customer at a place
     * @param broken makes the exception of a sentence
     */
    static String[] checked(
            String[] customers,
            IntPredicate known,
            IntFunction<String> wrong,
            Function<String, AnalyticsException> broken) {
        String[] ids = customers.clone();
        Set<String> seen = new HashSet<>(ids.length * 2);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == null || !known.test(i)) {
                throw broken.apply(wrong.apply(i));
            }
            if (!seen.add(ids[i])) {
                throw broken.apply(TEXTS.get("customers.named_twice", ids[i]));
            }
        }
        return ids;
    }
}
