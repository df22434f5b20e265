package org.clientele.platform.warehouse.mapping;

import org.clientele.platform.warehouse.source.SourceHead;

/**
 * A source whose columns are to be mapped.
 *
 * @param name what to call it in messages: {@code shop.zip/orders.csv}
 * @param head what its start says
 */
public record MappingSource(String name, SourceHead head) {}
