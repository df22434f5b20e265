package org.clientele.platform.sample;

/**
 * A city that customers live in.
 *
 * @param countryShare of the country among all customers, in percent
 * @param weight of the city in its country
 * @param languages of its names, at least one
 * @param postage id of the charge for a parcel to it
 * @param postalCode with # for a digit and @ for a letter
 * @param kilometres to the shop's door
 * @param latitude of its centre, in degrees north
 * @param longitude of its centre, in degrees east
 */
record Place(
        String country,
        double countryShare,
        double weight,
        String[] languages,
        String postage,
        String region,
        String city,
        String postalCode,
        int kilometres,
        double latitude,
        double longitude) {
    boolean isHome() {
        return country.equals("United Kingdom");
    }
}
