package org.clientele.plugins.segmentation.migration;

/**
 * Why customers are called something else than before, where the model was found anew: because they behave differently, which the model that was
 * frozen sees too, or because the boundaries were moved.
 *
 * @param stayed were in the same segment by both
 * @param behaviour the frozen model has moved them, and the new one agrees with it where they are now
 * @param boundary the frozen model has not moved them, the new one puts them elsewhere
 * @param both the frozen model has moved them, and the new one puts them elsewhere again
 * @param arrived were in no segment before, or are in none now
 */
record Reasons(long stayed, long behaviour, long boundary, long both, long arrived) {
    /**
     * @param before by the model that was frozen, on the first day
     * @param frozen by the same model, on the last day
     * @param refitted by the model of the last day, its segments called as those that they are most alike
     */
    static Reasons of(int[] before, int[] frozen, int[] refitted) {
        long stayed = 0;
        long behaviour = 0;
        long boundary = 0;
        long both = 0;
        long arrived = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] == Course.NONE || frozen[i] == Course.NONE || refitted[i] == Course.NONE) {
                arrived++;
            } else if (before[i] == frozen[i] && frozen[i] == refitted[i]) {
                stayed++;
            } else if (frozen[i] == refitted[i]) {
                behaviour++;
            } else if (before[i] == frozen[i]) {
                boundary++;
            } else {
                both++;
            }
        }
        return new Reasons(stayed, behaviour, boundary, both, arrived);
    }

    /** Everybody. */
    long total() {
        return stayed + behaviour + boundary + both + arrived;
    }
}
