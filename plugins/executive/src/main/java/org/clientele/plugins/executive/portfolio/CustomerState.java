package org.clientele.plugins.executive.portfolio;

import org.clientele.sdk.text.Texts;

/** Where a customer stands, by the time since her last purchase against her own rhythm. */
public enum CustomerState {
    /** Within the time in which most come back. */
    ACTIVE("state.active"),
    /** Away for longer than most gaps are. */
    AT_RISK("state.at_risk"),
    /** Away for longer than nearly all gaps are. */
    LAPSED("state.lapsed");

    private static final Texts TEXTS = Texts.of(CustomerState.class);

    private final String key;

    CustomerState(String key) {
        this.key = key;
    }

    /** For people. */
    public String label() {
        return TEXTS.get(key);
    }
}
