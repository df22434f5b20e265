package org.clientele.sdk;

/** Every kind of failure that Clientele reports, each with whose matter it is. Stable: other programs match on the names. */
public enum ErrorCode {
    /** An argument is missing, malformed or out of range. */
    ARGUMENT_INVALID(Blame.USER),
    /** A formula or filter does not parse, names something unknown or mixes types or units. */
    FORMULA_INVALID(Blame.USER),
    /** No metric answers to the name, or several do. */
    METRIC_UNKNOWN(Blame.USER),
    /** No dimension has the name. */
    DIMENSION_UNKNOWN(Blame.USER),
    /** No dashboard answers to the id, or several do. */
    DASHBOARD_UNKNOWN(Blame.USER),
    /** No analysis answers to the id, or several do. */
    ANALYSIS_UNKNOWN(Blame.USER),
    /** No import recipe answers to the id, or several do. */
    RECIPE_UNKNOWN(Blame.USER),
    /** The policy in force forbids it. */
    FORBIDDEN(Blame.USER),
    /** The user, or a newer request, cancelled it. */
    CANCELLED(Blame.USER),
    /** A file cannot be read or is not what its name says. */
    FILE_UNREADABLE(Blame.DATA),
    /** A file's headers or content fit no recipe and no entity. */
    FILE_UNRECOGNISED(Blame.DATA),
    /** A column that is needed is not there. */
    DATA_COLUMN_MISSING(Blame.DATA),
    /** A value does not fit where it should go, for example a sum that overflows. */
    DATA_VALUE_INVALID(Blame.DATA),
    /** A frame, spec or scene does not keep its own rules. */
    CONTRACT_BROKEN(Blame.PLUGIN),
    /** A plugin jar was refused; the message says why. */
    PLUGIN_REFUSED(Blame.PLUGIN),
    /** A plugin's code threw. */
    PLUGIN_FAILED(Blame.PLUGIN),
    /** The plugin was stopped, updated or removed while its extension was still held. */
    PLUGIN_STOPPED(Blame.PLUGIN),
    /** Another process holds the workspace. */
    WORKSPACE_LOCKED(Blame.RESOURCE),
    /** The folder is not a workspace, or one of a newer version. */
    WORKSPACE_INVALID(Blame.USER),
    /** Memory, disk or a file handle could not be had. */
    RESOURCE_EXHAUSTED(Blame.RESOURCE),
    /** A defect of Clientele itself. */
    INTERNAL(Blame.INTERNAL);

    private final Blame blame;

    ErrorCode(Blame blame) {
        this.blame = blame;
    }

    /** Whose matter this kind of failure is. */
    public Blame blame() {
        return blame;
    }
}
