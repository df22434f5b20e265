package org.clientele.platform.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.SetOrigin;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Customer sets as parts of terms, under one policy: a rule may read no more than who asks.
 *
 * @param open the keys of the rules that are being read, one inside the other
 */
record SetTerms(CustomerModel model, KnownSets known, AppliedPolicy policy, Set<String> open) implements Names.Sets {
    private static final Texts TEXTS = Texts.of(SetTerms.class);

    SetTerms(CustomerModel model, KnownSets known, AppliedPolicy policy) {
        this(model, known, policy, Set.of());
    }

    /** The names for rows of a table, customer sets among them. */
    static Names names(CustomerModel model, String table, KnownSets known, AppliedPolicy policy) {
        return Names.of(model, table).with(new SetTerms(model, known, policy));
    }

    @Override
    public Found find(String key) {
        KnownSets.Known set = known.get(key);
        return new Found(set.key(), set.name(), origin(set));
    }

    private PublishedTerms published() {
        return new PublishedTerms(known.segments());
    }

    @Override
    public Term.InSegment segment(String key, Term.Column customer, Term.@Nullable Column time) {
        return published().segment(key, customer, time);
    }

    @Override
    public Term.Score score(String key, Term.Column customer, Term.@Nullable Column time) {
        return published().score(key, customer, time);
    }

    @Override
    public String member(String key, String text) {
        return published().member(key, text);
    }

    private SetOrigin origin(KnownSets.Known set) {
        if (set.who() instanceof KnownSets.Listed listed) {
            return new SetOrigin.Listed(listed.dataset());
        }
        if (open.contains(set.key())) {
            throw new AnalyticsException(
                    ErrorCode.FORMULA_INVALID, TEXTS.get("set.terms.customer_set_is_defined_by", set.name()));
        }
        Set<String> inside = new HashSet<>(open);
        inside.add(set.key());
        KnownSets.ByRule rule = (KnownSets.ByRule) set.who();
        RowQuery rows = RowQuery.of(rule.table(), "customer_id")
                .filtered(rule.filters())
                .during(rule.period());
        return customers(rows, new SetTerms(model, known, policy, inside));
    }

    /** The customers of some rows. */
    SetOrigin.Rule customers(RowQuery rows) {
        return customers(rows, this);
    }

    private SetOrigin.Rule customers(RowQuery rows, SetTerms inside) {
        Names names = Names.of(model, rows.table()).with(inside);
        Term.Column customer = names.customer()
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID, TEXTS.get("set.terms.rows_lead_no_customer_they", rows.table())));
        policy.check(customer, TEXTS.get("set.terms.customer_set"));
        List<Term> conditions = new Filters(names, policy).terms(rows.filters());
        Term.Column time = (Term.Column) names.time().orElse(null);
        if (!rows.period().isAll()) {
            if (time == null) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID, TEXTS.get("common.rows_lie_in_no_period", rows.table()));
            }
            policy.check(time, TEXTS.get("common.period"));
        }
        return new SetOrigin.Rule(rows.table(), customer, time, conditions, rows.period());
    }
}
