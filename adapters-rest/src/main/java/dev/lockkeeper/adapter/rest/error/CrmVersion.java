package dev.lockkeeper.adapter.rest.error;

import java.util.regex.Pattern;

/** The API versions of Zoho CRM that this service answers, all alike: {@code v2} to {@code v9}, and {@code v2.1}. */
public final class CrmVersion {

    private static final Pattern SERVED = Pattern.compile("v([2-9]|2\\.1)");
    private static final String CRM = "/crm/";

    private CrmVersion() {}

    public static boolean isServed(String version) {
        return SERVED.matcher(version).matches();
    }

    /** Whether a path is of Zoho's shape but of a version that is not served. */
    static boolean isForeign(String path) {
        if (!path.startsWith(CRM)) {
            return false;
        }
        int end = path.indexOf('/', CRM.length());
        return !isServed(path.substring(CRM.length(), end < 0 ? path.length() : end));
    }
}
