package org.clientele.platform.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clientele.platform.runtime.arrange.ArrangementJson;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bookmarks of a workspace: JSON files that may be copied to another one. Its methods read or write files: not for the UI thread. */
public final class BookmarkFolder {
    private static final Texts TEXTS = Texts.of(BookmarkFolder.class);

    /** Its name in the workspace. */
    static final String NAME = "bookmarks";

    private static final Logger LOG = LoggerFactory.getLogger(BookmarkFolder.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SCHEMA = 1;

    private final Path folder;

    BookmarkFolder(Path workspace) {
        this.folder = workspace.resolve(NAME);
    }

    /** All that can be read, by title; one that is broken is left out and logged. */
    public List<Bookmark> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Bookmark> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                try {
                    all.add(read(JSON.readTree(file.toFile())));
                } catch (IOException | IllegalArgumentException e) {
                    LOG.warn("The bookmark {} is left out: {}", file, e.getMessage());
                }
            }
        } catch (IOException e) {
            LOG.warn("The bookmarks in {} cannot be listed", folder, e);
        }
        all.sort(Comparator.comparing(Bookmark::title, String.CASE_INSENSITIVE_ORDER));
        return all;
    }

    private static Bookmark read(JsonNode node) {
        if (node.path("schemaVersion").asInt() != SCHEMA) {
            throw new IllegalArgumentException("it is of another version");
        }
        Map<String, ViewState> views = new TreeMap<>();
        node.path("views").properties().forEach(tile -> {
            Map<String, String> values = new TreeMap<>();
            tile.getValue()
                    .properties()
                    .forEach(v -> values.put(v.getKey(), v.getValue().asText()));
            views.put(tile.getKey(), new ViewState(values));
        });
        return new Bookmark(
                node.path("title").asText(),
                node.path("dashboard").asText(),
                ScopeJson.scope(node.get("scope")),
                views,
                Optional.ofNullable(node.get("arrangement")).map(ArrangementJson::read),
                node.path("filling").asText());
    }

    /**
     * Saves a bookmark; one of the same title is replaced.
     *
     * @return its JSON file, which may be copied to another workspace
     * @throws AnalyticsException ARGUMENT_INVALID without a title; RESOURCE_EXHAUSTED if it cannot be written
     */
    public Path save(Bookmark bookmark) {
        if (bookmark.title().isBlank()) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("bookmark.folder.bookmark_needs_name"));
        }
        ObjectNode node = JSON.createObjectNode();
        node.put("schemaVersion", SCHEMA);
        node.put("title", bookmark.title().strip());
        node.put("dashboard", bookmark.dashboard());
        node.set("scope", ScopeJson.node(bookmark.scope()));
        ObjectNode views = node.putObject("views");
        bookmark.views().forEach((tile, view) -> view.values().forEach(views.withObjectProperty(tile)::put));
        bookmark.arrangement().ifPresent(a -> node.set("arrangement", ArrangementJson.node(a)));
        if (!bookmark.filling().isEmpty()) {
            node.put("filling", bookmark.filling());
        }
        Path file = file(bookmark.title());
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "bookmark", ".tmp");
            Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("bookmark.folder.bookmark_cannot_written", file, String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** Deletes the bookmark of that title; nothing happens where there is none. */
    public void remove(String title) {
        try {
            Files.deleteIfExists(file(title));
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("bookmark.folder.bookmark_cannot_deleted", String.valueOf(e.getMessage())),
                    e);
        }
    }

    /** Titles that differ have files that differ. */
    private Path file(String title) {
        String name = Normalizer.normalize(title.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String mark = Integer.toHexString(title.strip().hashCode());
        return folder.resolve(name.substring(0, Math.min(60, name.length())) + "-" + mark + ".json");
    }
}
