package org.clientele.platform.runtime;

/** How far a tile is. */
public enum TileState {
    LOADING,
    READY,
    EMPTY,
    FAILED,
    FORBIDDEN,
    TOO_MUCH
}
