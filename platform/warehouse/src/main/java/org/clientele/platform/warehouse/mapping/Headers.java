package org.clientele.platform.warehouse.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** The names of a source's columns. */
public final class Headers {
    private static final Texts TEXTS = Texts.of(Headers.class);

    /** More would make the engine plan for minutes. */
    private static final int MOST_COLUMNS = 2_000;

    private static final int MOST_LISTED = 30;
    private static final int LONGEST_LISTED = 60;

    private Headers() {}

    /** The place of the first column of that name in any case, from 0, or -1. */
    public static int indexOf(List<String> headers, String header) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).equalsIgnoreCase(header)) {
                return i;
            }
        }
        return -1;
    }

    /** Headers for a message: as many as can be read. */
    public static String listed(List<String> headers) {
        String names = headers.stream()
                .limit(MOST_LISTED)
                .map(h -> h.isEmpty() ? "\"\"" : h.length() > LONGEST_LISTED ? h.substring(0, LONGEST_LISTED) + "…" : h)
                .collect(Collectors.joining(", "));
        return headers.size() > MOST_LISTED
                ? TEXTS.get("headers.more", names, String.valueOf((headers.size() - MOST_LISTED)))
                : names;
    }

    /**
     * Refuses a source of more columns than are taken.
     *
     * @throws AnalyticsException FILE_UNRECOGNISED
     */
    public static void requireFew(String source, List<String> headers) {
        if (headers.size() > MOST_COLUMNS) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNRECOGNISED,
                    TEXTS.get("headers.has_columns_at_most", source, headers.size(), MOST_COLUMNS));
        }
    }
}
