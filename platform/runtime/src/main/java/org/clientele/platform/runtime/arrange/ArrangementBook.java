package org.clientele.platform.runtime.arrange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The arrangements of a workspace's dashboards, each in all of its versions: one file a dashboard to which lines of JSON are
 * only ever added. A process that is killed loses at most the line that it was writing. Thread-safe; reads and writes files,
 * so it is not for the UI thread.
 */
public final class ArrangementBook {
    private static final Texts TEXTS = Texts.of(ArrangementBook.class);

    /** Its name in the workspace. */
    public static final String NAME = "arrangements";

    private static final Logger LOG = LoggerFactory.getLogger(ArrangementBook.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Clock clock;

    /** @param workspace its folder */
    public ArrangementBook(Path workspace, Clock clock) {
        this.folder = workspace.resolve(NAME);
        this.clock = clock;
    }

    /** How a dashboard is arranged now. */
    public Arrangement current(String dashboard) {
        List<ArrangementVersion> all = versions(dashboard);
        return all.isEmpty() ? Arrangement.OWN : all.get(all.size() - 1).arrangement();
    }

    /** Every version, the oldest first; the plugin's own is not among them. */
    public synchronized List<ArrangementVersion> versions(String dashboard) {
        Path file = file(dashboard);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<ArrangementVersion> all = new ArrayList<>();
        try {
            // Not as lines of text: what a power failure left behind need not be any.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                if (!line.isBlank()) {
                    read(line, all.size() + 1, file, all);
                }
            }
        } catch (IOException e) {
            LOG.warn("The arrangements in {} cannot be read", file, e);
        }
        return List.copyOf(all);
    }

    private static void read(String line, int number, Path file, List<ArrangementVersion> into) {
        try {
            JsonNode node = JSON.readTree(line);
            into.add(new ArrangementVersion(
                    number,
                    Instant.parse(node.path("at").asText()),
                    node.path("deed").asText(),
                    ArrangementJson.read(node.path("tiles"))));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            LOG.warn("A line of {} is left out: {}", file, e.getMessage());
        }
    }

    /**
     * Adds a version, which is the one in force from then on; nothing happens where it is already.
     *
     * @param deed what was done, for the list of versions
     * @throws AnalyticsException RESOURCE_EXHAUSTED if it cannot be written
     */
    public synchronized void save(String dashboard, Arrangement arrangement, String deed) {
        if (arrangement.equals(current(dashboard))) {
            return;
        }
        ObjectNode node = JSON.createObjectNode();
        node.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        node.put("deed", deed);
        node.set("tiles", ArrangementJson.node(arrangement));
        append(file(dashboard), node.toString());
    }

    /**
     * Makes of the arrangement in force another one, and that the one in force.
     *
     * @return the one before and the one now
     */
    public synchronized Change change(String dashboard, String deed, UnaryOperator<Arrangement> making) {
        Arrangement before = current(dashboard);
        Arrangement after = making.apply(before);
        save(dashboard, after, deed);
        return new Change(before, after);
    }

    /**
     * What became of an arrangement.
     *
     * @param before it
     * @param after it
     */
    public record Change(Arrangement before, Arrangement after) {}

    private void append(Path file, String line) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
                long end = channel.size();
                // A line that was not written to its end must not take this one with it.
                String before = end > 0 && !endsLine(channel, end) ? "\n" : "";
                ByteBuffer bytes = ByteBuffer.wrap((before + line + "\n").getBytes(StandardCharsets.UTF_8));
                channel.position(end);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("arrangement.book.arrangement_cannot_written", file, String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static boolean endsLine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == '\n';
    }

    /**
     * A version by its number.
     *
     * @param number 0 for the plugin's own
     * @throws AnalyticsException ARGUMENT_INVALID if there is none
     */
    public Arrangement version(String dashboard, int number) {
        if (number == 0) {
            return Arrangement.OWN;
        }
        List<ArrangementVersion> all = versions(dashboard);
        return all.stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .map(ArrangementVersion::arrangement)
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        all.isEmpty()
                                ? TEXTS.get("arrangement.book.no_version_but_0", dashboard, number)
                                : TEXTS.get("arrangement.book.no_version", dashboard, number, all.size())));
    }

    /** Makes an old version the one in force, as a new one. */
    public void restore(String dashboard, int number) {
        save(
                dashboard,
                version(dashboard, number),
                number == 0 ? TEXTS.get("arrangement.book.reset") : TEXTS.get("arrangement.book.restore", number));
    }

    private Path file(String dashboard) {
        return folder.resolve(dashboard.replace('/', '~') + ".jsonl");
    }
}
