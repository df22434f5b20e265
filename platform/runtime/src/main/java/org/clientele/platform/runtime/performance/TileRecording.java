package org.clientele.platform.runtime.performance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * What tiles cost over a while. Saved as JSON: {@code {"schemaVersion": 1, "dashboard": id, "begun": instant, "ended": instant,
 * "samples": [{"at": instant, "tile": id, "title", "waitedMillis", "queryMillis", "layoutMillis", "paintMillis", "cached",
 * "rows", "bytes", "marks", "advice"}]}}, one sample for each picture that was painted. Thread-safe.
 */
public final class TileRecording {
    private static final Texts TEXTS = Texts.of(TileRecording.class);

    /** The newest so many are kept. */
    private static final int MOST = 100_000;

    private final String dashboard;
    private final Clock clock;
    private final Instant begun;
    private final List<Sample> samples = new ArrayList<>();
    private Instant ended;

    private record Sample(Instant at, TileCost cost) {}

    /** Begins to record. */
    public TileRecording(String dashboard, Clock clock) {
        this.dashboard = dashboard;
        this.clock = clock;
        this.begun = clock.instant();
        this.ended = begun;
    }

    /** A picture was painted. */
    public synchronized void add(TileCost cost) {
        ended = clock.instant();
        samples.add(new Sample(ended, cost));
        if (samples.size() > MOST) {
            samples.remove(0);
        }
    }

    /** How many pictures it has. */
    public synchronized int size() {
        return samples.size();
    }

    /** The whole of it as JSON. */
    public synchronized String json() {
        ObjectNode node = new ObjectMapper()
                .createObjectNode()
                .put("schemaVersion", 1)
                .put("dashboard", dashboard)
                .put("begun", begun.toString())
                .put("ended", ended.toString());
        ArrayNode all = node.putArray("samples");
        for (Sample s : samples) {
            TileCost c = s.cost();
            all.addObject()
                    .put("at", s.at().toString())
                    .put("tile", c.tile())
                    .put("title", c.title())
                    .put("waitedMillis", c.waited())
                    .put("queryMillis", c.query())
                    .put("layoutMillis", c.layout())
                    .put("paintMillis", c.paint())
                    .put("cached", c.cached())
                    .put("rows", c.rows())
                    .put("bytes", c.bytes())
                    .put("marks", c.marks())
                    .put("advice", TileAdvice.of(c));
        }
        return node.toPrettyString();
    }

    /**
     * Writes it to a file. Blocks.
     *
     * @throws AnalyticsException RESOURCE_EXHAUSTED if it cannot be written
     */
    public void save(Path file) {
        try {
            Files.writeString(file, json());
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("tile.recording.recording_cannot_written", file, String.valueOf(e.getMessage())),
                    e);
        }
    }
}
