package org.clientele.platform.charts;

import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;

/** What a tile has to show. */
public sealed interface TileContent {
    /** Its data is on the way. */
    record Loading() implements TileContent {}

    /**
     * Its data is there.
     *
     * @param frame what the chart shows
     * @param trend what a spark line shows, or null
     */
    record Ready(Frame frame, @Nullable Frame trend) implements TileContent {}

    /**
     * Its data could not be had.
     *
     * @param code the kind of failure
     * @param message one or two sentences for a person
     */
    record Failed(ErrorCode code, String message) implements TileContent {}

    /**
     * There is nothing to show.
     *
     * @param sentence why: "No campaigns yet."
     * @param action what to do about it: "Import contacts", or ""
     */
    record Empty(String sentence, String action) implements TileContent {}

    /**
     * There is more than a picture can bear.
     *
     * @param sentence how much: "2,400,000 rows are more than a picture can show."
     * @param action what to do about it: "Choose a shorter period", or ""
     */
    record TooMuch(String sentence, String action) implements TileContent {}

    /** The reader may not see it. */
    record Forbidden() implements TileContent {}
}
