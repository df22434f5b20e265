package org.clientele.platform.warehouse;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.platform.warehouse.csv.PlainType;
import org.clientele.platform.warehouse.mapping.Absent;
import org.clientele.platform.warehouse.mapping.FormatDecision;
import org.clientele.platform.warehouse.mapping.FormatFinder;
import org.clientele.platform.warehouse.mapping.FormatHints;
import org.clientele.platform.warehouse.mapping.FormatQuestion;
import org.clientele.platform.warehouse.mapping.FormatSql;
import org.clientele.platform.warehouse.mapping.Tally;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/** How the columns of one source are written: what the recipe says, else what all its rows say. */
final class ColumnFormats {
    private static final Pattern PLAIN_DATE =
            Pattern.compile("\\s*\\d{4}-\\d{1,2}-\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?\\s*");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\s*[+-]?\\d*(\\.\\d+)?\\s*");
    private static final Pattern THOUSANDS = Pattern.compile("\\s*[+-]?\\d{1,3}(\\.\\d{3})+\\s*");

    private static final Set<ColumnType> PLAIN =
            Set.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.DATE, ColumnType.TIMESTAMP);

    private final RecipeColumns columns;
    private final SourceHead head;
    private final FormatSql sql;
    private final FormatHints hints;
    private Map<String, FormatDecision> decisions = Map.of();

    ColumnFormats(RecipeColumns columns, SourceHead head, ImportSettings settings, WarehouseOptions options) {
        this.columns = columns;
        this.head = head;
        LocalDate today = LocalDate.ofInstant(options.clock().instant(), ZoneOffset.UTC);
        this.sql = new FormatSql(today, settings.zone());
        this.hints = FormatHints.of(head.delimiter(), settings.locale());
    }

    Typing typing() {
        return sql::cast;
    }

    /** Whether the sample leaves no doubt that all is written the usual way, so that loading may begin before the end. */
    boolean plainSoFar() {
        for (Map.Entry<String, Origin> e : columns.origins().entrySet()) {
            ColumnSpec spec = columns.table().find(e.getKey()).orElse(null);
            if (spec != null && e.getValue().source() != null && !plain(spec, e.getKey())) {
                return false;
            }
        }
        return !head.sample().isEmpty();
    }

    /** Columns of the source, by number, that feed one column of the table and nothing else, and are written the usual way. */
    Map<Integer, PlainType> plainTypes() {
        Map<Integer, PlainType> types = new TreeMap<>();
        plainColumns().forEach((column, at) -> {
            ColumnSpec spec = columns.table().find(column).orElseThrow();
            int scale = spec.type() == ColumnType.DECIMAL ? FormatSql.scale(spec) : 0;
            PlainType.Kind kind = switch (spec.type()) {
                case INTEGER -> PlainType.Kind.WHOLE;
                case DECIMAL -> PlainType.Kind.DECIMAL;
                case DATE -> PlainType.Kind.DATE;
                default -> PlainType.Kind.TIMESTAMP;
            };
            // Twice the scale, since the digits of the unit count too where RowFeed makes a decimal of a whole number.
            types.put(at, new PlainType(kind, PlainType.DIGITS - 2 * scale, scale));
        });
        return types;
    }

    /** The origins of the table's columns if those of {@link #plainTypes} are read as their types. */
    Map<String, Origin> plainOrigins() {
        Map<String, Origin> origins = new LinkedHashMap<>(origins());
        plainColumns().forEach((column, at) -> origins.put(column, Origin.typed(CsvSql.column(at))));
        return origins;
    }

    private Map<String, Integer> plainColumns() {
        Map<String, Integer> plain = new LinkedHashMap<>();
        columns.origins().forEach((column, origin) -> {
            ColumnSpec spec = columns.table().find(column).orElse(null);
            Integer at = columns.sources().get(column);
            if (spec != null && at != null && PLAIN.contains(spec.type()) && isAlone(origin, CsvSql.column(at))) {
                plain.put(column, at);
            }
        });
        // An amount is worked out of both as they were written, or of both as they are stored.
        List<String> factors = List.of("quantity", "unit_price");
        if (columns.origins().keySet().containsAll(factors) && !plain.keySet().containsAll(factors)) {
            plain.keySet().removeAll(factors);
        }
        return plain;
    }

    private boolean isAlone(Origin origin, String source) {
        Pattern name = Pattern.compile("\\b" + source + "\\b");
        return source.equals(origin.source())
                && origin.format().isEmpty()
                && !origin.typed()
                && columns.origins().values().stream()
                                .map(Origin::source)
                                .filter(s -> s != null && name.matcher(s).find())
                                .count()
                        == 1;
    }

    private boolean plain(ColumnSpec spec, String column) {
        List<String> values = sample(column);
        if (spec.type().isTemporal()) {
            return values.stream().allMatch(v -> PLAIN_DATE.matcher(v).matches());
        }
        if (spec.type().isNumeric()) {
            return values.stream().allMatch(v -> PLAIN_NUMBER.matcher(v).matches())
                    && values.stream().noneMatch(v -> THOUSANDS.matcher(v).matches());
        }
        return spec.type() == ColumnType.TEXT
                || values.stream().allMatch(v -> v.equalsIgnoreCase("true") || v.equalsIgnoreCase("false"));
    }

    private List<String> sample(String column) {
        Integer at = columns.sources().get(column);
        return at == null
                ? List.of()
                : head.sample().stream()
                        .map(row -> row.get(at))
                        .filter(v -> !Absent.isAmongNumbers(v))
                        .toList();
    }

    /** Decides over all rows. */
    void decide(Tally tally) {
        List<FormatQuestion> questions = new ArrayList<>();
        columns.origins().forEach((column, origin) -> {
            String source = origin.source();
            ColumnSpec spec = columns.table().find(column).orElse(null);
            if (source != null && !origin.typed() && (spec == null || spec.type() != ColumnType.TEXT)) {
                String said = origin.format().isEmpty() ? null : origin.format();
                questions.add(new FormatQuestion(column, source, spec, said, sample(column)));
            }
        });
        decisions = new FormatFinder(sql, hints).decide(questions, tally);
    }

    /** Whether something is not written the usual way after all. */
    boolean differ() {
        return decisions.values().stream().anyMatch(d -> !d.format().isEmpty());
    }

    /** The columns' origins with what was decided. */
    Map<String, Origin> origins() {
        return origins(attributes());
    }

    /**
     * The same.
     *
     * @param stored the types that attributes are stored as, which may be wider than what this source's values would need
     */
    Map<String, Origin> origins(Map<String, ColumnType> stored) {
        Map<String, Origin> origins = new LinkedHashMap<>(columns.origins());
        decisions.forEach((column, decision) -> {
            boolean proven = stored.get(column) == decision.type() && decision.misfits() == 0;
            origins.computeIfPresent(column, (c, o) -> o.decided(decision.format(), proven));
        });
        return origins;
    }

    /** The types of columns that the model does not name. */
    Map<String, ColumnType> attributes() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        columns.attributes().keySet().forEach(a -> {
            @Nullable FormatDecision decision = decisions.get(a);
            types.put(a, decision == null ? ColumnType.TEXT : decision.type());
        });
        return types;
    }

    /** How columns are written, where it is not the usual way. */
    Map<String, String> written() {
        Map<String, String> written = new LinkedHashMap<>();
        decisions.forEach((column, decision) -> {
            if (!decision.format().isEmpty()) {
                written.put(column, decision.format());
            }
        });
        return written;
    }

    /** Sentences about readings that are not sure. */
    List<String> doubts() {
        return decisions.values().stream().flatMap(d -> d.doubts().stream()).toList();
    }
}
