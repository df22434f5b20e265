package org.clientele.platform.warehouse.mapping;

import java.util.List;

/**
 * How the sources of one import are to be mapped and joined.
 *
 * @param sources one proposal a source, in their order
 * @param joins which refers to which
 * @param doubts sentences about them together
 */
public record SchemaProposal(List<Proposal> sources, List<JoinProposal> joins, List<String> doubts) {
    public SchemaProposal {
        sources = List.copyOf(sources);
        joins = List.copyOf(joins);
        doubts = List.copyOf(doubts);
    }
}
