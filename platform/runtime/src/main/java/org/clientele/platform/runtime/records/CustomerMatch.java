package org.clientele.platform.runtime.records;

/**
 * A customer that was found.
 *
 * @param id of the customer
 * @param name for people, or "" where it is not known or not to be seen
 */
public record CustomerMatch(String id, String name) {
    /** For people: "Mary Smith (12346)". */
    public String label() {
        return name.isEmpty() ? "Customer " + id : name + " (" + id + ")";
    }
}
