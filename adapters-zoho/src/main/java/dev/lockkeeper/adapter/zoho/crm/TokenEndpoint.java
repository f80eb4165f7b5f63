package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Zoho gives access tokens for the refresh token. */
final class TokenEndpoint implements AutoCloseable {

    private static final String PATH = "/oauth/v2/token";
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int CONNECTIONS = 2;
    private static final int LONGEST_WORD = 60;
    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);
    private static final long LONGEST_LIFETIME_SECONDS = 86_400;

    /** The errors that say that somebody has to do something, and which setting is meant. */
    private static final Map<String, String> SETTINGS = Map.of(
            "invalid_code", "ZOHO_REFRESH_TOKEN",
            "invalid_grant", "ZOHO_REFRESH_TOKEN",
            "invalid_client", "ZOHO_CLIENT_ID",
            "unauthorized_client", "ZOHO_CLIENT_ID",
            "invalid_client_secret", "ZOHO_CLIENT_SECRET");

    /** What Zoho answers to being asked for a token. */
    sealed interface Answer {

        record Given(String token, Duration lifetime) implements Answer {

            /** Never the token. */
            @Override
            public String toString() {
                return "Given[" + lifetime + "]";
            }
        }

        /** There is no use in asking again. */
        record NotLetIn(String reason) implements Answer {}

        /** The credentials may be fine; it was asked too often. */
        record Throttled(String reason) implements Answer {}

        /** No answer, or none that says anything. */
        record Failed(String reason) implements Answer {}
    }

    private final Wire wire;
    private final String form;

    TokenEndpoint(ZohoAccount account) {
        this.wire = new Wire(account.accountsUrl(), CONNECTIONS, account.callTimeout());
        this.form = "refresh_token=" + encoded(account.refreshToken()) + "&client_id=" + encoded(account.clientId())
                + "&client_secret=" + encoded(account.clientSecret()) + "&grant_type=refresh_token";
    }

    Answer ask() {
        return switch (wire.send(HttpRequest.POST(PATH, form)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                .accept(MediaType.APPLICATION_JSON_TYPE))) {
            case Heard.NoConnection _ -> new Answer.Failed("Zoho's accounts server cannot be reached");
            case Heard.NoAnswer _ -> new Answer.Failed("Zoho's accounts server does not answer");
            case Heard.Response response -> read(response);
        };
    }

    private static Answer read(Heard.Response response) {
        if (response.status() == TOO_MANY) {
            return new Answer.Throttled("Zoho is asked for tokens too often");
        }
        Document body = response.status() >= SERVER_ERROR ? null : Json.read(response.body());
        if (body == null) {
            return new Answer.Failed("Zoho's accounts server answers " + response.status());
        }
        String error = body.findText("error");
        if (error != null) {
            return refused(error);
        }
        String token = body.findText("access_token");
        return token == null || token.isBlank()
                ? new Answer.Failed("Zoho's accounts server answers without a token")
                : new Answer.Given(token, lifetime(body.entries().get("expires_in")));
    }

    private static Answer refused(String error) {
        String setting = SETTINGS.get(error);
        return setting == null
                ? new Answer.Throttled("Zoho gives no token: " + word(error))
                : new Answer.NotLetIn("Zoho does not accept " + setting + ": " + error);
    }

    private static Duration lifetime(@Nullable Object seconds) {
        return seconds instanceof Number number && number.longValue() > 0
                ? Duration.ofSeconds(Math.min(number.longValue(), LONGEST_LIFETIME_SECONDS))
                : DEFAULT_LIFETIME;
    }

    /** What Zoho calls its error, unless it is something else than a word. */
    private static String word(String error) {
        return error.length() <= LONGEST_WORD && error.matches("[A-Za-z_ ]+") ? error : "an error without a name";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        wire.close();
    }
}
