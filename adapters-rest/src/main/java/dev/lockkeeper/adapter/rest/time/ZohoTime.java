package dev.lockkeeper.adapter.rest.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Zoho's times: ISO 8601 in whole seconds with a numeric offset, {@code +00:00} rather than {@code Z}. */
public final class ZohoTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ZohoTime() {}

    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
