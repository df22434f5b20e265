package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.platform.catalog.StoredSegmentation;
import org.clientele.platform.host.AnalysisParameter;
import org.clientele.platform.host.PluginAnalysis;
import org.clientele.platform.query.KnownSegments;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.runtime.segments.SegmentSource;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerList;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session as the source of published segmentations. Thread-safe. */
final class SegmentService implements SegmentSource {
    private static final Texts TEXTS = Texts.of(SegmentService.class);

    private static final Logger LOG = LoggerFactory.getLogger(SegmentService.class);

    private final Session session;

    SegmentService(Session session) {
        this.session = session;
    }

    private SegmentRegister register() {
        return session.workspace().segments();
    }

    @Override
    public List<StoredSegmentation> stored() {
        return register().all();
    }

    @Override
    public Map<String, String> live() {
        return session.workspace().live().known().values().stream()
                .collect(Collectors.toUnmodifiableMap(KnownSegments.Known::dimension, KnownSegments.Known::name));
    }

    @Override
    public Named named(AnalysisCall call) {
        PluginAnalysis analysis = session.workspace().contributed().analysis(call.analysis());
        if (!analysis.segments() && !analysis.scores()) {
            String others = session.analysesOffered().stream()
                    .filter(AnalysisView::publishes)
                    .map(AnalysisView::id)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse(TEXTS.get("segment.service.none_install_plugin_has_some"));
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("segment.service.analysis_puts_customers_into_no", analysis.id(), others));
        }
        Map<String, String> all = new TreeMap<>();
        for (AnalysisParameter p : analysis.parameters()) {
            all.put(p.name(), p.initial());
        }
        all.putAll(call.parameters());
        String version = session.workspace().plugins().stream()
                .filter(p -> p.id().equals(analysis.id().namespace()))
                .map(PluginView::version)
                .findFirst()
                .orElse("");
        return new Named(analysis.id().toString(), version, all);
    }

    @Override
    public Fitted fit(Named analysis, Period period, List<Filter> filters, Progress progress, CancelSignal cancel) {
        PluginAnalysis plugin = session.workspace().contributed().analysis(analysis.id());
        return session.call(cancel, either -> {
            Narrowing asked = new Narrowing(period, filters);
            if (plugin.scores()) {
                AnalysisService.Known<Scoring> found =
                        known(asked, progress, either, context -> plugin.score(analysis.parameters(), context));
                return Fitted.of(found.result(), found.caveats());
            }
            AnalysisService.Known<Segmentation> found =
                    known(asked, progress, either, context -> plugin.fit(analysis.parameters(), context));
            return Fitted.of(found.result(), found.caveats());
        });
    }

    @Override
    public CustomerList apply(
            StoredSegmentation.Version version,
            String model,
            Period period,
            List<Filter> filters,
            Progress progress,
            CancelSignal cancel) {
        PluginAnalysis plugin = session.workspace().contributed().analysis(version.analysis());
        return session.call(cancel, either -> {
            Narrowing asked = new Narrowing(period, filters);
            if (version.score() != null) {
                return known(asked, progress, either, context -> plugin.scored(model, context))
                        .result();
            }
            Members found = known(asked, progress, either, context -> plugin.apply(model, context))
                    .result();
            found.sizes(version.segments().size());
            return found;
        });
    }

    private <T> AnalysisService.Known<T> known(
            Narrowing asked, Progress progress, CancelSignal cancel, Function<AnalysisContext, T> work) {
        return session.analyses().known(asked, session.subject(), session.policy(), progress, cancel, work);
    }

    @Override
    public String model(long version) {
        return register().stored().model(version);
    }

    @Override
    public long write(CustomerList members, CancelSignal cancel) {
        long dataset = session.workspace().sets().stored().nextDataset();
        session.call(cancel, either -> {
            register().lists().write(dataset, members, either);
            return true;
        });
        return dataset;
    }

    /** What cannot go now goes at the next start. What the catalog names by now stays, whatever failed after that. */
    @Override
    public void forget(Collection<Long> datasets) {
        try {
            Set<Long> unnamed = new HashSet<>(datasets);
            unnamed.removeAll(SegmentRegister.datasets(register().stored().all()));
            register().lists().delete(unnamed);
        } catch (RuntimeException e) {
            LOG.warn("The lists {} stay until the next start", datasets, e);
        }
    }

    @Override
    public Members members(long dataset, CancelSignal cancel) {
        return session.call(cancel, either -> register().lists().members(dataset, either));
    }

    @Override
    public long add(String key, String name, String description, StoredSegmentation.Version version, String model) {
        long id = register().stored().add(key, name, description, version, model);
        changed();
        return id;
    }

    @Override
    public int addVersion(long id, StoredSegmentation.Version version, String model) {
        int number = register().stored().addVersion(id, version, model);
        changed();
        return number;
    }

    @Override
    public void addSnapshots(long version, List<StoredSegmentation.Snapshot> snapshots, Collection<LocalDate> gone) {
        register().stored().addSnapshots(version, snapshots, gone);
        changed();
    }

    @Override
    public void use(long id, int number) {
        register().stored().use(id, number);
        changed();
    }

    @Override
    public void rename(long id, String key, String name, String description) {
        register().stored().rename(id, key, name, description);
        changed();
    }

    @Override
    public void edit(long version, int place, String name, String description, String action) {
        register().stored().edit(version, place, name, description, action);
        changed();
    }

    @Override
    public void delete(long id, boolean gone) {
        register().stored().delete(id, gone);
        changed();
    }

    private void changed() {
        register().changed();
        session.workspace().dataChanged();
    }

    @Override
    public @Nullable AutoCloseable alone(long id) {
        return register().working().add(id) ? () -> register().working().remove(id) : null;
    }

    @Override
    public <T> T listed(String title, Progress progress, CancelSignal cancel, Work<T> work) {
        return session.listed(title, progress, cancel, work::run);
    }

    @Override
    public Span span(CancelSignal cancel) {
        LineFacts facts = session.call(cancel, either -> session.queries().facts(session.policy(), either));
        LocalDateTime last = facts.last();
        return new Span(facts.first(), last, last == null ? lastImport() : last.toLocalDate());
    }

    private @Nullable LocalDate lastImport() {
        ZoneId zone = session.workspace().settings().now().timeZone();
        return session.imports().all().stream()
                .filter(i -> i.state() == ImportView.State.LOADED)
                .map(i -> LocalDate.ofInstant(i.at(), zone))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public LocalDate monthEndBefore(LocalDate day) {
        return session.workspace()
                .settings()
                .now()
                .calendar()
                .floor(Grain.MONTH, day)
                .minusDays(1);
    }

    @Override
    public long dataState() {
        return session.workspace().warehouse().version();
    }

    @Override
    public String person() {
        return session.subject().user();
    }

    @Override
    public String policy() {
        return session.policy().name();
    }

    @Override
    public String fingerprint() {
        return session.policy().fingerprint();
    }
}
