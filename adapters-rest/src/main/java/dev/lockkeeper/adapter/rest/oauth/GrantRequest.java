package dev.lockkeeper.adapter.rest.oauth;

import dev.lockkeeper.domain.identity.OAuthClientId;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.identity.Secret;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client sends to get an access token; an empty parameter counts as not sent (RFC 6749, section 3.2). */
record GrantRequest(Map<String, String> parameters) {

    static final String REFRESH_TOKEN = "refresh_token";
    static final String CLIENT_CREDENTIALS = "client_credentials";

    GrantRequest {
        parameters = Map.copyOf(parameters);
    }

    /** The same with a client's credentials that came in a header, which count. */
    GrantRequest with(@Nullable BasicCredentials credentials) {
        if (credentials == null) {
            return this;
        }
        Map<String, String> all = new HashMap<>(parameters);
        all.put("client_id", credentials.name());
        all.put("client_secret", credentials.password());
        return new GrantRequest(all);
    }

    String grantType() {
        return text("grant_type");
    }

    Optional<OAuthClientId> clientId() {
        return OAuthClientId.parse(text("client_id"));
    }

    Optional<Secret> clientSecret() {
        return secret("client_secret");
    }

    Optional<Secret> refreshToken() {
        return secret(REFRESH_TOKEN);
    }

    /** The scopes asked for, separated by spaces or, as Zoho does it, by commas; empty where one of them is none. */
    Optional<Set<Scope>> scopes() {
        String[] names = Arrays.stream(text("scope").split("[ ,]", -1))
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        return Arrays.stream(names).allMatch(Scope::isWellFormed)
                ? Optional.of(Arrays.stream(names).map(Scope::new).collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    private Optional<Secret> secret(String name) {
        return Optional.of(text(name)).filter(Secret::isWellFormed).map(Secret::new);
    }

    private String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Never printed: there are secrets among them. */
    @Override
    public String toString() {
        return "GrantRequest[" + grantType() + "]";
    }
}
