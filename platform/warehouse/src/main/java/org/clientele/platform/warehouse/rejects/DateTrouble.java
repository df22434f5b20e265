package org.clientele.platform.warehouse.rejects;

/** What can be wrong with dates and times. {@code {0}} is the value in quotes. */
public enum DateTrouble implements Trouble {
    DATE_DAY_OF_MONTH("{0}: {1} does not exist; {2} had {3} days."),
    DATE_LEAP_DAY("{0}: 29 February does not exist in {1}, which was no leap year; the next day was 1 March."),
    DATE_DAY_TOO_LARGE("{0} has a day {1}; no month has more than 31 days."),
    DATE_MONTH_TOO_LARGE("{0} has a month {1}; there are 12."),
    DATE_DAY_ZERO("{0} has no day; day 00 is how some programs write an unknown one. Write a day from 01 on."),
    DATE_MONTH_ZERO(
            "{0} has no month; month 00 is how some programs write an unknown one. Write a month from 01 to 12."),
    DATE_ALL_ZERO("{0} is how some databases write that there is no date; clear the cell or write the date."),
    DATE_SHEET_ZERO("{0} is what a spreadsheet makes of the number 0 as a date; clear the cell or write the date."),
    DATE_TWO_DIGIT_YEAR("{0} has a year of two digits, which can be {1} or {2}; write all four."),
    DATE_YEAR_DIGITS("{0} has a year of {1} digits; a year has four."),
    DATE_TOO_EARLY("{0} lies before the year {1}, the first that is taken. Look at the year again."),
    DATE_TOO_LATE("{0} lies after the year {1}, the last that is taken. Look at the year again."),
    DATE_NO_END("{0} is how some programs write \"without end\"; clear the cell or write the date."),
    DATE_DAY_BEFORE_MONTH("{0} has the day before the month, and this column has the month before the day; write {1}."),
    DATE_MONTH_BEFORE_DAY("{0} has the month before the day, and this column has the day before the month; write {1}."),
    DATE_EITHER_ORDER("{0} can be {1} or {2}; write {3} or {4}."),
    DATE_YEAR_FIRST("{0} has the year first, and this column's dates are like {1}; write {2}."),
    DATE_YEAR_LAST("{0} has the year last, and this column's dates are like {1}; write {2}."),
    DATE_YEAR_DAY_MONTH("{0} has the day before the month behind the year; write {1}."),
    DATE_SEPARATORS("{0} has {1} between its parts; write {2}."),
    DATE_COMPACT("{0} is a date without separators; write {1}."),
    DATE_TIME_COMPACT("{0} is a date and time without separators; write {1}."),
    DATE_SHEET_NUMBER(
            "{0} is the number by which a spreadsheet counts days; it stands for {1}. Format the column as a date and export again."),
    DATE_EPOCH_SECONDS("{0} counts the seconds since 1970; it stands for {1} UTC. Write that."),
    DATE_EPOCH_MILLISECONDS("{0} counts the thousandths of a second since 1970; it stands for {1} UTC. Write that."),
    DATE_EPOCH_MICROSECONDS("{0} counts the millionths of a second since 1970; it stands for {1} UTC. Write that."),
    DATE_EPOCH_NANOSECONDS("{0} counts the billionths of a second since 1970; it stands for {1} UTC. Write that."),
    DATE_IN_PROGRAM_TEXT("{0} is a date as a web service sends it; it stands for {1} UTC. Write that."),
    DATE_ONLY_YEAR("{0} is only a year; write a whole date, {1} if nothing else is known."),
    DATE_ONLY_MONTH("{0} is only a month; write a whole date, {1} if nothing else is known."),
    DATE_QUARTER("{0} is a quarter of a year; write a whole date, {1} for its first day."),
    DATE_HALF_YEAR("{0} is a half of a year; write a whole date, {1} for its first day."),
    DATE_WEEK("{0} is a week; write a whole date, {1} for its Monday."),
    DATE_DAY_OF_YEAR("{0} is a year and the number of a day in it; write {1}."),
    DATE_WITHOUT_YEAR("{0} has no year; write a whole date like {1}."),
    DATE_WEEKDAY_ONLY("{0} is a day of the week; write a whole date like {1}."),
    DATE_WITH_WEEKDAY("{0} has the day of the week with it; write the date alone, like {1}."),
    DATE_MONTH_NAME("{0} has its month as a word; write {1}."),
    DATE_MONTH_NAME_LANGUAGE("{0} has its month in {1}; write {2}."),
    DATE_MONTH_NAME_UNKNOWN("{0} has a word where the month stands, and it is no month's name. Write a date like {1}."),
    DATE_EAST_ASIAN("{0} has the signs of year, month and day between its numbers; write {1}."),
    DATE_ROMAN_MONTH("{0} has its month in Roman figures; write {1}."),
    DATE_RELATIVE("{0} depends on the day on which it is read; write a date like {1}."),
    DATE_RANGE("{0} is a span of days; write one date, its first perhaps."),
    DATE_WITH_TEXT("{0} has \"{1}\" beside the date; write the date alone, {2}."),
    DATE_WITH_TIME("{0} has a time of day, and this column takes days; write {1}."),
    DATE_INFINITY("{0} is no day; some databases mean \"for ever\" by it. Clear the cell or write the date."),
    DATE_LETTER_FOR_DIGIT("{0} has the letter {1} where a digit belongs; write {2}."),
    DATE_FULL_WIDTH("{0} is in full-width characters or digits of another script; write {1}."),
    DATE_NEGATIVE("{0} has a minus before the date; delete it, or look at the year again."),
    DATE_NUMBER("{0} is a number, and this column takes dates like {1}. The cells of this line may be shifted."),
    DATE_ADDRESS(
            "{0} is an e-mail or web address, and this column takes dates. The cells of this line are probably shifted."),
    DATE_YES_NO("{0} is a yes or a no, and this column takes dates like {1}. The cells of this line may be shifted."),
    DATE_WORD(
            "{0} is a text without a date, and this column takes dates like {1}. The cells of this line may be shifted."),
    TIME_WITHOUT_DATE("{0} is a time without a day; write both, like {1}."),
    TIME_HOUR_24("{0} has the hour 24; midnight is 00:00 of the next day."),
    TIME_HOUR_TOO_LARGE("{0} has the hour {1}; hours go from 0 to 23."),
    TIME_MINUTE_TOO_LARGE("{0} has the minute {1}; minutes go from 0 to 59."),
    TIME_LEAP_SECOND("{0} has the second 60, a leap second; write 59, or the next minute."),
    TIME_SECOND_TOO_LARGE("{0} has the second {1}; seconds go from 0 to 59."),
    TIME_TWELVE_HOURS("{0} has a time with AM or PM; write it with 24 hours, {1}."),
    TIME_TWELVE_HOURS_WRONG(
            "{0} has AM or PM behind the hour {1}, which a clock of 12 hours does not have. Leave AM or PM away if 24 hours are meant."),
    TIME_DOTS("{0} has points in its time; write {1}."),
    TIME_HOUR_LETTER("{0} has a letter h in its time; write {1}."),
    TIME_FRACTION_COMMA("{0} has a comma before the parts of a second; write {1}."),
    TIME_INCOMPLETE("{0} has an hour without minutes; write {1}."),
    TIME_ZONE_UTC(
            "{0} is in UTC, and times here are in the zone of the workspace; write the local time without Z or UTC."),
    TIME_ZONE_OFFSET(
            "{0} has the distance {1} to UTC, and times here are in the zone of the workspace; write the local time without it."),
    TIME_ZONE_NAME(
            "{0} names the time zone {1}, and times here are in the zone of the workspace; write the local time without it."),
    DATE_OTHER("{0} is not {1}. Write it like that.");

    private final String template;

    DateTrouble(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
