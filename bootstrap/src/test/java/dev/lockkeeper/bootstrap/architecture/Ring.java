package dev.lockkeeper.bootstrap.architecture;

/** The rings from the inside out; the three adapters are one ring in three parts. */
enum Ring {
    DOMAIN("domain"),
    APPLICATION("application"),
    REST("adapter.rest"),
    PERSISTENCE("adapter.persistence"),
    ZOHO("adapter.zoho"),
    BOOTSTRAP("bootstrap");

    private final String location;

    Ring(String location) {
        this.location = location;
    }

    String location() {
        return location;
    }
}
