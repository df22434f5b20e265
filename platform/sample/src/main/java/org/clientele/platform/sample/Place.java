package org.clientele.platform.sample;

/**
 * A city that customers live in.
 *
 * @param languages of its names, at least one
 * @param postage id of the charge for a parcel to it
 * @param postalCode with # for a digit and @ for a letter
 * @param kilometres to the shop's door
 */
record Place(
        String country,
        String[] languages,
        String postage,
        String region,
        String city,
        String postalCode,
        int kilometres) {
    boolean isHome() {
        return country.equals("United Kingdom");
    }
}
