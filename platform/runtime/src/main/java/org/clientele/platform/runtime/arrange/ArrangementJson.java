package org.clientele.platform.runtime.arrange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An arrangement as a list of JSON: {@code [{"tile":"orders","span":6,"rows":4,"hidden":true}]}. */
public final class ArrangementJson {
    private ArrangementJson() {}

    /** Its places in order; none for the plugin's own. */
    public static ArrayNode node(Arrangement arrangement) {
        ArrayNode tiles = JsonNodeFactory.instance.arrayNode();
        for (Placement p : arrangement.placements()) {
            ObjectNode tile = tiles.addObject();
            tile.put("tile", p.tile()).put("span", p.span()).put("rows", p.rows());
            if (p.hidden()) {
                tile.put("hidden", true);
            }
        }
        return tiles;
    }

    /**
     * What was written as {@link #node}.
     *
     * @throws IllegalArgumentException if the grid has no such place, or a tile has two
     */
    public static Arrangement read(JsonNode tiles) {
        List<Placement> places = new ArrayList<>();
        for (JsonNode p : tiles) {
            places.add(new Placement(
                    p.path("tile").asText(),
                    p.path("span").asInt(),
                    p.path("rows").asInt(),
                    p.path("hidden").asBoolean()));
        }
        return new Arrangement(places);
    }
}
