package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.platform.warehouse.rejects.Diagnosis;
import org.clientele.platform.warehouse.rejects.Expected;
import org.clientele.platform.warehouse.rejects.Fields;
import org.clientele.platform.warehouse.rejects.Finding;
import org.clientele.platform.warehouse.rejects.RowFindings;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Looks rows that did not fit up in what was staged, so that a person sees their line and text, and what is wrong. */
final class RowRejects {
    private static final Texts TEXTS = Texts.of(RowRejects.class);

    private final StagedRows rows;
    private final Map<String, Integer> sourceOf;
    private final List<RowCheck> checks;
    private final List<Expected> expected;
    private final List<Bad> bad = new ArrayList<>();

    /**
     * A row that breaks a rule.
     *
     * @param number of the row, from 0
     * @param check the number of the rule
     * @param value if it does not stand in the source's row
     * @param earlier the first row of that key
     */
    private record Bad(long number, int check, @Nullable String value, long earlier) {}

    private RowRejects(List<RowCheck> checks, StagedRows rows, Map<String, Integer> sourceOf) {
        this.checks = checks;
        this.rows = rows;
        this.sourceOf = sourceOf;
        this.expected = checks.stream()
                .map(c -> Expected.of(c.column()).written(c.format()).under(header(c.column())))
                .toList();
    }

    /**
     * @param statement of {@link RowSql#rejects}
     * @return how many there are
     */
    static long spool(
            PreparedStatement statement,
            List<RowCheck> checks,
            StagedRows rows,
            Map<String, Integer> sourceOf,
            RejectSpool rejects,
            CancelSignal cancel)
            throws SQLException {
        RowRejects found = new RowRejects(checks, rows, sourceOf);
        try (RunningStatement running = new RunningStatement(statement, cancel);
                ResultSet result = running.query()) {
            while (result.next()) {
                found.bad.add(new Bad(result.getLong(1), result.getInt(2), result.getString(3), result.getLong(4)));
            }
        }
        try {
            found.lookUp(rejects);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("row.rejects.cannot_write_rejects", String.valueOf(e.getMessage())),
                    e);
        }
        return found.bad.size();
    }

    private String header(ColumnSpec column) {
        Integer source = sourceOf.get(column.name());
        return source == null ? column.name() : rows.headers().get(source);
    }

    private void lookUp(RejectSpool rejects) throws IOException {
        long before = 0;
        int next = 0;
        for (StagedChunk chunk : rows.chunks()) {
            int first = next;
            long offset = before;
            while (next < bad.size() && bad.get(next).number() < before + chunk.records()) {
                next++;
            }
            long[] inChunk = bad.subList(first, next).stream()
                    .mapToLong(b -> b.number() - offset)
                    .toArray();
            int[] at = {first};
            chunk.lookUp(inChunk, (record, line, text) -> {
                Bad row = bad.get(at[0]++);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                String column = header(checks.get(row.check()).column());
                rejects.add(line, column, explain(row, text), bytes, 0, bytes.length);
            });
            before += chunk.records();
        }
    }

    private Finding explain(Bad row, String text) {
        RowCheck check = checks.get(row.check());
        List<String> fields = Fields.part(text, rows.delimiter());
        String column = check.column().name();
        String value = check.inSource() ? field(fields, column) : row.value();
        return switch (check.fault()) {
            case UNTYPED, MISSING, UNKNOWN_KIND -> Diagnosis.explain(check.column(), expected.get(row.check()), value);
            case NO_MONEY -> RowFindings.noPrice();
            case OVERFLOW -> overflow(fields, String.valueOf(value).split(" ", 2));
            case REPEATED ->
                RowFindings.repeated(
                        String.valueOf(value),
                        column.endsWith("_id") ? column.substring(0, column.length() - 3) : header(check.column()),
                        rows.lineOf(row.earlier()));
        };
    }

    /** @param typed quantity and price, for what the source's row does not say */
    private Finding overflow(List<String> fields, String[] typed) {
        String quantity = field(fields, "quantity");
        String price = field(fields, "unit_price");
        return RowFindings.amountTooLarge(
                quantity == null || quantity.isBlank() ? typed[0] : quantity,
                price == null || price.isBlank() ? typed[typed.length - 1] : price);
    }

    private @Nullable String field(List<String> fields, String column) {
        Integer source = sourceOf.get(column);
        return source == null || source >= fields.size() ? null : fields.get(source);
    }
}
