package org.clientele.platform.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is read again by the clock, as it is stored.
 *
 * @param id 0 before it is saved
 * @param kind folder, file or database
 * @param source the folder, the file or the URL
 * @param details how it is read, as JSON; no password
 * @param everyMinutes how often, or 0 where it is daily
 * @param dailyAt {@code 06:30}, or "" where it is every so often
 * @param paused whether it is left alone
 * @param createdAt when it was made
 * @param runAt when it ran last, or null
 * @param outcome how that ended, or ""
 * @param sentence what is said of that, or ""
 */
public record ScheduleEntry(
        long id,
        String kind,
        String source,
        String details,
        int everyMinutes,
        String dailyAt,
        boolean paused,
        Instant createdAt,
        @Nullable Instant runAt,
        String outcome,
        String sentence) {}
