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
import org.clientele.sdk.text.Texts;

/** What can be set in a workspace, each with the text that it is written as. */
enum Setting {
    CURRENCY("", SettingText::currency),
    LOCALE(SettingText.BRITISH.toLanguageTag(), text -> SettingText.locale(text).toLanguageTag()),
    TIME_ZONE(ZoneId.systemDefault().getId(), text -> SettingText.zone(text).getId()),
    FISCAL_YEAR_START("january", text -> SettingText.month(text).name().toLowerCase(Locale.ROOT)),
    WEEK("iso", text -> SettingText.week(text).toString()),
    CALENDAR(
            "gregorian",
            text -> Optional.ofNullable(SettingText.pattern(text))
                    .map(Object::toString)
                    .orElse("gregorian")),
    YEAR_END("last-saturday", text -> SettingText.yearEnd(text).toString()),
    CHARGE_CODES(ChargeRule.standard().codes(), text -> new ChargeRule(text, "").codes()),
    CHARGE_WORDS(ChargeRule.standard().words(), text -> new ChargeRule("", text).words());
    private static final Texts TEXTS = Texts.of(Setting.class);

    private final String standard;
    private final UnaryOperator<String> checked;

    Setting(String standard, UnaryOperator<String> checked) {
        this.standard = standard;
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
        return TEXTS.get("setting.about." + name().toLowerCase(Locale.ROOT));
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
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("setting.wrong", id(), e.getMessage()), e);
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
                        TEXTS.get(
                                "setting.unknown",
                                name,
                                Arrays.stream(values()).map(Setting::id).collect(Collectors.joining(", ")))));
    }
}
