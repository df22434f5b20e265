package org.clientele.platform.warehouse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace says about how files are read.
 *
 * @param zone in which times are stored; those with an offset or zone of their own are moved into it
 * @param locale whose way of writing is meant where two fit, or null
 */
public record ImportSettings(ZoneId zone, @Nullable Locale locale) {
    /** Nothing is said; times are universal. */
    public static final ImportSettings NONE = new ImportSettings(ZoneOffset.UTC, null);
}
