package dev.lockkeeper.adapter.zoho.standin;

import dev.lockkeeper.domain.crm.CrmBodies;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives access tokens, and knows which are good. */
final class TokenDesk {

    private final Map<String, Instant> good = new HashMap<>();
    private Duration lifetime = Duration.ofHours(1);
    private @Nullable String refusing;
    private int status = 200;
    private int requests;
    private int given;

    synchronized Outgoing answer(Incoming request) {
        requests++;
        Map<String, String> asked = new HashMap<>(request.query());
        asked.putAll(Incoming.form(request.body()));
        if (refusing != null) {
            return Outgoing.json(status, CrmBodies.entries("error", refusing));
        }
        if (!ZohoStandIn.CLIENT_ID.equals(asked.get("client_id"))) {
            return Outgoing.json(200, CrmBodies.entries("error", "invalid_client"));
        }
        if (!ZohoStandIn.CLIENT_SECRET.equals(asked.get("client_secret"))) {
            return Outgoing.json(200, CrmBodies.entries("error", "invalid_client_secret"));
        }
        if (!ZohoStandIn.REFRESH_TOKEN.equals(asked.get("refresh_token"))
                || !"refresh_token".equals(asked.get("grant_type"))) {
            return Outgoing.json(200, CrmBodies.entries("error", "invalid_code"));
        }
        given++;
        String token = "1000.access-token-number-" + given;
        good.put(token, Instant.now().plus(lifetime));
        return Outgoing.json(
                200,
                CrmBodies.entries(
                        "access_token", token,
                        "scope", "ZohoCRM.modules.ALL",
                        "api_domain", "https://www.zohoapis.com",
                        "token_type", "Bearer",
                        "expires_in", lifetime.toSeconds()));
    }

    synchronized boolean isGood(String token) {
        Instant end = good.get(token);
        return end != null && end.isAfter(Instant.now());
    }

    synchronized void revokeAll() {
        good.clear();
    }

    synchronized void refuse(@Nullable String error, int httpStatus) {
        refusing = error;
        status = httpStatus;
    }

    synchronized void lifetime(Duration next) {
        lifetime = next;
    }

    synchronized int requests() {
        return requests;
    }

    synchronized int given() {
        return given;
    }
}
