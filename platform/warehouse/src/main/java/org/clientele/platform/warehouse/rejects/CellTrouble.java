package org.clientele.platform.warehouse.rejects;

/** What can be wrong with a cell of any type, and with texts and codes. {@code {0}} is the value in quotes. */
public enum CellTrouble implements Trouble {
    VALUE_EMPTY("The cell is empty, and each row needs a value here; write {0}."),
    KEY_EMPTY("The cell is empty; it must say which {0} the row is about."),
    DATE_EMPTY("The date is empty; without one the row has no place in time. Write {0}."),
    QUANTITY_EMPTY("The quantity is empty; write how many, 1 if nothing else is known."),
    PRICE_EMPTY("The price is empty, and no amount stands beside it; write one of the two."),
    ONLY_SPACES("The cell looks empty but holds {0}; clear it or write {1}."),
    HEADER_IN_CELL("{0} is the column's own name, so the header line stands here once more. Delete the line."),
    TOTAL_IN_CELL("{0} marks a line of totals, which would be counted twice. Delete the line."),
    SHEET_NOT_AVAILABLE(
            "{0} is a spreadsheet's error: a lookup found nothing. Complete the table that it searches, or clear the cell."),
    SHEET_REFERENCE(
            "{0} is a spreadsheet's error: the formula points to a cell that was deleted. Mend the formula and export again."),
    SHEET_DIVISION("{0} is a spreadsheet's error: something was divided by zero. Clear the cell or write the value."),
    SHEET_VALUE(
            "{0} is a spreadsheet's error: a formula met text where it needs a number. Correct what it reads and export again."),
    SHEET_NAME(
            "{0} is a spreadsheet's error: the formula names a function or range that is unknown there. Correct its spelling and export again."),
    SHEET_NUMBER("{0} is a spreadsheet's error: a result is too large or does not exist. Write the value by hand."),
    SHEET_NULL(
            "{0} is a spreadsheet's error: two ranges of the formula do not meet. Mend the formula and export again."),
    SHEET_SPILL(
            "{0} is a spreadsheet's error: a formula had no room for its results. Make room beside it and export again."),
    SHEET_BUSY("{0} was written while the spreadsheet still waited for its data. Let it finish and export again."),
    SHEET_OTHER("{0} is an error value of a spreadsheet. Look at the cell there, and export again."),
    SHEET_HASHES(
            "{0} is what a spreadsheet shows when a column is too narrow. Widen the column there and export again."),
    FORMULA_TEXT("{0} is the text of a formula, and formulas are not worked out here; write its result."),
    FORMULA_COMMAND(
            "{0} is a formula that would start a program in a spreadsheet. Find out who wrote it, and do not open the file there."),
    PLACEHOLDER_PROGRAM("{0} is how a program writes that it knows no value; clear the cell or write {1}."),
    PLACEHOLDER_NOT_AVAILABLE("{0} says that the value is not available; clear the cell or write {1}."),
    PLACEHOLDER_MARK("{0} is only a mark for a missing value; clear the cell or write {1}."),
    PLACEHOLDER_WORD("{0} says that the value is not known; clear the cell or write {1}."),
    PIVOT_BLANK("{0} is what a pivot table shows for an empty cell; clear the cell or write {1}."),
    OBJECT_TEXT("{0} was written by a faulty export in place of the value; correct the export and run it again."),
    APOSTROPHE_BEFORE("{0} has an apostrophe before it, which marks text in spreadsheets; write {1}."),
    QUOTES_LEFT("{0} has quotes inside the cell; write {1}."),
    HTML_ENTITY("{0} holds {1}, the spelling of a character on web pages; write the value without it."),
    HTML_TAG("{0} holds marks of a web page; write the plain value."),
    NESTED_LIST("{0} is a list, and a cell takes one value. Part the list into rows, or keep one of its values."),
    NESTED_STRUCTURE(
            "{0} is a structure with named parts, and a cell takes one value. Give each part a column of its own."),
    BINARY("{0} is binary content, not {1}. Export the column as text or as a number."),
    NUL_CHARACTER("{0} holds the character NUL, which belongs into no text. Export the file again, or delete it."),
    CONTROL_CHARACTER("{0} holds the control character {1}, which does not print; delete it."),
    LOST_CHARACTER(
            "{0} holds \uFFFD, the sign of a character that was lost when the file was converted. Convert the original again, or type the character."),
    INVISIBLE_CHARACTER("{0} holds the invisible character {1}; write {2}."),
    SPECIAL_SPACE("{0} holds the special space {1}; write {2}."),
    LINE_BREAK_INSIDE(
            "{0} goes over several lines, and this column takes {1}. A quote may be missing or one too many."),
    MISREAD_LETTERS(
            "{0} holds letters that were read in the wrong encoding: \"{1}\" is \"{2}\". Export the file as UTF-8 again."),
    LONG_TEXT("{0} is a text of {1} characters, and this column takes {2}. The cells of this line may be shifted."),
    TEXT_TOO_LONG("{0} is a text of {1} bytes; at most 65,536 are taken. Shorten it, or leave the column out."),
    YES_NO_OTHER_LANGUAGE("{0} is {1} for {2}; write {2}."),
    YES_NO_LETTER("{0} stands for {1}, and this column takes true or false; write {1}."),
    YES_NO_MARK("{0} is a mark that may mean yes or no; write true or false."),
    YES_NO_NUMBER("{0} is a number, and only 1 and 0 mean yes and no; write true or false."),
    YES_NO_MAYBE("{0} is neither yes nor no; clear the cell if it is not known."),
    YES_NO_OTHER("{0} is not {1}. Write one of them, or take the column as text."),
    CURRENCY_SIGN("{0} is a currency's sign, and signs are shared by currencies; write its code, {1}."),
    CURRENCY_NAME("{0} is a currency's name; write its code, {1}."),
    CURRENCY_CODE_SPELLING("{0} is not spelt as currency codes are; write {1}."),
    CURRENCY_UNKNOWN("{0} is no currency of ISO 4217. Codes have three letters, such as EUR, GBP or USD."),
    KIND_OTHER_WORD("{0} is probably a {1}; write {1}. Order lines are of kind sale, return or adjustment."),
    KIND_UNKNOWN("{0} is no kind of order line. Write sale, return or adjustment, or clear the cell."),
    TEXT_NOT_TAKEN("{0} cannot be taken as {1}. Correct it or clear the cell.");

    private final String template;

    CellTrouble(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
