package org.clientele.platform.warehouse.rejects;

/** What can be wrong with numbers and amounts of money. {@code {0}} is the value in quotes. */
public enum NumberTrouble implements Trouble {
    INTEGER_DECIMALS("{0} has digits behind the decimal mark; this column takes whole numbers."),
    INTEGER_DECIMAL_ZEROS("{0} is whole but written with decimals; write {1}."),
    INTEGER_TOO_LARGE(
            "{0} has {1} digits, and whole numbers have at most 18. So long a number is a code: take the column as text."),
    NUMBER_SHORT_FORM(
            "{0} is a long number in the short form of spreadsheets, and its last digits may be lost. Show the column in full there and export it again."),
    NUMBER_TOO_LARGE("{0} has {1} digits before the decimal mark; at most {2} are taken."),
    NUMBER_EXPONENT_TOO_LARGE("{0} means more than {1} digits; no amount is that large. Write the number in full."),
    NUMBER_DECIMAL_COMMA("{0} has a decimal comma, and this column has decimal points; write {1}."),
    NUMBER_DECIMAL_POINT("{0} has a decimal point, and this column has decimal commas; write {1}."),
    NUMBER_ONE_SEPARATOR("{0} can be read as {1} or as {2}; write it without a thousands separator."),
    NUMBER_THOUSANDS("{0} has thousands separators; write {1}."),
    NUMBER_POINTS_THEN_COMMA("{0} has points for thousands and a decimal comma; in this column it is written {1}."),
    NUMBER_COMMAS_THEN_POINT("{0} has commas for thousands and a decimal point; in this column it is written {1}."),
    NUMBER_INDIAN_GROUPS("{0} is grouped by lakh and crore; write {1}."),
    NUMBER_UNEVEN_GROUPS(
            "{0} has separators at uneven places, so that a digit may be missing. Look the number up and write it without them."),
    NUMBER_SPACES("{0} has spaces between its digits; write {1}."),
    NUMBER_APOSTROPHES("{0} parts its thousands by apostrophes; write {1}."),
    NUMBER_UNDERSCORES("{0} parts its digits by underscores; write {1}."),
    NUMBER_SEVERAL_POINTS("{0} has {1} points and is no number; it may be a version, a date or a network address."),
    NUMBER_CURRENCY_SIGN("{0} carries the currency sign {1}; write {2}, and give the currency a column of its own."),
    NUMBER_CURRENCY_CODE("{0} carries the currency code {1}; write {2}, and give the currency a column of its own."),
    NUMBER_PERCENT("{0} is a percentage; write {1} or {2}, as the rest of the column does."),
    NUMBER_PER_MILLE("{0} is in thousandths; write {1}."),
    NUMBER_BRACKETS("{0} is in brackets, as book-keeping writes negative numbers; write {1}."),
    NUMBER_TRAILING_MINUS("{0} has its minus behind it; write {1}."),
    NUMBER_DASH_FOR_CENTS("{0} has a dash for \"no cents\"; write {1}."),
    NUMBER_CREDIT_DEBIT(
            "{0} is marked as credit or debit; write the number alone, with a minus if it takes money away."),
    NUMBER_TWO_SIGNS("{0} has two signs; keep one of them."),
    NUMBER_SIGN_APART("{0} has a space behind its sign; write {1}."),
    NUMBER_DASH_FOR_MINUS("{0} has the dash {1} for a minus; write {2}."),
    NUMBER_FULL_WIDTH("{0} is in full-width characters; write {1}."),
    NUMBER_OTHER_DIGITS("{0} is in digits of another script; write {1}."),
    NUMBER_FRACTION_CHARACTER("{0} holds {1}, a fraction or a raised digit; write a decimal number."),
    NUMBER_FRACTION("{0} is a fraction, a score or a shortened date; write one decimal number."),
    NUMBER_NAN("{0} means \"not a number\": a calculation had no result. Clear the cell or write the number."),
    NUMBER_INFINITE("{0} is infinite, from a division by zero perhaps. Clear the cell or write the number."),
    NUMBER_HEXADECIMAL("{0} is a hexadecimal number; write {1}."),
    NUMBER_YES_NO("{0} is a yes or a no, and this column takes numbers; write 1 or 0 if that is meant."),
    NUMBER_DATE("{0} is a date, and this column takes numbers. The cells of this line may be shifted."),
    NUMBER_TURNED_DATE(
            "{0} looks like a number that a spreadsheet turned into a date; take it from the source and format the column as text."),
    NUMBER_TIME("{0} is a time or a duration; write it as one number, of minutes perhaps."),
    NUMBER_UNIT("{0} has the unit \"{1}\" behind it; write {2}."),
    NUMBER_LABEL("{0} has \"{1}\" before the number; write {2}."),
    NUMBER_MAGNITUDE("{0} is shortened by \"{1}\"; write all its digits, {2}."),
    NUMBER_APPROXIMATE("{0} is only about right or a limit; write one exact number."),
    NUMBER_RANGE("{0} is a range; write one number, from {1} to {2}."),
    NUMBER_TWO("{0} holds more than one number, and a cell takes one. Part the row, or clear what is too much."),
    NUMBER_ARITHMETIC("{0} is a sum still to be worked out; write its result."),
    NUMBER_LETTER_O("{0} has the letter O where a zero belongs; write {1}."),
    NUMBER_LETTER_L("{0} has the letter {1} where a one belongs; write {2}."),
    NUMBER_WORD("{0} is a number in words; write {1}."),
    NUMBER_ORDINAL("{0} is a rank; write {1}."),
    NUMBER_FREE("{0} says that it costs nothing; write 0."),
    NUMBER_CODE(
            "{0} mixes letters and digits, as codes do. The cells of this line may be shifted; else take the column as text."),
    NUMBER_ADDRESS(
            "{0} is an e-mail or web address, and this column takes numbers. The cells of this line are probably shifted."),
    NUMBER_LETTERS("{0} is a word or a name, and this column takes numbers. The cells of this line may be shifted."),
    NUMBER_OTHER("{0} is not {1}.");

    private final String template;

    NumberTrouble(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
