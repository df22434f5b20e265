package org.clientele.platform.warehouse.rejects;

/** What can be wrong with a line as a whole, before its cells are looked at. */
public enum LineTrouble implements Trouble {
    LINE_TOO_FEW("The line has {0}, the header has {1}: {2}. Complete the line."),
    LINE_TOO_MANY(
            "The line has {0}, the header has {1}. Delete what is too much, or put quotes around a text that holds the delimiter."),
    LINE_ONE_PIECE(
            "The line has no delimiter, the header has {0}. It may be the rest of a text with a line break in it: put that text in quotes."),
    LINE_CUT_SHORT("The last line of the file breaks off after {0} of {1}. The file may be incomplete: get it again."),
    LINE_TRAILING_DELIMITERS("The line ends with {0} too many. Delete what is behind the last value."),
    LINE_DELIMITER_IN_TEXT(
            "The line has {0}, the header has {1}: probably {2} is one text with a delimiter in it. Put it in quotes."),
    LINE_DECIMAL_COMMA(
            "The line has {0}, the header has {1}: probably {2} is one number with a decimal comma. Put it in quotes, or write a point."),
    LINE_THOUSANDS_COMMA(
            "The line has {0}, the header has {1}: probably {2} is one number with a thousands separator. Delete the separator."),
    LINE_TWO_RECORDS(
            "The line has {0}, about twice the {1} of the header: a line break between two rows is missing. Part the line."),
    LINE_ESCAPED_DELIMITER(
            "The line has a backslash before a delimiter, which does not count as an escape here. Put the text in quotes."),
    LINE_SINGLE_QUOTES(
            "The line has single quotes around {0}, where only double quotes hold a text together. Write double quotes."),
    LINE_CURLY_QUOTES(
            "The line has typographic quotes around {0}, where only straight double quotes hold a text together. Write those."),
    LINE_OTHER_DELIMITER("The line is parted by {0}, the file by {1}. Write {1}."),
    LINE_ONLY_DELIMITERS("The line has delimiters and no values. Delete it."),
    LINE_HEADER_AGAIN(
            "The header line stands here once more, probably because files were put together. Delete the line."),
    LINE_TOTALS("The line begins with {0} and seems to hold totals, which would be counted twice. Delete it."),
    LINE_ROW_COUNT("The line says how many rows an export wrote; it is no row. Delete it."),
    LINE_COMMENT("The line is a comment and no row. Delete it."),
    LINE_RULE("The line is drawn of dashes or other signs and is no row. Delete it."),
    LINE_SEPARATOR_HINT(
            "The line tells a spreadsheet the delimiter; it belongs before the header or nowhere. Delete it."),
    LINE_ERROR_MESSAGE(
            "The line is a message of the program that wrote the file: {0}. The rows may be incomplete: run the export again."),
    LINE_WEB_PAGE(
            "The line is part of a web page and no row. The download may have ended in an error page: get the file again."),
    LINE_JSON("The line is JSON, and the file is a table. Write its values between delimiters."),
    LINE_SQL("The line is an SQL statement and no row. Export the table as CSV."),
    QUOTE_NOT_CLOSED("A quote opens before {0} and is not closed. Close it behind the text, or delete it."),
    QUOTE_TEXT_BEHIND("Behind a closing quote stands {0}. Double the quotes that belong to the text."),
    QUOTE_BACKSLASH(
            "A quote inside a text has a backslash before it, which does not count as an escape here. Double the quote instead."),
    QUOTE_SPACE_BEHIND("Behind a closing quote stands {0}, an invisible character. Delete it."),
    QUOTE_INCHES(
            "The line has a quote behind a number, {0}, probably for inches. Put the text in quotes and double that quote, or write \"in\"."),
    QUOTE_ODD("The line has {0}, an odd number. One is missing or one too many."),
    RETURN_INSIDE("A carriage return stands inside the line, behind {0}. Delete it, or put the text in quotes."),
    RETURN_ONLY(
            "The line holds {0} carriage returns without line feeds: lines of an old Mac file. Save the file with usual line ends."),
    NUL_INSIDE("The line holds the character NUL behind {0}. Delete it."),
    NUL_ONLY(
            "The line is made of the character NUL only, as after a computer's crash. The file is damaged there: get it again."),
    NUL_BETWEEN(
            "Every second byte of the line is NUL: it is UTF-16 in a file of another encoding. Save the whole file as UTF-8."),
    BYTE_WINDOWS(
            "The byte {0} behind {1} is no UTF-8; in Windows-1252 it is {2}. Save the file as UTF-8, or import it as Windows-1252."),
    BYTE_UNKNOWN(
            "The byte {0} behind {1} is no letter in UTF-8 nor in Windows-1252. The file is damaged there: get it again, or delete the byte."),
    BYTES_CUT(
            "A letter is cut off behind {0}: the byte {1} wants more bytes behind it. The text was probably shortened by bytes."),
    BYTES_OVERLONG(
            "The bytes {0} behind {1} spell a character in a forbidden, too long way. Type the character again."),
    BYTES_SURROGATE(
            "The bytes {0} behind {1} are half of a character, as some databases write signs such as smileys. Export the file as plain UTF-8."),
    BYTES_TOO_HIGH(
            "The bytes {0} behind {1} stand for no character of Unicode. The file is damaged there: get it again."),
    END_MARK("The line holds the old mark for the end of a file (U+001A). Delete it."),
    MARK_IN_MIDDLE(
            "The line holds the mark that begins files (U+FEFF), probably because files were put together. Delete it."),
    RECORD_TOO_LONG("The line is longer than {0}. A line break or a closing quote is probably missing."),
    FIELD_TOO_LONG(
            "The text in {0} has {1} bytes; at most 65,536 are taken. A closing quote may be missing; else shorten it."),
    LINE_LEFT_OF_TABLE(
            "The row begins with {0}, left of the table's first column, {1}. Clear that cell, or move the row's values."),
    LINE_UNREADABLE("The line cannot be parted into {0}. Compare it with a line that was loaded.");

    private final String template;

    LineTrouble(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
