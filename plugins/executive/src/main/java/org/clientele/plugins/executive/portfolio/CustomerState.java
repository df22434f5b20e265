package org.clientele.plugins.executive.portfolio;

/** Where a customer stands, by the time since her last purchase against her own rhythm. */
public enum CustomerState {
    /** Within the time in which most come back. */
    ACTIVE("Active"),
    /** Away for longer than most gaps are. */
    AT_RISK("At risk"),
    /** Away for longer than nearly all gaps are. */
    LAPSED("Lapsed");

    private final String label;

    CustomerState(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
