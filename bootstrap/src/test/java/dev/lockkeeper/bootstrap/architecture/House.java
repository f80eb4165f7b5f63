package dev.lockkeeper.bootstrap.architecture;

import java.util.Arrays;

/**
 * The rings under one root package. Every rule is made for a house, so that the rules which judge the service can be
 * run, unchanged, on a house in which violations are planted.
 */
record House(String root) {

    /** The ring's packages, as ArchUnit writes them. */
    String packagesOf(Ring ring) {
        return root + "." + ring.location() + "..";
    }

    /** The packages of the ring's features, without what lies in the ring's own package. */
    String featuresOf(Ring ring) {
        return root + "." + ring.location() + ".*..";
    }

    /** The packages of one feature of a ring. */
    String feature(Ring ring, String name) {
        return root + "." + ring.location() + "." + name + "..";
    }

    String[] packagesOfAllRings() {
        return Arrays.stream(Ring.values()).map(this::packagesOf).toArray(String[]::new);
    }
}
