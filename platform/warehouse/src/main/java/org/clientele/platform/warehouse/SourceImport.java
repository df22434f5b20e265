package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientele.platform.warehouse.RowSql.Origin;
import org.clientele.platform.warehouse.csv.CsvStager;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.platform.warehouse.csv.StagedChunk;
import org.clientele.platform.warehouse.mapping.Headers;
import org.clientele.platform.warehouse.mapping.JoinProposal;
import org.clientele.platform.warehouse.mapping.RecipeJson;
import org.clientele.platform.warehouse.mapping.Role;
import org.clientele.platform.warehouse.mapping.Tally;
import org.clientele.platform.warehouse.rejects.RejectOrigin;
import org.clientele.platform.warehouse.source.TableSource;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** One source on its way: staged, typed, loaded. */
final class SourceImport implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(SourceImport.class);

    private static final Pattern RETURN = Pattern.compile(
            "return|refund|retoure|r(ü|ue)ck(gabe|sendung)|zur(ü|ue)ck|storn", Pattern.CASE_INSENSITIVE);

    private final PlannedSource planned;
    private final List<JoinProposal> joins;
    private final TableSource source;
    private final CancelSignal cancel;
    private final long id;
    private final Path staging;
    private final RecipeColumns columns;
    private final ColumnFormats formats;
    private final RejectSpool lines;
    private RejectSpool values;
    private final long started = System.nanoTime();
    private final List<StagedChunk> chunks = new ArrayList<>();
    private final List<Orphan> orphans = new ArrayList<>();
    private final List<String> marked = new ArrayList<>();
    private final Map<HelperTable, String> given = new LinkedHashMap<>();
    private CsvStager.@Nullable Result staged;
    private @Nullable Path rejectsFile;

    /**
     * @param joins of the import
     * @param staging a folder for this source alone, which the caller deletes
     */
    SourceImport(
            PlannedSource planned,
            List<JoinProposal> joins,
            TableSource source,
            long id,
            Path staging,
            ImportSettings settings,
            WarehouseOptions options,
            CancelSignal cancel)
            throws IOException {
        this.planned = planned;
        this.joins = joins;
        this.source = source;
        this.cancel = cancel;
        this.id = id;
        this.staging = staging;
        this.columns = RecipeColumns.apply(
                planned.name(), planned.head().headers(), planned.head().sample(), planned.recipe(), planned.role());
        this.formats = new ColumnFormats(columns, planned.head(), settings, options);
        Files.createDirectories(staging);
        this.lines = new RejectSpool(staging.resolve("lines.rejects"));
        this.values = new RejectSpool(staging.resolve("values.rejects"));
    }

    long id() {
        return id;
    }

    PlannedSource planned() {
        return planned;
    }

    String entity() {
        return columns.table().name();
    }

    ImportBatch batch(long group) {
        return new ImportBatch(id, "", planned.name(), entity(), recipeId(), group);
    }

    private String recipeId() {
        return planned.recognised() ? planned.recipe().id().toString() : "";
    }

    /** Whether rows can be loaded while later ones are still read: nothing must be known of the whole source first. */
    boolean streams() {
        return !planned.marks()
                && columns.table().key().isEmpty()
                && columns.attributes().isEmpty()
                && columns.origins().values().stream().noneMatch(RowSql.Origin::numbered)
                && priceOf(columns.origins()).isEmpty()
                && formats.plainSoFar();
    }

    /** Reads everything; what parses is in chunks then. */
    void stage(Progress progress) {
        staged = stage(chunks::add, progress);
    }

    private CsvStager.Result stage(CsvStager.ChunkSink sink, Progress progress) {
        return source.stage(staging, sink, lines, progress, cancel);
    }

    private CsvStager.Result staged() {
        return Objects.requireNonNull(staged, "stage() comes first");
    }

    /** Of the content, in hex. */
    String sha256() {
        return staged().sha256();
    }

    private long read() {
        return staged().records() + staged().rejects();
    }

    /** Whether its rows are no rows of a table, but only give columns to those of other sources. */
    boolean helps() {
        return planned.role() == Role.ORDER_HEADER || planned.role() == Role.PRODUCT_CATEGORY;
    }

    /** Loads what was staged, with what helpers know about its rows; each with the header of the column that refers to it. */
    void load(Loader loader, LinkedHashMap<HelperTable, String> helpers) {
        if (chunks.isEmpty()) {
            return;
        }
        StagedRows rows = rows(chunks);
        formats.decide(loader.tally(rows));
        Map<String, ColumnType> attributes = new LinkedHashMap<>();
        if (!columns.attributes().isEmpty()) {
            attributes.putAll(loader.addAttributes(entity(), formats.attributes(), columns.attributes()));
        }
        Map<String, Origin> origins = formats.origins(attributes);
        String priceOf = priceOf(origins);
        given.putAll(helpers);
        if (!helpers.isEmpty() || !priceOf.isEmpty()) {
            LinkedHashMap<HelperTable, String> joins = new LinkedHashMap<>();
            helpers.forEach((helper, header) -> {
                joins.put(helper, CsvSql.column(Headers.indexOf(planned.head().headers(), header)));
                attributes.putAll(attributesOf(loader, helper));
            });
            rows = rows.joined(HelperTable.join(rows.numbered(), origins, joins, priceOf));
            countOrphans(loader.tally(rows), joins, helpers);
        }
        loader.load(
                new RowSql(columns.table(), origins, attributes, formats.typing(), planned.recipe()),
                rows,
                columns.sources(),
                values);
    }

    /** SQL of the product whose list price a line takes: if it has none of its own. */
    private String priceOf(Map<String, Origin> origins) {
        Origin product = origins.get("product_id");
        String source = product == null ? null : product.source();
        boolean takes = entity().equals(CustomerModel.ORDER_LINE)
                && !origins.containsKey("unit_price")
                && !origins.containsKey("amount");
        return takes && source != null ? source : "";
    }

    private Map<String, ColumnType> attributesOf(Loader loader, HelperTable helper) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        helper.gives().stream()
                .filter(c -> columns.table().find(c.name()).isEmpty())
                .forEach(c -> {
                    types.put(c.name(), c.type());
                    labels.put(c.name(), c.label());
                });
        return types.isEmpty() ? types : loader.addAttributes(entity(), types, labels);
    }

    private void countOrphans(
            Tally tally, LinkedHashMap<HelperTable, String> joins, LinkedHashMap<HelperTable, String> headers) {
        int n = 0;
        for (Map.Entry<HelperTable, String> join : joins.entrySet()) {
            List<@Nullable String> found = tally.select(HelperTable.orphans(n++, join.getValue()));
            long alone = Long.parseLong(String.valueOf(found.get(0)));
            if (alone > 0) {
                orphans.add(new Orphan(
                        headers.getOrDefault(join.getKey(), ""),
                        join.getKey().source(),
                        alone,
                        Long.parseLong(String.valueOf(found.get(1))),
                        String.valueOf(found.get(2))));
            }
        }
    }

    /** Loads what was staged as marks of orders that came back. */
    void loadAsMarks(Loader loader) {
        if (chunks.isEmpty()) {
            return;
        }
        StagedRows rows = rows(chunks);
        formats.decide(loader.tally(rows));
        Map<String, ColumnType> attributes = loader.addAttributes(entity(), formats.attributes(), columns.attributes());
        CustomerModel.Table table = ReturnMarks.staging(this, columns, formats.attributes());
        loader.create(table);
        Map<String, Origin> origins = new LinkedHashMap<>(formats.origins());
        origins.keySet().retainAll(columns.sources().keySet());
        loader.load(new RowSql(table, origins, Map.of(), formats.typing(), null), rows, columns.sources(), values);
        Set<String> about = new LinkedHashSet<>();
        columns.attributes().forEach((name, header) -> {
            if (RETURN.matcher(header).find()) {
                about.add(name);
            }
        });
        ReturnMarks.Result result = loader.takeMarks(table, attributes, about);
        marked.addAll(result.sentences(planned.name(), ReturnMarks.dated(table, about)));
        Orphan unknown = result.unknown();
        if (unknown != null) {
            orphans.add(unknown);
        }
    }

    /**
     * Loads what was staged as a helper of others.
     *
     * @param keyHeader the header of the column that they refer to
     */
    HelperTable loadAsHelper(Loader loader, String keyHeader) {
        int key = Headers.indexOf(planned.head().headers(), keyHeader);
        if (key < 0) {
            throw new AnalyticsException(
                    ErrorCode.DATA_COLUMN_MISSING,
                    TEXTS.get("source.import.has_no_column_which", planned.name(), keyHeader));
        }
        boolean overrides = planned.role() == Role.PRODUCT_CATEGORY;
        if (chunks.isEmpty()) {
            HelperTable empty = HelperTable.of(this, columns, Map.of(), overrides);
            loader.createHelper(empty);
            return empty;
        }
        StagedRows rows = rows(chunks);
        formats.decide(loader.tally(rows));
        HelperTable helper = HelperTable.of(this, columns, formats.attributes(), overrides);
        loader.createHelper(helper);
        Map<String, Origin> origins = new LinkedHashMap<>();
        origins.put(HelperTable.KEY, Origin.text(CsvSql.column(key), ""));
        origins.putAll(formats.origins());
        Map<String, Integer> sources = new LinkedHashMap<>(columns.sources());
        sources.put(HelperTable.KEY, key);
        loader.load(new RowSql(helper.table(), origins, Map.of(), formats.typing(), null), rows, sources, values);
        return helper;
    }

    /**
     * Stages and loads at once, taking values for written the usual way.
     *
     * @return whether they were; if not, what was loaded must be taken back, and {@link #load} does it right
     */
    boolean stream(Loader loader, Progress progress) throws IOException {
        source.hope(formats.plainTypes());
        StreamedLoad load = new StreamedLoad(loader, planned, columns, formats, values);
        try (ChunkPipe pipe = new ChunkPipe(load::load)) {
            staged = stage(
                    chunk -> {
                        chunks.add(chunk.onFile());
                        pipe.accept(chunk);
                    },
                    progress);
            pipe.finish();
        }
        boolean right = !load.failed();
        if (right && values.count() > 0) {
            formats.decide(loader.tally(rows(chunks)));
            right = !formats.differ();
        }
        if (!right) {
            values.close();
            values = new RejectSpool(staging.resolve("values.rejects"));
        }
        return right;
    }

    private StagedRows rows(List<StagedChunk> some) {
        return StagedRows.of(some, planned.head().delimiter(), planned.head().headers());
    }

    /** Writes the rejects, if there are any, so that they are there when the import is. */
    void writeRejects(Loader loader, RejectsFolder folder) throws IOException {
        lines.close();
        values.close();
        if (lines.count() + values.count() > 0) {
            given.keySet().forEach(loader::keep);
            rejectsFile = folder.write(id, planned.name(), lines, values, origin());
        }
        loader.describe(
                sha256(), lines.count(), rejectsFile == null ? null : String.valueOf(rejectsFile.getFileName()));
    }

    private RejectOrigin origin() {
        // A few mended rows alone could be read in another way.
        Map<String, String> written = new LinkedHashMap<>(planned.recipe().formats());
        written.putAll(formats.written());
        return new RejectOrigin(
                planned.name(),
                entity(),
                recipeId(),
                RecipeJson.write(planned.recipe().toBuilder().formats(written).build()),
                String.valueOf(planned.head().delimiter()),
                planned.head().headers(),
                given.entrySet().stream()
                        .map(e -> e.getKey().asKept(e.getValue()))
                        .toList(),
                helps());
    }

    ImportReport duplicate() {
        return report(0, 0, true);
    }

    /** @param more rows of its table that refer to nothing */
    ImportReport report(ImportOutcome outcome, List<Orphan> more) {
        orphans.addAll(more);
        return report(outcome.rowsLoaded(), outcome.rowsRejected(), false);
    }

    private List<String> key() {
        return helps()
                ? joins.stream()
                        .filter(j -> j.right().equals(planned.name()))
                        .map(JoinProposal::rightColumn)
                        .distinct()
                        .toList()
                : UpdateKeys.of(columns.table());
    }

    private ImportReport report(long loaded, long rejected, boolean duplicate) {
        List<String> doubts = new ArrayList<>(planned.doubts());
        doubts.addAll(columns.doubts());
        doubts.addAll(formats.doubts());
        doubts.addAll(marked);
        ImportMapping mapping = new ImportMapping(
                recipeId(),
                planned.role(),
                planned.recipe().columns(),
                planned.recipe().constants(),
                columns.attributes(),
                formats.written(),
                key(),
                joins.stream().filter(j -> j.left().equals(planned.name())).toList(),
                planned.reasons(),
                doubts);
        return new ImportReport(
                planned.file(),
                planned.name(),
                id,
                entity(),
                read(),
                loaded,
                rejected,
                duplicate ? null : rejectsFile,
                mapping,
                List.copyOf(orphans),
                (System.nanoTime() - started) / 1e9,
                duplicate);
    }

    @Override
    public void close() {
        try (source) {
            lines.close();
            values.close();
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(SourceImport.class).debug("Closing {}", planned.file(), e);
        }
    }
}
