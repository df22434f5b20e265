package org.clientele.platform.warehouse;

import java.sql.SQLException;
import java.util.Locale;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;

/** Says what the engine's errors mean in our own words; the engine's stay as the cause. */
final class EngineErrors {
    private EngineErrors() {}

    /** @param doing what was tried, after "could not": "run a query" */
    static AnalyticsException translate(SQLException e, String doing, CancelSignal cancel) {
        String message = String.valueOf(e.getMessage());
        String kind = message.toLowerCase(Locale.ROOT);
        if (cancel.isCancelled() || kind.contains("interrupt error")) {
            return new AnalyticsException(ErrorCode.CANCELLED, "Cancelled.", e);
        }
        if (kind.contains("out of memory")) {
            return new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "The warehouse could not " + doing + " within the memory it may use. "
                            + "Ask for fewer groups or days, import fewer columns, or start Clientele with more memory"
                            + " (CLIENTELE_JAVA_OPTS=-Xmx2g).",
                    e);
        }
        if (kind.contains("no space left") || kind.contains("could not write")) {
            return new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "The warehouse could not " + doing + ": the disk is full. Free some space and try again.",
                    e);
        }
        if (kind.contains("out of range") || kind.contains("overflow") || kind.contains("conversion error")) {
            return new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID,
                    "The warehouse could not " + doing + ": a value is too large for its type (" + firstLine(message)
                            + ").",
                    e);
        }
        if (kind.contains("corrupt") || kind.contains("could not read enough bytes")) {
            return new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID,
                    "The warehouse could not " + doing + ", because its file is damaged (" + firstLine(message)
                            + "). Restore warehouse.duckdb from a backup, or name another workspace.",
                    e);
        }
        return new AnalyticsException(
                ErrorCode.INTERNAL, "The warehouse could not " + doing + ": " + firstLine(message), e);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
