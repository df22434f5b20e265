package org.clientele.platform.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;

/** Answers queries in plain Java over a list of lines, sharing no code with the compiler: what it is held against. */
final class PlainAnswer {
    /** An order line with what it leads to. Fields may be null. */
    record Line(
            String order,
            LocalDateTime at,
            String customer,
            String product,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal amount,
            String ownCountry,
            String homeCountry,
            String category,
            LocalDateTime firstSale) {
        String country() {
            return ownCountry == null ? homeCountry : ownCountry;
        }

        boolean isSale() {
            return quantity != null && quantity.signum() > 0 && (price == null || price.signum() > 0);
        }

        Line moved(int months, int days) {
            return new Line(
                    order,
                    at == null ? null : at.plusMonths(months).plusDays(days),
                    customer,
                    product,
                    quantity,
                    price,
                    amount,
                    ownCountry,
                    homeCountry,
                    category,
                    firstSale == null ? null : firstSale.plusMonths(months).plusDays(days));
        }
    }

    /** A metric: its id and what it makes of the lines of a group, given which of them are of new customers. */
    record Metric(String id, Function<Group, Object> value) {}

    /** The lines of a group and which of their customers are new. */
    record Group(List<Line> lines, Predicate<Line> isNew) {
        BigDecimal sum(Predicate<Line> where, Function<Line, BigDecimal> of) {
            if (lines.isEmpty()) {
                return null;
            }
            List<BigDecimal> values = lines.stream()
                    .map(l -> where.test(l) ? of.apply(l) : BigDecimal.ZERO)
                    .filter(Objects::nonNull)
                    .toList();
            return values.isEmpty() ? null : values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        long distinct(Predicate<Line> where, Function<Line, String> of) {
            return lines.stream()
                    .filter(where)
                    .map(of)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
        }
    }

    record Query(
            List<Metric> metrics,
            List<String> dimensions,
            List<Predicate<Line>> filters,
            Period period,
            Comparison comparison,
            int limit) {}

    private final List<Line> lines;
    private final Query query;
    private final LocalDate begin;
    private final LocalDateTime asOf;

    PlainAnswer(List<Line> lines, Query query) {
        this.lines = lines;
        this.query = query;
        List<LocalDateTime> times =
                lines.stream().map(Line::at).filter(Objects::nonNull).sorted().toList();
        this.begin = times.get(0).toLocalDate();
        this.asOf = times.get(times.size() - 1);
    }

    List<List<Object>> rows() {
        int[] shift = shift();
        Map<List<Object>, Group> now = groups(lines, l -> true);
        Map<List<Object>, Group> before = shift == null
                ? new HashMap<>()
                : groups(
                        lines.stream().map(l -> l.moved(shift[0], shift[1])).toList(),
                        l -> l.at() != null && !l.at().isAfter(asOf) && covered(l, shift));
        Set<List<Object>> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(before.keySet());
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> key : keys) {
            List<Object> row = new ArrayList<>(key);
            for (Metric m : query.metrics()) {
                Object value = value(m, now.get(key));
                row.add(value);
                if (query.comparison() != Comparison.NONE) {
                    Object base = shift == null ? null : value(m, before.get(key));
                    row.add(base);
                    row.add(change(value, base));
                }
            }
            rows.add(row);
        }
        return ordered(rows);
    }

    private static Object value(Metric metric, Group group) {
        return group == null ? null : metric.value().apply(group);
    }

    private static Double change(Object now, Object base) {
        if (now == null || base == null || ((Number) base).doubleValue() == 0) {
            return null;
        }
        double b = ((Number) base).doubleValue();
        return (((Number) now).doubleValue() - b) / Math.abs(b);
    }

    private List<Grain> grains() {
        return query.dimensions().stream()
                .flatMap(d -> Stream.of(Grain.values()).filter(g -> g.name().equalsIgnoreCase(d)))
                .sorted()
                .toList();
    }

    private int[] shift() {
        List<Grain> grains = grains();
        LocalDate from = query.period().from();
        LocalDate to = query.period().to() == null
                ? asOf.toLocalDate()
                : query.period().to();
        if (query.comparison() == Comparison.NONE || grains.isEmpty() && from == null) {
            return null;
        }
        int[] shift;
        if (query.comparison() == Comparison.YEAR_BEFORE) {
            shift = !grains.isEmpty() && grains.get(0) == Grain.WEEK ? new int[] {0, 364} : new int[] {12, 0};
        } else if (grains.isEmpty()) {
            boolean months = from.getDayOfMonth() == 1
                    && YearMonth.from(to).atEndOfMonth().equals(to);
            shift = months
                    ? new int[] {(to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1, 0
                    }
                    : new int[] {0, (int) (to.toEpochDay() - from.toEpochDay() + 1)};
        } else {
            shift = switch (grains.get(0)) {
                case DAY -> new int[] {0, 1};
                case WEEK -> new int[] {0, 7};
                case MONTH -> new int[] {1, 0};
                case QUARTER -> new int[] {3, 0};
                case YEAR -> new int[] {12, 0};
            };
        }
        boolean reached = from == null || !from.isAfter(asOf.toLocalDate());
        boolean wholly = !grains.isEmpty()
                || !from.minusMonths(shift[0]).minusDays(shift[1]).isBefore(begin);
        return reached && wholly ? shift : null;
    }

    // A base step counts if the data had begun on its first day that is asked for.
    private boolean covered(Line moved, int[] shift) {
        if (grains().isEmpty()) {
            return true;
        }
        LocalDate start = grains().get(0).floor(moved.at().toLocalDate());
        LocalDate from = query.period().from();
        LocalDate asked = from != null && from.isAfter(start) ? from : start;
        return !asked.minusMonths(shift[0]).minusDays(shift[1]).isBefore(begin);
    }

    private boolean inPeriod(LocalDateTime at) {
        LocalDate from = query.period().from();
        LocalDate to = query.period().to();
        if (at == null) {
            return from == null && to == null;
        }
        return (from == null || !at.toLocalDate().isBefore(from))
                && (to == null || !at.toLocalDate().isAfter(to));
    }

    private Map<List<Object>, Group> groups(List<Line> all, Predicate<Line> kept) {
        Map<List<Object>, List<Line>> groups = new LinkedHashMap<>();
        if (query.dimensions().isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (Line l : all) {
            if (inPeriod(l.at()) && kept.test(l) && query.filters().stream().allMatch(f -> f.test(l))) {
                List<Object> key = new ArrayList<>();
                query.dimensions().forEach(d -> key.add(member(d, l)));
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(l);
            }
        }
        Predicate<Line> isNew = l -> l.firstSale() != null
                && inPeriod(l.firstSale())
                && grains().stream()
                        .allMatch(g -> l.at() != null
                                && g.floor(l.firstSale().toLocalDate()).equals(g.floor(l.at().toLocalDate())));
        Map<List<Object>, Group> result = new LinkedHashMap<>();
        groups.forEach((k, v) -> result.put(k, new Group(v, isNew)));
        return result;
    }

    private static Object member(String dimension, Line l) {
        return switch (dimension) {
            case "country" -> l.country();
            case "product" -> l.product();
            case "category" -> l.category();
            case "customer" -> l.customer();
            default ->
                l.at() == null
                        ? null
                        : Grain.valueOf(dimension.toUpperCase(java.util.Locale.ROOT))
                                .floor(l.at().toLocalDate());
        };
    }

    private List<List<Object>> ordered(List<List<Object>> rows) {
        int n = query.dimensions().size();
        Comparator<List<Object>> byMembers = (a, b) -> 0;
        Comparator<List<Object>> byTime = (a, b) -> 0;
        for (int i = 0; i < n; i++) {
            int column = i;
            Comparator<List<Object>> by = Comparator.comparing(
                    r -> r.get(column) == null ? null : r.get(column).toString(),
                    Comparator.nullsLast(Comparator.naturalOrder()));
            byMembers = byMembers.thenComparing(by);
            boolean time = Stream.of(Grain.values())
                    .anyMatch(g -> g.name().equalsIgnoreCase(query.dimensions().get(column)));
            byTime = time ? byTime.thenComparing(by) : byTime;
        }
        Comparator<List<Object>> byValue = Comparator.comparing(
                r -> r.get(n) == null ? null : new BigDecimal(r.get(n).toString()),
                Comparator.nullsLast(Comparator.reverseOrder()));
        Comparator<List<Object>> rank = byValue.thenComparing(byMembers);
        List<List<Object>> result = new ArrayList<>(rows);
        result.sort(rank);
        if (query.limit() > 0 && result.size() > query.limit()) {
            result = new ArrayList<>(result.subList(0, query.limit()));
        }
        if (!grains().isEmpty()) {
            result.sort(byTime.thenComparing(byMembers));
        }
        return result;
    }

    /** A quotient as the language means it: a double, null where the divisor is 0 or anything is missing. */
    static Double quotient(Number dividend, Number divisor) {
        return dividend == null || divisor == null || divisor.doubleValue() == 0
                ? null
                : (dividend.doubleValue() / divisor.doubleValue());
    }

    /** A mean with enough digits to compare with. */
    static Double mean(List<BigDecimal> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 15, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
