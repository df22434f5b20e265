package org.clientele.sdk;

import org.jspecify.annotations.Nullable;

/**
 * The one exception of the SDK. Its message is one or two sentences for a person: what went wrong, where, why, and what
 * to do; its code tells programs the same.
 *
 * <pre>{@code
 * throw new AnalyticsException(ErrorCode.DATA_COLUMN_MISSING,
 *         "The table customer has no column email. Import a file that has one, or choose another column.");
 * }</pre>
 */
public class AnalyticsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** @param message what went wrong, where, why, and what to do; shown as it is */
    public AnalyticsException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /**
     * @param message what went wrong, where, why, and what to do; shown as it is
     * @param cause what a developer would want to see, or null
     */
    public AnalyticsException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The kind of failure. */
    public ErrorCode code() {
        return code;
    }

    /** Whose matter it is. */
    public Blame blame() {
        return code.blame();
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code.name() : message;
    }
}
