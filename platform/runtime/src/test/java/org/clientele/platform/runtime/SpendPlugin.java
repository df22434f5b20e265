package org.clientele.platform.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.host.PluginJarBuilder;

/** A plugin whose analyses put customers into segments by their revenue (large from a cut on, small below; nobody without revenue), and score them by a share of it. */
final class SpendPlugin {
    private static final String SPEND = """
            public record Cut(@Parameter(label = "Large from", least = 0, most = 1000000) double large,
                    @Parameter(label = "Seed") int seed) {}
            private static final class Spend implements Segmenter<Cut> {
                @Override public QualifiedId id() { return QualifiedId.of("acme.spend/spend"); }
                @Override public String title() { return "By revenue"; }
                @Override public Cut defaults() { return new Cut(15, 42); }
                @Override public org.clientele.sdk.data.Segmentation fit(Cut p, AnalysisContext c) {
                    String model = "large=" + p.large();
                    return new org.clientele.sdk.data.Segmentation(
                            List.of(new org.clientele.sdk.data.Segmentation.Segment("large", "Large", "Much.", "Call."),
                                    new org.clientele.sdk.data.Segmentation.Segment("small", "Small", "Little.", "Write.")),
                            model, apply(model, c),
                            List.of(org.clientele.sdk.data.Caveat.of(
                                    org.clientele.sdk.data.Caveat.Kind.ASSUMPTION, "Revenue says it all.")));
                }
                @Override public org.clientele.sdk.data.Members apply(String model, AnalysisContext c) {
                    double large = Double.parseDouble(model.substring("large=".length()));
                    var spent = c.query(MetricQuery.of("clientele.core/revenue").by("customer"));
                    List<String> ids = new ArrayList<>();
                    List<Integer> places = new ArrayList<>();
                    for (int i = 0; i < spent.rowCount(); i++) {
                        String id = spent.columns().get(0).textAt(i);
                        if (id != null && !spent.columns().get(1).isNull(i) && spent.columns().get(1).doubleAt(i) > 0) {
                            ids.add(id);
                            places.add(spent.columns().get(1).doubleAt(i) >= large ? 0 : 1);
                        }
                    }
                    return org.clientele.sdk.data.Members.of(
                            ids.toArray(new String[0]), places.stream().mapToInt(Integer::intValue).toArray());
                }
            }
            public record Share(@Parameter(label = "Share", least = 0, most = 10) double share) {}
            private static final class Worth implements Scorer<Share> {
                @Override public QualifiedId id() { return QualifiedId.of("acme.spend/worth"); }
                @Override public String title() { return "Worth"; }
                @Override public Share defaults() { return new Share(0.5); }
                @Override public org.clientele.sdk.data.Scoring fit(Share p, AnalysisContext c) {
                    String model = "share=" + p.share();
                    return new org.clientele.sdk.data.Scoring(org.clientele.sdk.data.Unit.money(),
                            org.clientele.sdk.data.Scoring.Meaning.PREDICTED_VALUE, model, apply(model, c),
                            List.of(org.clientele.sdk.data.Caveat.of(
                                    org.clientele.sdk.data.Caveat.Kind.ASSUMPTION, "Who spent will spend.")));
                }
                @Override public org.clientele.sdk.data.Scores apply(String model, AnalysisContext c) {
                    double share = Double.parseDouble(model.substring("share=".length()));
                    var spent = c.query(MetricQuery.of("clientele.core/revenue").by("customer"));
                    List<String> ids = new ArrayList<>();
                    List<Double> values = new ArrayList<>();
                    for (int i = 0; i < spent.rowCount(); i++) {
                        String id = spent.columns().get(0).textAt(i);
                        if (id != null && !spent.columns().get(1).isNull(i) && spent.columns().get(1).doubleAt(i) > 0) {
                            ids.add(id);
                            values.add(share * spent.columns().get(1).doubleAt(i));
                        }
                    }
                    return org.clientele.sdk.data.Scores.of(
                            ids.toArray(new String[0]), values.stream().mapToDouble(Double::doubleValue).toArray());
                }
            }
            private static final class Count implements Analysis<Cut> {
                @Override public QualifiedId id() { return QualifiedId.of("acme.spend/count"); }
                @Override public String title() { return "Count"; }
                @Override public Cut defaults() { return new Cut(15, 42); }
                @Override public org.clientele.sdk.data.Frame run(Cut p, AnalysisContext c) {
                    return c.query(MetricQuery.of("clientele.core/customers"));
                }
            }
            @Override public List<Analysis<?>> analyses() { return List.of(new Spend(), new Worth(), new Count()); }
            """;

    private static final Path FOLDER = build();

    private SpendPlugin() {}

    private static Path build() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "spend").toAbsolutePath();
            PluginJarBuilder.plugin("acme.spend", "1.2.0").entry(SPEND).in(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorkspaceOptions options() {
        return WorkspaceOptions.withPlugins(List.of(FOLDER));
    }
}
