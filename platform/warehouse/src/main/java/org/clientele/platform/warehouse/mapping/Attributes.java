package org.clientele.platform.warehouse.mapping;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.extension.ImportRecipe;

/** What the columns that the model does not name are called in the table. */
public final class Attributes {
    private Attributes() {}

    /**
     * The attributes of a source.
     *
     * @param headers its columns in order
     * @return attribute to the place of its column, from 0, of every column that the recipe neither maps by itself
     *     nor leaves out
     */
    public static Map<String, Integer> of(List<String> headers, ImportRecipe recipe) {
        CustomerModel.Table table = CustomerModel.standard().table(recipe.entity());
        Collection<String> mapped = recipe.columns().values();
        Map<String, Integer> attributes = new LinkedHashMap<>();
        Set<String> seen = new java.util.HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i);
            boolean first = seen.add(header.toLowerCase(Locale.ROOT));
            boolean leftOut = recipe.leftOut().stream().anyMatch(header::equalsIgnoreCase);
            if (!leftOut && (!first || mapped.stream().noneMatch(header::equalsIgnoreCase))) {
                attributes.put(name(header, i, table, attributes.keySet()), i);
            }
        }
        return attributes;
    }

    static String name(String header, int at, CustomerModel.Table table, Set<String> taken) {
        String spelled =
                header.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        String base = Normalizer.normalize(spelled, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        if (base.isEmpty()) {
            base = "column_" + (at + 1);
        } else if (!Character.isLetter(base.charAt(0)) || table.find(base).isPresent() || base.equals("import_batch")) {
            base = "source_" + base;
        }
        String name = base;
        for (int n = 2; taken.contains(name); n++) {
            name = base + "_" + n;
        }
        return name;
    }
}
