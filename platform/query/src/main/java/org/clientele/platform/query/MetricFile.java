package org.clientele.platform.query;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricDefinition.Direction;
import org.clientele.sdk.query.MetricTarget;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Metric definitions as JSON, the form in which content plugins bring them. A unit is a noun, "money", "ratio" or "" ,
 * or two of them with " per " between, the second in the plural as it is declared: "money per orders". A target is
 * {@code {"value": 0.06, "per": "MONTH", "warning": 1, "bad": 0.8}}, of which any part may be left out.
 */
public final class MetricFile {
    private static final Texts TEXTS = Texts.of(MetricFile.class);

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private MetricFile() {}

    private record File(
            @JsonProperty(value = "schemaVersion", required = true)
            int schemaVersion,

            @JsonProperty(value = "metrics", required = true)
            List<Metric> metrics) {
        @JsonCreator
        File {}
    }

    private record Metric(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "label", required = true) String label,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("unit") @Nullable String unit,
            @JsonProperty("direction") @Nullable Direction direction,
            @JsonProperty("target") @Nullable Target target,

            @JsonProperty(value = "formula", required = true)
            String formula) {
        @JsonCreator
        Metric {}

        MetricDefinition definition() {
            return MetricDefinition.builder(id, formula)
                    .label(label)
                    .description(description == null ? "" : description)
                    .unit(unit(unit == null ? "" : unit))
                    .direction(direction == null ? Direction.UP_IS_GOOD : direction)
                    .target(target == null ? MetricTarget.none() : target.target())
                    .build();
        }

        private static Unit unit(String text) {
            String[] parts = text.strip().split(" per ", 2);
            return new Unit(parts[0], parts.length == 1 ? "" : parts[1]);
        }
    }

    private record Target(
            @JsonProperty("value") @Nullable Double value,
            @JsonProperty("per") @Nullable Grain per,
            @JsonProperty("warning") @Nullable Double warning,
            @JsonProperty("bad") @Nullable Double bad) {
        @JsonCreator
        Target {}

        MetricTarget target() {
            MetricTarget usual = MetricTarget.none();
            return new MetricTarget(
                    value == null ? Double.NaN : value,
                    per,
                    warning == null ? usual.warning() : warning,
                    bad == null ? usual.bad() : bad);
        }
    }

    /**
     * Reads all definitions of a file. Their formulas are not checked here; see {@link MetricCatalog}.
     *
     * @param name whose file it is, for messages
     * @throws AnalyticsException FILE_UNREADABLE if it is not such a file; ARGUMENT_INVALID if an id is not well-formed
     */
    public static List<MetricDefinition> read(String name, InputStream in) {
        try {
            File file = JSON.readValue(in, File.class);
            if (file.schemaVersion() != VERSION) {
                throw new AnalyticsException(
                        ErrorCode.FILE_UNREADABLE,
                        TEXTS.get(
                                "metric.file.has_schema_version_workbench_reads", name, file.schemaVersion(), VERSION));
            }
            return file.metrics().stream().map(Metric::definition).toList();
        } catch (JacksonException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("metric.file.is_no_metric_file", name, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE,
                    TEXTS.get("metric.file.cannot_read", name, String.valueOf(e.getMessage())),
                    e);
        }
    }
}
