package org.clientele.platform.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.breakdown.Level;
import org.clientele.platform.runtime.breakdown.Way;

/** Ways into tiles as JSON. */
final class DrillJson {
    private DrillJson() {}

    static ObjectNode write(Drill drill) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        var levels = node.putArray("levels");
        for (Level level : drill.levels()) {
            ObjectNode one = levels.addObject();
            one.put("dimension", level.dimension());
            if (level.way() != Way.BY_HAND) {
                one.put("way", level.way().name());
            }
            if (level.locked()) {
                one.put("locked", true);
            }
            if (level.picked()) {
                one.put("member", level.member());
            }
            if (level.shown() != Level.SHOWN) {
                one.put("shown", level.shown());
            }
        }
        if (!drill.split().isEmpty()) {
            node.put("split", drill.split());
        }
        return node;
    }

    /** @throws IllegalArgumentException if it is none */
    static Drill read(JsonNode node) {
        List<Level> levels = new ArrayList<>();
        for (JsonNode one : node.path("levels")) {
            boolean picked = one.has("member");
            levels.add(new Level(
                    one.path("dimension").asText(""),
                    Way.valueOf(one.path("way").asText(Way.BY_HAND.name())),
                    one.path("locked").asBoolean(),
                    picked,
                    picked && !one.get("member").isNull() ? one.get("member").asText() : null,
                    one.path("shown").asInt(Level.SHOWN)));
        }
        return new Drill(levels, node.path("split").asText(""));
    }
}
