package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;

/** Takes secrets out of what leaves this adapter, should Zoho repeat one. */
final class Secrets {

    private static final String HIDDEN = "[hidden]";

    private final ZohoAccount account;

    Secrets(ZohoAccount account) {
        this.account = account;
    }

    String hide(String text, String token) {
        return text.replace(token, HIDDEN)
                .replace(account.refreshToken(), HIDDEN)
                .replace(account.clientSecret(), HIDDEN);
    }
}
