package dev.lockkeeper.adapter.rest.error;

import java.util.regex.Pattern;

/**
 * What is peculiar to Zoho's addresses, {@code /crm/{version}/…}: the versions, all answered alike, {@code v2} to {@code
 * v9} and {@code v2.1}; and the namespace {@code settings} beside the modules.
 */
public final class CrmPath {

    private static final Pattern SERVED = Pattern.compile("v([2-9]|2\\.1)");
    private static final String SETTINGS = "settings";

    /** The one call of settings whose address goes on with an id. */
    private static final String CONFIGURATIONS = "record_locking_configurations";

    private CrmPath() {}

    public static boolean isServed(String version) {
        return SERVED.matcher(version).matches();
    }

    /** Whether a name that stands where a module's does is none, since other calls have their addresses under it. */
    public static boolean isNamespace(String module) {
        return module.equals(SETTINGS);
    }

    /** Whether a path only looks like one of a record's, which some route takes it for. */
    static boolean isForeign(String path) {
        // A slash at the end makes no difference, so the segments are counted without it.
        String[] segments = path.split("/");
        if (segments.length < 3 || !segments[1].equals("crm")) {
            return false;
        }
        return !isServed(segments[2]) || isDeeperThanSettingsGo(segments);
    }

    private static boolean isDeeperThanSettingsGo(String[] segments) {
        if (segments.length < 6 || !isNamespace(segments[3])) {
            return false;
        }
        return !segments[4].equals(CONFIGURATIONS) || segments.length > 6;
    }
}
