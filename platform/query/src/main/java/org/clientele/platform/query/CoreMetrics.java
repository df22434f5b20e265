package org.clientele.platform.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.clientele.sdk.query.MetricDefinition;

/** The metrics that come with the customer model, {@code clientele.core/...}. */
public final class CoreMetrics {
    private static final String RESOURCE = "/clientele/metrics.json";

    private CoreMetrics() {}

    /** The definitions, in the order in which people read them. */
    public static List<MetricDefinition> definitions() {
        try (InputStream in = Objects.requireNonNull(CoreMetrics.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return MetricFile.read(RESOURCE, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
