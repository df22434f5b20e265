package org.clientele.platform.warehouse.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.clientele.platform.warehouse.source.SourceFormat;
import org.clientele.platform.warehouse.source.SourceHead;
import org.clientele.sdk.extension.ImportRecipe.Layout;

/** Heads and the mappings that a person expects of them, from a text file. */
final class Fixtures {
    private Fixtures() {}

    /** One import: sources and what is expected of each. */
    record Fixture(String name, List<MappingSource> sources, List<Expected> expected) {}

    record Expected(String entity, Role role, Map<String, String> columns, Map<String, String> constants) {}

    static List<Fixture> read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(resource))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Fixture> all = new ArrayList<>();
            for (String part : text.split("(?m)^=== ")) {
                if (!part.isBlank()) {
                    all.add(fixture(part));
                }
            }
            return all;
        }
    }

    private static Fixture fixture(String part) {
        String[] files = part.split("(?m)^--- ");
        List<MappingSource> sources = new ArrayList<>();
        List<Expected> expected = new ArrayList<>();
        for (int i = 1; i < files.length; i++) {
            List<String> lines = files[i].lines().toList();
            String name = lines.get(0).substring(0, lines.get(0).lastIndexOf(' '));
            String delimiter = lines.get(0).substring(lines.get(0).length() - 1);
            int arrow = 0;
            while (!lines.get(arrow).startsWith("-> ")) {
                arrow++;
            }
            List<String> rows = lines.subList(1, arrow);
            sources.add(new MappingSource(name, head(rows, delimiter.charAt(0))));
            String[] what = lines.get(arrow).split(" ");
            Map<String, String> columns = new LinkedHashMap<>();
            Map<String, String> constants = new LinkedHashMap<>();
            for (String line : lines.subList(arrow + 1, lines.size())) {
                String[] pair = line.split(" = ", 2);
                if (line.startsWith("const ")) {
                    constants.put(pair[0].substring(6), pair[1]);
                } else if (pair.length == 2) {
                    columns.put(pair[0], pair[1]);
                }
            }
            expected.add(new Expected(what[1], Role.valueOf(what[2]), columns, constants));
        }
        return new Fixture(files[0].strip(), sources, expected);
    }

    static SourceHead head(List<String> rows, char delimiter) {
        List<String> headers = fields(rows.get(0), delimiter);
        List<List<String>> sample = rows.stream()
                .skip(1)
                .limit(SourceHead.SAMPLE)
                .map(r -> fields(r, delimiter))
                .toList();
        return new SourceHead(SourceFormat.CSV, "UTF-8", delimiter, Layout.DELIMITED, 1, headers, sample, List.of());
    }

    private static List<String> fields(String row, char delimiter) {
        return List.of(row.split(Pattern.quote(String.valueOf(delimiter)), -1));
    }
}
