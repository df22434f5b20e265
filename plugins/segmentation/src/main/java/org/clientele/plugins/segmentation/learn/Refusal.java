package org.clientele.plugins.segmentation.learn;

import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** What cannot be computed, said to a person. Rows and columns are counted from 1 in the sentences, from 0 in arguments. */
public final class Refusal {
    private static final Texts TEXTS = Texts.of(Refusal.class);

    private Refusal() {}

    /** A number that is missing or infinite. */
    public static AnalyticsException notFinite(int row, int column) {
        return data("not.finite", row + 1, column + 1);
    }

    /** Fewer points than an algorithm needs. */
    public static AnalyticsException tooFewPoints(int rows, int least) {
        return data("too.few.points", rows, least);
    }

    /** Points that repeat so much that they do not make so many groups. */
    public static AnalyticsException tooFewDifferent(int different, int groups) {
        return data("too.few.different", different, groups);
    }

    /** A column in which all numbers are the same, where they have to differ. */
    public static AnalyticsException constant(int column) {
        return data("constant", column + 1);
    }

    /** Points that lie in a plane, so that a density cannot be computed. */
    public static AnalyticsException flat() {
        return data("flat");
    }

    /** All points are in one group or each is alone, or none is in a group, where a measure compares groups. */
    public static AnalyticsException noGroupsToCompare(int groups, int points) {
        return data("no.groups", groups, points);
    }

    /** More points than an algorithm has memory for. */
    public static AnalyticsException tooManyPoints(int rows, int most) {
        return new AnalyticsException(ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("too.many.points", rows, most));
    }

    /** A setting that must be at least something. */
    public static AnalyticsException tooSmall(Setting setting, double value, double least) {
        return argument("too.small", TEXTS.get(setting.key()), value, least);
    }

    /** A setting that must be above something. */
    public static AnalyticsException notAbove(Setting setting, double value, double bound) {
        return argument("not.above", TEXTS.get(setting.key()), value, bound);
    }

    /** A setting that must be at most something. */
    public static AnalyticsException tooLarge(Setting setting, double value, double most) {
        return argument("too.large", TEXTS.get(setting.key()), value, most);
    }

    /** Arrays or points that have to go together and do not. */
    public static AnalyticsException unequal(int found, int expected) {
        return argument("unequal", found, expected);
    }

    private static AnalyticsException data(String key, Object... arguments) {
        return new AnalyticsException(ErrorCode.DATA_VALUE_INVALID, TEXTS.get(key, arguments));
    }

    private static AnalyticsException argument(String key, Object... arguments) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get(key, arguments));
    }
}
