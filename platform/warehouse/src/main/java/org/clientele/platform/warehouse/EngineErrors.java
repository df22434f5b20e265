package org.clientele.platform.warehouse;

import java.sql.SQLException;
import java.util.Locale;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** Says what the engine's errors mean in our own words; the engine's stay as the cause. */
final class EngineErrors {
    private static final Texts TEXTS = Texts.of(EngineErrors.class);

    private EngineErrors() {}

    /** @param task the end of the key of a text that says what was tried, after "could not": "run a query" */
    static AnalyticsException translate(SQLException e, String task, CancelSignal cancel) {
        String doing = TEXTS.get("doing." + task);
        String message = String.valueOf(e.getMessage());
        String kind = message.toLowerCase(Locale.ROOT);
        if (cancel.isCancelled() || kind.contains("interrupt error")) {
            return new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("cancelled"), e);
        }
        if (kind.contains("out of memory")) {
            return new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("engine.errors.warehouse_could_not_within", doing), e);
        }
        if (kind.contains("no space left") || kind.contains("could not write")) {
            return new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("engine.errors.warehouse_could_not_disk", doing), e);
        }
        if (kind.contains("out of range") || kind.contains("overflow") || kind.contains("conversion error")) {
            return new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID,
                    TEXTS.get("engine.errors.warehouse_could_not_value", doing, firstLine(message)),
                    e);
        }
        if (kind.contains("corrupt") || kind.contains("could not read enough bytes")) {
            return new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID,
                    TEXTS.get("engine.errors.warehouse_could_not_because", doing, firstLine(message)),
                    e);
        }
        return new AnalyticsException(
                ErrorCode.INTERNAL, TEXTS.get("engine.errors.warehouse_could_not", doing, firstLine(message)), e);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
