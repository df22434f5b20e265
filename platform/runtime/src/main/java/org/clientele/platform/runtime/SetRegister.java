package org.clientele.platform.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.platform.catalog.StoredSet;
import org.clientele.platform.catalog.StoredSets;
import org.clientele.platform.query.KnownSets;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.warehouse.Memberships;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The customer sets of a workspace: definitions in the catalog, lists in the warehouse. A list counts once the catalog names it; what
 * the catalog does not name is deleted at the next start, so a set is wholly there or not at all. Thread-safe.
 */
final class SetRegister {
    private static final Texts TEXTS = Texts.of(SetRegister.class);

    private static final Duration KEPT = Duration.ofDays(30);

    private final StoredSets sets;
    private final Memberships lists;
    private volatile List<StoredSet> all;
    private volatile long changes;

    /**
     * Brings both stores in line: nobody may be writing a list.
     *
     * @param others lists that are named by something else than a set
     */
    SetRegister(StoredSets sets, Memberships lists, Set<Long> others, Clock clock) {
        this.sets = sets;
        this.lists = lists;
        sets.forget(clock.instant().minus(KEPT));
        this.all = sets.all();
        Set<Long> named = new HashSet<>(others);
        all.forEach(s -> {
            if (s.dataset() != null) {
                named.add(s.dataset());
            }
        });
        lists.keepOnly(named);
    }

    List<StoredSet> all() {
        return all;
    }

    Memberships lists() {
        return lists;
    }

    StoredSets stored() {
        return sets;
    }

    /** After a change in the catalog. */
    synchronized void changed() {
        all = sets.all();
        changes++;
    }

    /** A number that changes with the sets, for answers under filters that name some; else 0. */
    long state(List<Filter> filters) {
        boolean named = filters.stream().anyMatch(f -> {
            String text = f instanceof Filter.Condition c ? c.condition() : Picked.dimension(f);
            return text.contains("set.") || text.equals(CustomerSets.DIMENSION);
        });
        return named ? changes : 0;
    }

    /** What questions may name, the days of rules counted from the newest line. */
    KnownSets known(LineFacts facts, BusinessCalendar calendar) {
        List<StoredSet> now = all;
        if (now.isEmpty()) {
            return KnownSets.NONE;
        }
        Map<String, KnownSets.Known> known = new HashMap<>();
        Map<String, String> gone = new HashMap<>();
        for (StoredSet s : now) {
            Instant deleted = s.deletedAt();
            for (String key : s.keys()) {
                if (deleted == null) {
                    known.put(key, known(s, facts.last(), calendar));
                } else {
                    gone.put(key, gone(s, deleted));
                }
            }
        }
        return new KnownSets(known, gone);
    }

    private static String gone(StoredSet s, Instant deleted) {
        LocalDate day = LocalDate.ofInstant(deleted, java.time.ZoneId.systemDefault());
        return TEXTS.get(
                "set.register.customer_set_was_deleted_on",
                s.name(),
                PeriodText.day(day),
                "clientele sets restore " + s.key());
    }

    private static KnownSets.Known known(StoredSet s, @Nullable LocalDateTime last, BusinessCalendar calendar) {
        KnownSets.Who who = who(s, last, calendar);
        LocalDateTime made = s.dataAsOf();
        LocalDate seen = null;
        if (who instanceof KnownSets.Listed) {
            seen = made == null ? null : made.toLocalDate();
        } else if (who instanceof KnownSets.ByRule rule
                && last != null
                && !(rule.table().equals(CustomerModel.CUSTOMER)
                        && rule.period().isAll())) {
            LocalDate to = rule.period().to();
            seen = to == null || to.isAfter(last.toLocalDate()) ? last.toLocalDate() : to;
        }
        return new KnownSets.Known(s.key(), s.name(), who, seen);
    }

    private static KnownSets.Who who(StoredSet s, @Nullable LocalDateTime last, BusinessCalendar calendar) {
        Long dataset = s.dataset();
        if (dataset != null) {
            return new KnownSets.Listed(dataset);
        }
        SetRule rule = SetRule.read(s.definition());
        return new KnownSets.ByRule(rule.table(), rule.filters(), days(rule, last, calendar));
    }

    /** The days of a rule. */
    static Period days(SetRule rule, @Nullable LocalDateTime last, BusinessCalendar calendar) {
        if (rule.days() != null) {
            return Objects.requireNonNull(rule.days());
        }
        PeriodChoice choice = rule.choice();
        return choice == null ? Period.all() : choice.resolve(last == null ? null : last.toLocalDate(), calendar);
    }
}
