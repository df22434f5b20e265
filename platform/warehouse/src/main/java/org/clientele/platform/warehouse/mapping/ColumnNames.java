package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well the meaning of a header names a column of the model: the dictionary's phrases, compared word by word. */
final class ColumnNames {
    private static final Set<String> GENERIC = Set.of("id", "date", "name", "total", "amount", "unit", "description");
    private static final double LIKELY = 0.72;
    private static final ColumnNames DEFAULT = new ColumnNames();

    /** A phrase and how surely it means the column. */
    private record Phrase(List<String> words, double weight) {}

    private record Names(List<Phrase> phrases, Set<String> not) {}

    private final Map<String, Names> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> tableWords = new LinkedHashMap<>();

    private ColumnNames() {
        String table = "";
        for (String line : Lexicon.lines("columns.txt")) {
            if (line.startsWith("[")) {
                table = line.substring(1, line.indexOf(']'));
                continue;
            }
            int colon = line.indexOf(':');
            String column = line.substring(0, colon).strip();
            String rest = line.substring(colon + 1);
            if (column.equals("words")) {
                tableWords.put(table, Set.of(rest.strip().split(" ")));
                continue;
            }
            String[] halves = rest.split("!");
            List<Phrase> phrases = new ArrayList<>();
            for (String phrase : halves[0].split(";")) {
                boolean likely = phrase.contains("~");
                List<String> words = List.of(phrase.replace("~", "").strip().split(" +"));
                double sure = 1 - 0.01 * phrases.size();
                phrases.add(new Phrase(words, likely ? LIKELY - 0.01 * phrases.size() : sure));
            }
            Set<String> not = halves.length < 2
                    ? Set.of()
                    : new HashSet<>(List.of(halves[1].strip().split(" +")));
            names.put(table + "." + column, new Names(phrases, not));
        }
    }

    static ColumnNames get() {
        return DEFAULT;
    }

    /** The words that in headers of a table say nothing, since all of it is about them. */
    Set<String> words(String table) {
        return tableWords.getOrDefault(table, Set.of());
    }

    /** 0 to 1. */
    double score(String table, String column, List<String> meaning) {
        Names known = names.get(table + "." + column);
        if (known == null || meaning.isEmpty()) {
            return 0;
        }
        Set<String> own = words(table);
        double best = 0;
        for (Phrase phrase : known.phrases()) {
            double common = 0;
            double header = 0;
            boolean refused = false;
            boolean bare = phrase.words().stream().allMatch(GENERIC::contains);
            boolean more = false;
            for (String word : meaning) {
                boolean in = phrase.words().contains(word);
                common += in ? weight(word) : 0;
                header += in || !own.contains(word) ? weight(word) : 0.1;
                more |= !in && !own.contains(word) && !GENERIC.contains(word);
                refused |= !in && known.not().contains(word);
            }
            boolean lacks = phrase.words().stream().anyMatch(w -> !GENERIC.contains(w) && !meaning.contains(w));
            double all =
                    phrase.words().stream().mapToDouble(ColumnNames::weight).sum();
            double score = 2
                    * common
                    / (header + all)
                    * phrase.weight()
                    * (refused ? 0.35 : 1)
                    * (more ? bare ? 0.5 : phrase.words().size() == 1 ? 0.75 : 1 : 1)
                    * (lacks ? 0.8 : 1);
            best = Math.max(best, score);
        }
        return best;
    }

    private static double weight(String word) {
        return GENERIC.contains(word) ? 0.7 : 1;
    }
}
