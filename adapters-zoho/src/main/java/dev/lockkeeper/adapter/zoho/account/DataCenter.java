package dev.lockkeeper.adapter.zoho.account;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where Zoho keeps an organisation's data, and therefore has to be called. */
public enum DataCenter {
    US("https://accounts.zoho.com", "https://www.zohoapis.com"),
    EU("https://accounts.zoho.eu", "https://www.zohoapis.eu"),
    IN("https://accounts.zoho.in", "https://www.zohoapis.in"),
    AU("https://accounts.zoho.com.au", "https://www.zohoapis.com.au"),
    CN("https://accounts.zoho.com.cn", "https://www.zohoapis.com.cn"),
    JP("https://accounts.zoho.jp", "https://www.zohoapis.jp"),
    SA("https://accounts.zoho.sa", "https://www.zohoapis.sa"),
    CA("https://accounts.zohocloud.ca", "https://www.zohoapis.ca");

    private final String accounts;
    private final String api;

    DataCenter(String accounts, String api) {
        this.accounts = accounts;
        this.api = api;
    }

    /** Where tokens are given. */
    public URI accountsUrl() {
        return URI.create(accounts);
    }

    /** Where the CRM is called. */
    public URI apiUrl() {
        return URI.create(api);
    }

    /** The name as settings write it. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code settingName} names, spelled exactly. */
    public static Optional<DataCenter> find(String settingName) {
        return Arrays.stream(values())
                .filter(center -> center.settingName().equals(settingName))
                .findFirst();
    }
}
