package org.clientele.sdk.dashboard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.text.Texts;

/**
 * A dashboard as immutable data: tiles that flow over a 12-column grid in order, left to right, then down.
 *
 * @param id {@code vendor.plugin/name}
 * @param title for navigation and tab
 * @param description one sentence
 * @param tiles in order
 * @param schemaVersion of this form; 1
 */
public record DashboardSpec(QualifiedId id, String title, String description, List<TileSpec> tiles, int schemaVersion) {
    private static final Texts TEXTS = Texts.of(DashboardSpec.class);

    public DashboardSpec {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        tiles = List.copyOf(tiles);
        Set<String> ids = new HashSet<>();
        for (TileSpec tile : tiles) {
            if (!ids.add(tile.id())) {
                throw new AnalyticsException(
                        ErrorCode.CONTRACT_BROKEN, TEXTS.get("dashboard.spec.dashboard_has_two_tiles", id, tile.id()));
            }
        }
    }

    /** Starts a dashboard. */
    public static Builder builder(String id, String title) {
        return new Builder(QualifiedId.of(id), title);
    }

    /** Fills in a dashboard. */
    public static final class Builder {
        private final QualifiedId id;
        private final String title;
        private final List<TileSpec> tiles = new ArrayList<>();
        private String description = "";

        private Builder(QualifiedId id, String title) {
            this.id = id;
            this.title = title;
        }

        /** One sentence. */
        public Builder description(String text) {
            description = text;
            return this;
        }

        /** Adds a tile at the end. */
        public Builder tile(TileSpec.Builder tile) {
            tiles.add(tile.build());
            return this;
        }

        /** The dashboard. */
        public DashboardSpec build() {
            return new DashboardSpec(id, title, description, tiles, 1);
        }
    }
}
