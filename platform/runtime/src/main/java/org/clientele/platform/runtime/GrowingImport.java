package org.clientele.platform.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.platform.catalog.ReadPosition;
import org.clientele.platform.catalog.ReadPositions;
import org.clientele.platform.runtime.refresh.GrowingText;
import org.clientele.platform.warehouse.Recipes;
import org.clientele.platform.warehouse.mapping.RecipeJson;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports text files by their lines: a new one as far as its lines are whole, later what came to its end, read as its
 * beginning was. How far a file was read is noted before an import and settled after it, so that a line comes in once even
 * if the program stops in between.
 */
final class GrowingImport {
    private static final Texts TEXTS = Texts.of(GrowingImport.class);

    private static final Logger LOG = LoggerFactory.getLogger(GrowingImport.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Session session;
    private final ReadPositions positions;

    GrowingImport(Session session) {
        this.session = session;
        this.positions = session.workspace().catalog().readPositions();
    }

    /**
     * What is known of a file that was read.
     *
     * @param text the file
     * @param mark how far it was read
     * @param reading how its lines are read
     * @param recipe where its columns go, and how their values are written
     */
    record Known(GrowingText text, GrowingText.Mark mark, ProposedTable.Reading reading, ImportRecipe recipe) {
        GrowingText.News news() throws IOException {
            return text.since(mark);
        }

        /** Whether a row that comes again takes the place of the old one. */
        boolean keyed() {
            return GrowingImport.keyed(recipe.entity());
        }
    }

    /** Whether rows of a table have keys, so that the same rows can come in again. */
    static boolean keyed(String entity) {
        return CustomerModel.standard().tables().stream()
                .anyMatch(t -> t.name().equals(entity) && !t.key().isEmpty());
    }

    /** What is known of a file, after an import that a crash may have cut short; empty if nothing of it was read. */
    Optional<Known> known(Path file) {
        ReadPosition at = positions.find(file.toString()).orElse(null);
        if (at != null && at.pendingTo() >= 0) {
            boolean there = session.workspace().warehouse().hasBatch(at.pendingBatch());
            at = there ? settled(file, at.pendingTo(), at.pendingState()) : settled(file, at.readTo(), at.state());
            positions.put(at);
        }
        return at == null || at.state().isEmpty() ? Optional.empty() : known(file, at.state());
    }

    private static ReadPosition settled(Path file, long to, String state) {
        return new ReadPosition(file.toString(), to, state, -1, "", 0);
    }

    private static Optional<Known> known(Path file, String state) {
        try {
            JsonNode n = JSON.readTree(state);
            JsonNode m = n.path("mark");
            GrowingText.Mark mark = new GrowingText.Mark(
                    m.path("readTo").asLong(),
                    m.path("start").asText(),
                    m.path("end").asText(),
                    m.path("firstRow").asText());
            JsonNode r = n.path("reading");
            ProposedTable.Reading reading = new ProposedTable.Reading(
                    ProposedTable.Format.valueOf(r.path("format").asText()),
                    r.path("charset").asText(),
                    r.path("delimiter").asText().charAt(0),
                    Layout.valueOf(r.path("layout").asText()),
                    r.path("headerRow").asInt());
            ImportRecipe recipe = Recipes.parse(n.path("recipe").asText(), String.valueOf(file.getFileName()));
            return Optional.of(new Known(text(file, reading), mark, reading, recipe));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("How far {} was read is not known any more", file, e);
            return Optional.empty();
        }
    }

    private static String state(GrowingText.Mark mark, ProposedTable.Reading reading, ImportRecipe recipe) {
        var n = JSON.createObjectNode();
        n.putObject("mark")
                .put("readTo", mark.readTo())
                .put("start", mark.start())
                .put("end", mark.end())
                .put("firstRow", mark.firstRow());
        n.putObject("reading")
                .put("format", reading.format().name())
                .put("charset", reading.charset())
                .put("delimiter", String.valueOf(reading.delimiter()))
                .put("layout", reading.layout().name())
                .put("headerRow", reading.headerRow());
        return n.put("recipe", RecipeJson.write(recipe)).toString();
    }

    private static GrowingText text(Path file, ProposedTable.Reading reading) {
        return new GrowingText(file, reading.delimiter(), reading.headerRow());
    }

    /** Whether a table can be read by lines: rows of one table, one a line, in bytes of which 10 ends a line. */
    static boolean can(ProposedTable table) throws IOException {
        return table.role() == ProposedTable.Role.TABLE
                && table.reading().layout() == Layout.DELIMITED
                && table.reading().format() == ProposedTable.Format.CSV
                && "\n".getBytes(Charset.forName(table.reading().charset())).length == 1
                && GrowingText.looksLikeText(table.file());
    }

    /**
     * Imports a file that was not read before.
     *
     * @param settled whether nobody writes it any more, so that a last line without an end is a line
     * @throws AnalyticsException what an import throws; FILE_UNREADABLE
     */
    ImportReply first(ProposedTable table, boolean settled, Progress progress, CancelSignal cancel) throws IOException {
        GrowingText text = text(table.file(), table.reading());
        long to = settled ? Files.size(table.file()) : text.complete();
        return part(table, text, 0, to, true, progress, cancel);
    }

    /** Imports the lines that came to the end of a file. */
    ImportReply rest(Known known, long to, Progress progress, CancelSignal cancel) throws IOException {
        Path file = known.text().file();
        ProposedTable.Reading r = known.reading();
        ImportCommand command = new ImportCommand(
                List.of(file),
                "",
                known.recipe().entity(),
                null,
                ImportMode.APPEND,
                new ReadingOptions(
                                r.charset(),
                                r.delimiter(),
                                r.headerRow(),
                                known.recipe().names(),
                                List.of(),
                                List.of())
                        .parted(r.layout()));
        ImportProposal proposal = session.imports().propose(command, cancel);
        for (FileImport bad : proposal.unreadable()) {
            FileImport.Failure failure = bad.failure();
            if (failure != null) {
                throw new AnalyticsException(failure.code(), failure.message());
            }
        }
        if (proposal.tables().isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNRECOGNISED, TEXTS.get("growing.import.cannot_read_any_more", file.getFileName()));
        }
        ProposedTable table = proposal.tables().get(0).by(known.recipe());
        return part(table, known.text(), known.mark().readTo(), to, false, progress, cancel);
    }

    private ImportReply part(
            ProposedTable table,
            GrowingText text,
            long from,
            long to,
            boolean whole,
            Progress progress,
            CancelSignal cancel)
            throws IOException {
        Path file = table.file();
        String name = named(String.valueOf(file.getFileName()), from);
        Path folder = session.directory().resolve("staging").resolve("part-" + UUID.randomUUID());
        Path part = folder.resolve(name);
        try {
            text.copy(from, to, part);
            GrowingText.Mark mark = text.mark(to);
            ReadPosition before = positions.find(file.toString()).orElse(settled(file, 0, ""));
            String after = state(mark, table.reading(), table.recipe());
            ImportReply reply = session.imports()
                    .runPart(
                            table,
                            name,
                            part,
                            whole,
                            batch -> positions.put(
                                    new ReadPosition(before.file(), before.readTo(), before.state(), to, after, batch)),
                            progress,
                            cancel);
            if (reply.files().stream().allMatch(f -> f.failure() == null)) {
                positions.put(settled(file, to, state(mark, table.reading(), pinned(table.recipe(), reply))));
            }
            return reply;
        } finally {
            delete(part, folder);
        }
    }

    /** "orders.csv", "orders (from byte 146).csv". */
    private static String named(String file, long from) {
        int dot = file.lastIndexOf('.') > 0 ? file.lastIndexOf('.') : file.length();
        return from == 0 ? file : file.substring(0, dot) + " (from byte " + from + ")" + file.substring(dot);
    }

    /** A few lines alone could be read in another way. */
    private static ImportRecipe pinned(ImportRecipe recipe, ImportReply reply) {
        var formats = new TreeMap<>(recipe.formats());
        reply.files().forEach(f -> formats.putAll(f.mapping().formats()));
        return recipe.toBuilder().formats(formats).build();
    }

    private static void delete(Path part, Path folder) {
        try {
            Files.deleteIfExists(part);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("A copy of lines is left in {}", folder, e);
        }
    }
}
