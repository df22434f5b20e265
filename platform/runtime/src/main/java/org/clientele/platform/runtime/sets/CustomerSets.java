package org.clientele.platform.runtime.sets;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.platform.catalog.StoredSet;
import org.clientele.platform.runtime.NameKey;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The customer sets of a workspace as one person may see them. Thread-safe; methods that take a cancel signal block.
 *
 * <pre>{@code
 * CustomerSet french = session.sets().create(
 *         SetDraft.of("French", SetRule.of(Scope.ALL.filtered(List.of(Filter.in("country", "France"))))), progress, cancel);
 * session.query(MetricQuery.of("revenue").by(french.dimension()), cancel);
 * }</pre>
 */
public final class CustomerSets {
    private static final Texts TEXTS = Texts.of(CustomerSets.class);

    /** The dimension to filter by sets, by their keys: who is in any of them. It cannot be grouped by, because sets overlap. */
    public static final String DIMENSION = "customer-set";

    private static final int NAME = 100;
    private static final int TEXT = 4000;
    private static final String LINES = "clientele.core/order-lines";

    private final SetSource source;

    /** @param source what reads and keeps */
    public CustomerSets(SetSource source) {
        this.source = source;
    }

    /** All sets, by name. Answers at once. */
    public List<CustomerSet> all() {
        return source.stored().stream()
                .filter(s -> s.deletedAt() == null)
                .map(CustomerSets::of)
                .toList();
    }

    /** The sets that were deleted and can still be brought back, the last one first. Answers at once. */
    public List<CustomerSet> deleted() {
        return source.stored().stream()
                .filter(s -> s.deletedAt() != null)
                .map(CustomerSets::of)
                .sorted(java.util.Comparator.comparing((CustomerSet s) -> Objects.requireNonNull(s.deleted()))
                        .reversed())
                .toList();
    }

    private static CustomerSet of(StoredSet s) {
        SetRule rule = s.definition().isEmpty() ? null : SetRule.read(s.definition());
        return new CustomerSet(
                s.id(),
                s.key(),
                s.name(),
                s.description(),
                s.dataset() != null,
                s.members(),
                rule,
                s.said(),
                s.dataAsOf(),
                s.madeAt(),
                s.madeUnder(),
                s.deletedAt());
    }

    /**
     * The set of a key, also an earlier one, or of a name. Answers at once.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none; the message lists those that there are
     */
    public CustomerSet get(String keyOrName) {
        return find(
                        keyOrName,
                        source.stored().stream()
                                .filter(s -> s.deletedAt() == null)
                                .toList())
                .orElseThrow(() -> unknown(keyOrName));
    }

    private static Optional<CustomerSet> find(String text, List<StoredSet> among) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String key = wanted.startsWith("set.") ? wanted.substring("set.".length()) : wanted;
        return among.stream()
                .filter(s ->
                        s.key().equals(key) || s.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .or(() -> among.stream().filter(s -> s.keys().contains(key)).findFirst())
                .map(CustomerSets::of);
    }

    /** The set of an id, if it is not deleted. Answers at once. */
    public Optional<CustomerSet> find(long id) {
        return all().stream().filter(s -> s.id() == id).findFirst();
    }

    private AnalyticsException unknown(String text) {
        String names = all().stream().map(CustomerSet::key).collect(Collectors.joining(", "));
        return invalid(
                names.isEmpty()
                        ? TEXTS.get("customer.sets.none_yet", text.strip())
                        : TEXTS.get("customer.sets.unknown", text.strip(), names));
    }

    /** How many customers a set has now. */
    public SetSize size(CustomerSet set, CancelSignal cancel) {
        long members = source.count(customers(set), cancel);
        long all = source.count(RowQuery.of(CustomerModel.CUSTOMER, "customer_id"), cancel);
        Long dataset = stored(set.id()).dataset();
        long gone = dataset == null ? 0 : set.listed() - source.present(dataset, cancel);
        return new SetSize(members, Math.max(0, gone), all == 0 ? 0 : (double) members / all);
    }

    /** How many customers a draft would choose now. */
    public long count(SetRule rule, CancelSignal cancel) {
        return source.count(rule.rows(source.days(rule, cancel)), cancel);
    }

    /** A rule for people, in one sentence. */
    public String said(SetRule rule, CancelSignal cancel) {
        return source.said(rule, cancel);
    }

    /** The rows of customers who are in a set. */
    static RowQuery customers(CustomerSet set) {
        return RowQuery.of(CustomerModel.CUSTOMER, "customer_id").filtered(set.members());
    }

    /**
     * Makes a set. A fixed one holds the customers whom the rule chooses at this moment.
     *
     * @throws AnalyticsException ARGUMENT_INVALID without a name, with one that another set has, if nobody is chosen, if the
     *     rule is wrong, or if one that does not {@link SetRule#lasts} is to be kept as a rule; FORBIDDEN; CANCELLED; nothing is there then
     */
    public CustomerSet create(SetDraft draft, Progress progress, CancelSignal cancel) {
        progress.report(-1, TEXTS.get("customer.sets.choosing_customers"));
        String name = checked(draft.name(), draft.description(), -1);
        if (!draft.fixed() && !draft.rule().lasts()) {
            throw invalid(TEXTS.get("customer.sets.rule_of_live_segments"));
        }
        Period days = source.days(draft.rule(), cancel);
        SetRule kept = draft.fixed() ? draft.rule().during(days) : draft.rule();
        RowQuery rows = draft.rule().rows(days);
        long chosen = source.count(rows, cancel);
        if (chosen == 0 && draft.fixed()) {
            throw invalid(TEXTS.get("customer.sets.no_customer_is_chosen_choose", source.said(kept, cancel)));
        }
        StoredSet set = fresh(name, draft.description(), kept.written(), source.said(kept, cancel), cancel);
        return added(draft.fixed() ? source.add(set, new SetSource.Of(rows), progress, cancel) : source.add(set));
    }

    /**
     * Makes a fixed set of two others.
     *
     * @throws AnalyticsException ARGUMENT_INVALID as {@link #create}, also if nobody would be in it
     */
    public CustomerSet combine(
            SetOperation operation,
            CustomerSet first,
            CustomerSet second,
            String name,
            String description,
            Progress progress,
            CancelSignal cancel) {
        progress.report(-1, TEXTS.get("customer.sets.putting_sets_together"));
        String free = checked(name, description, -1);
        String said = operation.said(first.name(), second.name());
        StoredSet set = fresh(free, description, "", said, cancel);
        return added(source.add(set, new SetSource.Both(operation, first.key(), second.key()), progress, cancel));
    }

    private StoredSet fresh(String name, String description, String definition, String said, CancelSignal cancel) {
        return new StoredSet(
                0,
                key(name, -1),
                name,
                description.strip(),
                null,
                0,
                definition,
                said.length() > TEXT ? said.substring(0, TEXT - 1) + "…" : said,
                source.policy(),
                source.dataAsOf(cancel),
                Instant.EPOCH,
                null,
                List.of());
    }

    private CustomerSet added(long id) {
        return of(stored(id));
    }

    private StoredSet stored(long id) {
        return source.stored().stream()
                .filter(s -> s.id() == id)
                .findFirst()
                .orElseThrow(() -> invalid(TEXTS.get("customer.sets.customer_set_was_deleted_for")));
    }

    /**
     * Gives a set another name and description; its key follows its name, and it goes on answering to its earlier keys.
     *
     * @throws AnalyticsException ARGUMENT_INVALID without a name, or with one that another set has
     */
    public CustomerSet rename(CustomerSet set, String name, String description) {
        String free = checked(name, description, set.id());
        StoredSet now = stored(set.id());
        String key = free.equals(now.name()) ? now.key() : key(free, set.id());
        source.rename(set.id(), key, free, description.strip());
        return of(stored(set.id()));
    }

    /** Deletes a set; for thirty days it can be brought back. Filters that name it say so from now on. */
    public void delete(CustomerSet set) {
        source.delete(set.id(), true);
    }

    /**
     * Brings a deleted set back.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if another set has its name by now, or it was forgotten
     */
    public CustomerSet restore(CustomerSet set) {
        checked(stored(set.id()).name(), "", set.id());
        source.delete(set.id(), false);
        return of(stored(set.id()));
    }

    /**
     * The deleted set of a key or name, to be brought back. Answers at once.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none
     */
    public CustomerSet deleted(String keyOrName) {
        return find(
                        keyOrName,
                        source.stored().stream()
                                .filter(s -> s.deletedAt() != null)
                                .toList())
                .orElseThrow(() -> invalid(TEXTS.get("customer.sets.no_customer_set_was_deleted", keyOrName)));
    }

    private String checked(String name, String description, long own) {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) {
            throw invalid(TEXTS.get("customer.sets.customer_set_needs_name"));
        }
        if (plain.length() > NAME || description.length() > TEXT) {
            throw invalid(TEXTS.get("customer.sets.customer_set_name_has_characters", NAME, TEXT));
        }
        for (CustomerSet other : all()) {
            if (other.id() != own && other.name().equalsIgnoreCase(plain)) {
                throw invalid(TEXTS.get("customer.sets.there_is_customer_set_called", other.name()));
            }
        }
        return plain;
    }

    /** A key that no other set answers to, so that no filter changes its meaning. */
    private String key(String name, long own) {
        List<String> taken = source.stored().stream()
                .filter(s -> s.id() != own)
                .flatMap(s -> s.keys().stream())
                .toList();
        return NameKey.of(name, "set_", taken);
    }

    /** The moment of the newest order line that the policy shows, or null without any. */
    public @Nullable LocalDateTime dataAsOf(CancelSignal cancel) {
        return source.dataAsOf(cancel);
    }

    /** Its customers as a list of records, which can be sorted, filtered and exported. */
    public RecordsRequest members(CustomerSet set, List<String> columns) {
        return RecordsRequest.of(
                set.name(),
                RowQuery.of(CustomerModel.CUSTOMER, columns.toArray(String[]::new))
                        .filtered(set.members()));
    }

    /**
     * How many order lines the customers of each set have where other filters hold: the columns {@code key}, {@code name} and
     * {@code lines}, a row a set, by name. Sets overlap, so the lines do not add up.
     */
    public Frame lines(List<Filter> others, Period days, CancelSignal cancel) {
        Column.Builder keys = Column.builder(ColumnSpec.of("key", ColumnType.TEXT));
        Column.Builder names = Column.builder(ColumnSpec.of("name", ColumnType.TEXT));
        Column.Builder lines = Column.builder(
                new ColumnSpec("lines", ColumnType.INTEGER, Unit.of("lines"), TEXTS.get("customer.sets.lines")));
        for (CustomerSet set : all()) {
            List<Filter> filters = new ArrayList<>(others);
            filters.addAll(set.members());
            Frame answer =
                    source.query(new MetricQuery(List.of(LINES), List.of(), filters, days, Comparison.NONE, 0), cancel);
            Column count = answer.columns().get(0);
            keys.addText(set.key());
            names.addText(set.name());
            lines.addLong(count.isNull(0) ? 0 : count.longAt(0));
        }
        return Frame.of(keys.build(), names.build(), lines.build());
    }

    /**
     * Compares a set with another.
     *
     * @param second or null for all other known customers
     */
    public SetComparison compare(CustomerSet first, @Nullable CustomerSet second) {
        if (second != null && second.id() == first.id()) {
            throw invalid(TEXTS.get("customer.sets.customer_set_is_compared_with"));
        }
        return new SetComparison(source, first, second);
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }
}
