package org.clientele.platform.warehouse.rejects;

/**
 * One row of a rejects file.
 *
 * @param file the source it stood in, or "" where an import has but one
 * @param line of the source, 1 for the first
 * @param column the source's column at fault, or "" for the whole line
 * @param reason the sentence
 * @param code of the {@link Trouble}, or "" in files of older versions
 * @param escaped the line's text as the file holds it, see {@link RejectFile}
 */
public record Reject(String file, long line, String column, String reason, String code, String escaped) {
    /** The line's bytes as they stood in the source. */
    public byte[] bytes() {
        return RejectText.bytes(escaped);
    }

    /** The line's text for a person; bytes that are no UTF-8 are read as Windows-1252. */
    public String text() {
        return RejectText.readable(bytes());
    }
}
