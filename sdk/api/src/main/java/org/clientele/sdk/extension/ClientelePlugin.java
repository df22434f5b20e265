package org.clientele.sdk.extension;

import java.util.List;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.query.MetricDefinition;
import org.pf4j.ExtensionPoint;

/**
 * What a plugin is: one public class with a public constructor without arguments that lists what it contributes. Every
 * list is empty until overridden. The workbench asks for each list once, after {@link #start()}, off the UI thread.
 *
 * <pre>{@code
 * @PluginEntry
 * public final class LoyaltyPlugin extends ClientelePlugin {
 *     @Override
 *     public List<MetricDefinition> metrics() {
 *         return List.of(MetricDefinition.builder("acme.loyalty/orders-per-customer", "[orders] / [customers]")
 *                 .label("Orders per customer").unit(Unit.of("orders").per(Unit.of("customers"))).build());
 *     }
 * }
 * }</pre>
 */
public abstract class ClientelePlugin implements ExtensionPoint {
    /** For the annotated subclass. */
    protected ClientelePlugin() {}

    /**
     * Called once before anything else; what it throws stops this plugin only. Should return within a second.
     *
     * @throws Exception whatever keeps the plugin from working
     */
    public void start() throws Exception {}

    /**
     * Called once before the plugin is unloaded: release threads, files and caches.
     *
     * @throws Exception is reported and otherwise ignored
     */
    public void stop() throws Exception {}

    /** Metrics, by id; the namespace is the plugin's id. */
    public List<MetricDefinition> metrics() {
        return List.of();
    }

    /** Dashboards. */
    public List<DashboardSpec> dashboards() {
        return List.of();
    }

    /** Chart kinds beyond the built-in ones. */
    public List<ChartType> chartTypes() {
        return List.of();
    }

    /** Analyses, by id; the namespace is the plugin's id. */
    public List<Analysis<?>> analyses() {
        return List.of();
    }

    /** Recipes that map files to the customer model. */
    public List<ImportRecipe> importRecipes() {
        return List.of();
    }
}
