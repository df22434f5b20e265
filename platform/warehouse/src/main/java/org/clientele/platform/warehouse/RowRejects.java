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
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;

/** Looks rows that did not fit up in what was staged, so that a person sees their line and text. */
final class RowRejects {
    private final List<Long> numbers = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    private RowRejects() {}

    /**
     * @param statement gives number, model column and reason of each
     * @return how many there are
     */
    static long spool(
            PreparedStatement statement,
            StagedRows rows,
            Map<String, Integer> sourceOf,
            RejectSpool rejects,
            CancelSignal cancel)
            throws SQLException {
        RowRejects found = new RowRejects();
        try (RunningStatement running = new RunningStatement(statement, cancel);
                ResultSet result = running.query()) {
            while (result.next()) {
                found.numbers.add(result.getLong(1));
                Integer source = sourceOf.get(result.getString(2));
                found.columns.add(
                        source == null ? result.getString(2) : rows.headers().get(source));
                found.reasons.add(result.getString(3));
            }
        }
        try {
            found.lookUp(rows.chunks(), rejects);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, "Cannot write the rejects: " + e.getMessage() + ".", e);
        }
        return found.numbers.size();
    }

    private void lookUp(List<StagedChunk> chunks, RejectSpool rejects) throws IOException {
        long before = 0;
        int next = 0;
        for (StagedChunk chunk : chunks) {
            int first = next;
            long offset = before;
            while (next < numbers.size() && numbers.get(next) < before + chunk.records()) {
                next++;
            }
            long[] inChunk = numbers.subList(first, next).stream()
                    .mapToLong(n -> n - offset)
                    .toArray();
            int[] at = {first};
            chunk.lookUp(inChunk, (record, line, text) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                rejects.add(line, columns.get(at[0]), reasons.get(at[0]), bytes, 0, bytes.length);
                at[0]++;
            });
            before += chunk.records();
        }
    }
}
