package org.clientele.platform.warehouse.rejects;

/**
 * What is wrong with one row.
 *
 * @param trouble the kind
 * @param sentence for a person, with the value and what to do; ends in a full stop
 */
public record Finding(Trouble trouble, String sentence) {
    /** The stable code of the kind. */
    public String code() {
        return trouble.name();
    }
}
