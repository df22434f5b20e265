package org.clientele.platform.warehouse;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clientele.platform.warehouse.RowSql.Origin;
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
        Map<String, Origin> origins = new LinkedHashMap<>(columns.origins());
        decisions.forEach((column, decision) -> origins.computeIfPresent(
                column, (c, o) -> new Origin(o.source(), o.constant(), o.typed(), decision.format(), o.joined())));
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
