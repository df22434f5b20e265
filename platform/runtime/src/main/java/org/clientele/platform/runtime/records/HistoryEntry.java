package org.clientele.platform.runtime.records;

import java.time.LocalDateTime;

/**
 * Something that a customer did, or that was done for her.
 *
 * @param at when, in the workspace's zone
 * @param kind what kind of thing
 * @param title for people: "Order 536365"
 * @param detail for people, or "": "7 lines, WHITE METAL LANTERN and others"
 * @param value for people, or "": "GBP 139.12"
 */
public record HistoryEntry(LocalDateTime at, Kind kind, String title, String detail, String value) {
    /** What kind of thing it is. */
    public enum Kind {
        ORDER,
        RETURN,
        INTERACTION,
        TICKET,
        FEEDBACK,
        CAMPAIGN
    }
}
