package org.clientele.platform.runtime;

import java.time.Month;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.RetailYear;
import org.clientele.platform.warehouse.ChargeRule;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.ValueFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace counts. Immutable; changed by {@link Session#change}.
 *
 * @param currency ISO 4217: what amounts of several currencies are converted to; "" for that of most order lines
 * @param locale in which files are written that can be read in two ways, or null if nobody said so
 * @param format how numbers and dates are shown
 * @param timeZone where the workspace's days begin and end: times with an offset are converted to it
 * @param calendar what week, month, quarter and year mean
 * @param charges which order lines are charges and no goods
 */
record WorkspaceSettings(
        String currency,
        @Nullable Locale locale,
        ValueFormat format,
        ZoneId timeZone,
        BusinessCalendar calendar,
        ChargeRule charges) {
    /**
     * The settings that some values give; what they leave out has its default.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if a value is wrong
     */
    static WorkspaceSettings of(Map<Setting, String> values) {
        Month yearStart = SettingText.month(text(values, Setting.FISCAL_YEAR_START));
        SettingText.Week week = SettingText.week(text(values, Setting.WEEK));
        RetailYear.@Nullable Pattern pattern = SettingText.pattern(text(values, Setting.CALENDAR));
        SettingText.YearEnd end = SettingText.yearEnd(text(values, Setting.YEAR_END));
        RetailYear retail =
                pattern == null ? null : new RetailYear(pattern, end.nearest(), end.day(), yearStart.minus(1));
        Locale shown = SettingText.locale(text(values, Setting.LOCALE));
        return new WorkspaceSettings(
                SettingText.currency(text(values, Setting.CURRENCY)),
                values.containsKey(Setting.LOCALE) ? shown : null,
                LocaleFormat.of(shown),
                SettingText.zone(text(values, Setting.TIME_ZONE)),
                new BusinessCalendar(yearStart, week.firstDay(), week.minimalDays(), retail),
                new ChargeRule(text(values, Setting.CHARGE_CODES), text(values, Setting.CHARGE_WORDS)));
    }

    private static String text(Map<Setting, String> values, Setting setting) {
        return values.getOrDefault(setting, setting.standard());
    }

    /** Equal for settings that give the same answers. */
    String fingerprint() {
        return currency + "|" + calendar;
    }
}
