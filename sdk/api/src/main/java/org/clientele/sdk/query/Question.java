package org.clientele.sdk.query;

/** What a tile asks: metrics of the shared model, or an analysis of a plugin. */
public sealed interface Question permits MetricQuery, AnalysisCall {}
