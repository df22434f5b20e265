package org.clientele.platform.runtime;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clientele.platform.warehouse.ChargeRule;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/** What can be set in a workspace, each with the text that it is written as. */
enum Setting {
    CURRENCY(
            "",
            "The currency that amounts of several currencies are converted to, as GBP; empty for that of most order lines.",
            SettingText::currency),
    LOCALE(
            SettingText.BRITISH.toLanguageTag(),
            "The language and country whose way of writing numbers and dates is shown, as de-DE; where it is set, files that"
                    + " can be read in two ways are read in its way.",
            text -> SettingText.locale(text).toLanguageTag()),
    TIME_ZONE(
            ZoneId.systemDefault().getId(),
            "The time zone of the workspace, as Europe/London. Times that come with an offset are converted to it.",
            text -> SettingText.zone(text).getId()),
    FISCAL_YEAR_START(
            "january",
            "The month in which fiscal years begin; quarters and years follow it.",
            text -> SettingText.month(text).name().toLowerCase(Locale.ROOT)),
    WEEK(
            "iso",
            "iso (weeks begin on Monday), us (on Sunday), or a day and how many days the first week of a year has at least,"
                    + " as saturday/1.",
            text -> SettingText.week(text).toString()),
    CALENDAR(
            "gregorian",
            "gregorian, or a retail year of 52 or 53 weeks: 4-4-5, 4-5-4 or 5-4-4.",
            text -> Optional.ofNullable(SettingText.pattern(text))
                    .map(Object::toString)
                    .orElse("gregorian")),
    YEAR_END(
            "last-saturday",
            "When a retail year ends: last-saturday of the month before the fiscal year's start, or nearest-saturday to that"
                    + " month's end; or another weekday.",
            text -> SettingText.yearEnd(text).toString()),
    CHARGE_CODES(
            ChargeRule.standard().codes(),
            "A regular expression: order lines whose whole product id it matches are charges and no goods.",
            text -> new ChargeRule(text, "").codes()),
    CHARGE_WORDS(
            ChargeRule.standard().words(),
            "A regular expression: order lines whose whole description it matches, in any case, are charges.",
            text -> new ChargeRule("", text).words());

    private final String standard;
    private final String about;
    private final UnaryOperator<String> checked;

    Setting(String standard, String about, UnaryOperator<String> checked) {
        this.standard = standard;
        this.about = about;
        this.checked = checked;
    }

    /** As people write it: "time-zone". */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value where nobody set one. */
    String standard() {
        return standard;
    }

    /** What it does, in a sentence. */
    String about() {
        return about;
    }

    /**
     * A value in the form in which it is kept.
     *
     * @throws AnalyticsException ARGUMENT_INVALID with what is allowed
     */
    String check(String value) {
        try {
            return checked.apply(value.strip());
        } catch (AnalyticsException e) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, "The setting " + id() + ": " + e.getMessage(), e);
        }
    }

    boolean isChargeRule() {
        return this == CHARGE_CODES || this == CHARGE_WORDS;
    }

    /** @throws AnalyticsException ARGUMENT_INVALID with all names if there is none */
    static Setting of(String name) {
        return Arrays.stream(values())
                .filter(s -> s.id().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        "There is no setting \"" + name + "\". There are: "
                                + Arrays.stream(values()).map(Setting::id).collect(Collectors.joining(", ")) + "."));
    }
}
