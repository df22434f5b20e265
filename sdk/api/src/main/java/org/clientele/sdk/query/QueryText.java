package org.clientele.sdk.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A question for metrics as the command that asks it, so that an analysis can say where a number of its comes from and anybody
 * can ask again: in the window with a click, on the command line by pasting it.
 *
 * <pre>{@code
 * QueryText.of(MetricQuery.of("clientele.core/revenue").where(Filter.where("country = 'France'")));
 * // clientele query clientele.core/revenue --where "country = 'France'"
 * }</pre>
 */
public final class QueryText {
    private static final Texts TEXTS = Texts.of(QueryText.class);

    private static final String START = "clientele query";
    private static final String UNKNOWN = "?";

    private QueryText() {}

    /**
     * The command. Members of a dimension are written {@code --only "country=France|Germany"} or {@code --not}, a range
     * {@code --between "quantity=2..5"}, each end of which may be left out; see {@link #members} and {@link #range}.
     */
    public static String of(MetricQuery query) {
        StringBuilder s = new StringBuilder(START);
        query.metrics().forEach(m -> s.append(' ').append(m));
        if (!query.dimensions().isEmpty()) {
            s.append(" --by ").append(String.join(",", query.dimensions()));
        }
        option(s, "--from", query.period().from());
        option(s, "--to", query.period().to());
        for (Filter filter : query.filters()) {
            if (filter instanceof Filter.Members m) {
                s.append(m.exclude() ? " --not " : " --only ").append(quoted(text(m)));
            } else if (filter instanceof Filter.Range r) {
                s.append(" --between ").append(quoted(r.dimension() + "=" + end(r.from()) + ".." + end(r.to())));
            } else {
                s.append(" --where ").append(quoted(((Filter.Condition) filter).condition()));
            }
        }
        if (query.comparison() != Comparison.NONE) {
            option(
                    s,
                    "--compare",
                    query.comparison().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (!query.running().isNone()) {
            option(s, "--running", query.running());
        }
        if (query.incomplete() != Incomplete.SAME_PART) {
            option(
                    s,
                    "--incomplete",
                    query.incomplete().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        query.topN().ifPresent(n -> option(s, "--top", n));
        return s.toString();
    }

    private static void option(StringBuilder s, String name, @Nullable Object value) {
        if (value != null) {
            s.append(' ').append(name).append(' ').append(value);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("([\\\\\"$`])", "\\\\$1") + '"';
    }

    private static String text(Filter.Members filter) {
        StringJoiner all = new StringJoiner("|", filter.dimension() + "=", "");
        for (String member : filter.members()) {
            all.add(member == null ? UNKNOWN : member.replaceAll("([\\\\|?])", "\\\\$1"));
        }
        return all.toString();
    }

    private static String end(@Nullable String member) {
        return member == null ? "" : member;
    }

    /**
     * Members of a dimension as a command writes them: {@code country=France|Germany}. A backslash before a bar, a question
     * mark or a backslash stands for that; a question mark alone is the unknown member.
     *
     * @param exclude whether rows with these members are left out
     * @throws AnalyticsException ARGUMENT_INVALID if there is no equals sign
     */
    public static Filter members(String text, boolean exclude) {
        int equals = dimension(text, "country=France|Germany");
        List<@Nullable String> members = new ArrayList<>();
        StringBuilder member = new StringBuilder();
        boolean unknown = false;
        for (int i = equals + 1; i <= text.length(); i++) {
            char c = i == text.length() ? '|' : text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                member.append(text.charAt(++i));
            } else if (c == '|') {
                members.add(unknown && member.isEmpty() ? null : member.toString());
                member.setLength(0);
                unknown = false;
            } else if (c == '?' && member.isEmpty() && !unknown) {
                unknown = true;
            } else {
                member.append(c);
            }
        }
        return new Filter.Members(text.substring(0, equals), members, exclude);
    }

    /**
     * A range of a dimension as a command writes it: {@code quantity=2..5}, {@code month=2011-01-01..}.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is no equals sign or there are no two dots
     */
    public static Filter range(String text) {
        int equals = dimension(text, "quantity=2..5");
        int dots = text.indexOf("..", equals);
        if (dots < 0) {
            throw invalid(TEXTS.get("query.text.range_is_written_like", text), null);
        }
        String from = text.substring(equals + 1, dots);
        String to = text.substring(dots + 2);
        return new Filter.Range(text.substring(0, equals), from.isEmpty() ? null : from, to.isEmpty() ? null : to);
    }

    private static int dimension(String text, String like) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw invalid(TEXTS.get("query.text.dimension_and_what_it", like, text), null);
        }
        return equals;
    }

    /** Whether a text begins as such a command does. */
    public static boolean is(String text) {
        return text.startsWith(START + " ");
    }

    /**
     * The question of a command that {@link #of} wrote.
     *
     * @throws AnalyticsException ARGUMENT_INVALID for any other text
     */
    public static MetricQuery read(String command) {
        if (!is(command)) {
            throw invalid(TEXTS.get("query.text.does_not_begin_with", command, START), null);
        }
        List<String> words = words(command.substring(START.length()));
        List<String> metrics = new ArrayList<>();
        int i = 0;
        while (i < words.size() && !words.get(i).startsWith("--")) {
            metrics.add(words.get(i++));
        }
        MetricQuery query = MetricQuery.of(metrics.toArray(String[]::new));
        LocalDate from = null;
        LocalDate to = null;
        for (; i + 1 < words.size(); i += 2) {
            String value = words.get(i + 1);
            try {
                switch (words.get(i)) {
                    case "--by" -> query = query.by(value.split(",", -1));
                    case "--from" -> from = LocalDate.parse(value);
                    case "--to" -> to = LocalDate.parse(value);
                    case "--where" -> query = query.where(Filter.where(value));
                    case "--only" -> query = query.where(members(value, false));
                    case "--not" -> query = query.where(members(value, true));
                    case "--between" -> query = query.where(range(value));
                    case "--compare" ->
                        query = query.compare(Comparison.valueOf(
                                value.toUpperCase(Locale.ROOT).replace('-', '_')));
                    case "--running" -> query = query.running(Running.parse(value));
                    case "--incomplete" ->
                        query = query.incomplete(Incomplete.valueOf(
                                value.toUpperCase(Locale.ROOT).replace('-', '_')));
                    case "--top" -> query = query.top(Integer.parseInt(value));
                    default -> throw invalid(TEXTS.get("query.text.is_no_option_query", words.get(i)), null);
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                throw invalid(TEXTS.get("query.text.is_no_value", value, words.get(i)), e);
            }
        }
        if (i < words.size()) {
            throw invalid(TEXTS.get("query.text.has_no_value", words.get(i)), null);
        }
        return query.during(new Period(from, to));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static AnalyticsException invalid(String sentence, @Nullable Exception cause) {
        return cause == null
                ? new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence)
                : new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence, cause);
    }
}
