package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.Theme;

/**
 * The colours of a dimension's members.
 *
 * <p>A picture knows its own members only. So that a member looks the same in all pictures of a dashboard, the option
 * "members." and the column's name lists the members of all of them, the weightiest first: each takes the colour of its place
 * in that list. A theme has but six hues to tell apart, so that places wrap; where two members of one picture meet in a hue,
 * the later one takes the next that is free. The first six members are never moved. A hash of the name needs no list, but of
 * four members in six hues two meet in three pictures of four. Without the option, places are those within the picture.
 *
 * <p>The theme's last colour, a grey, is of what stands for the rest.
 */
public final class MemberColours {
    /** What the option that lists a column's members is called before the column's name. */
    public static final String OPTION = "members.";

    private static final String BETWEEN = "\\|";

    private MemberColours() {}

    /** The grey of what stands for the rest. */
    public static int rest(Theme theme) {
        return theme.series().get(theme.series().size() - 1);
    }

    /**
     * A colour for each member of a picture.
     *
     * @param column that they are of
     * @param names for people, in the order in which hues are given
     */
    public static int[] of(ChartRequest r, String column, List<String> names) {
        List<String> listed = Arrays.stream(
                        r.spec().options().getOrDefault(OPTION + column, "").split(BETWEEN, -1))
                .filter(s -> !s.isBlank() && !Labels.isRest(s))
                .toList();
        int hues = Math.max(1, r.theme().series().size() - 1);
        boolean[] taken = new boolean[hues];
        int[] out = new int[names.size()];
        Arrays.fill(out, rest(r.theme()));
        List<Integer> unlisted = new ArrayList<>();
        int[] place = new int[names.size()];
        for (int i = 0; i < names.size(); i++) {
            place[i] = Labels.isRest(names.get(i)) ? -1 : listed.indexOf(names.get(i));
            if (place[i] < 0 && !Labels.isRest(names.get(i))) {
                unlisted.add(i);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < place.length; i++) {
            if (place[i] >= 0) {
                order.add(i);
            }
        }
        order.sort(java.util.Comparator.comparingInt(i -> place[i]));
        order.addAll(unlisted);
        for (int k = 0; k < order.size(); k++) {
            int i = order.get(k);
            int hue = free(taken, place[i] >= 0 ? place[i] % hues : 0);
            if (hue >= 0) {
                taken[hue] = true;
                out[i] = r.theme().series().get(hue);
            }
        }
        return out;
    }

    /** The first hue that nobody has, from one on and then round; -1 where there is none. */
    private static int free(boolean[] taken, int from) {
        for (int k = 0; k < taken.length; k++) {
            int hue = (from + k) % taken.length;
            if (!taken[hue]) {
                return hue;
            }
        }
        return -1;
    }
}
