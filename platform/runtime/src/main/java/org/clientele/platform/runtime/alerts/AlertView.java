package org.clientele.platform.runtime.alerts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert and how it stands.
 *
 * @param alert what it watches for
 * @param said the condition in words: "Net revenue of a month above 1,200,000"
 * @param seen the first day of the last period that was judged, or null before the first
 * @param crossed whether the condition held then, or has not let go yet
 */
public record AlertView(Alert alert, String said, @Nullable LocalDate seen, boolean crossed) {}
