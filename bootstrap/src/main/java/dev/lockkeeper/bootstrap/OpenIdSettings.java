package dev.lockkeeper.bootstrap;

import dev.lockkeeper.adapter.rest.identity.OpenIdProvider;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The settings of the company's OpenID provider, if it has one: Micronaut's names where Micronaut has names for them. */
final class OpenIdSettings {

    private static final String JWT = "micronaut.security.token.jwt.";
    private static final String KEY_SETS = JWT + "signatures.jwks";
    private static final String ISSUER = JWT + "claims-validators.issuer";
    private static final String AUDIENCE = JWT + "claims-validators.audience";
    private static final String OIDC = "lockkeeper.oidc.";

    /** Those of RFC 7518, section 3.1, with a key pair: whoever can check a signature cannot make one. */
    private static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private final PropertyResolver properties;

    private OpenIdSettings(PropertyResolver properties) {
        this.properties = properties;
    }

    /** @throws WrongSetting for the first one that is wrong */
    static Optional<OpenIdProvider> read(PropertyResolver properties) {
        return new OpenIdSettings(properties).provider();
    }

    private Optional<OpenIdProvider> provider() {
        if (!List.of("true", "false").contains(word("create-users", "false"))) {
            throw wrong("CREATE_USERS", "true or false");
        }
        Map<String, String> keys = new LinkedHashMap<>();
        properties
                .getPropertyEntries(KEY_SETS)
                .forEach(name -> text(KEY_SETS + "." + name + ".url").ifPresent(url -> keys.put(url, name)));
        if (keys.isEmpty()) {
            if (text(ISSUER).isPresent() || text(AUDIENCE).isPresent()) {
                throw new WrongSetting(
                        keySetting("company"),
                        "missing beside issuer and audience; the address of the provider's keys");
            }
            return Optional.empty();
        }
        return Optional.of(new OpenIdProvider(
                address(keys), mandatory(ISSUER, "ISSUER"), mandatory(AUDIENCE, "AUDIENCE"), algorithms(), claims()));
    }

    /** @param keys names of key sets by their addresses */
    private static URI address(Map<String, String> keys) {
        Map.Entry<String, String> first = keys.entrySet().iterator().next();
        String accepts = "one https address (http on the loopback interface), the provider's JWK set";
        try {
            URI address = URI.create(first.getKey());
            if (keys.size() == 1 && isSafe(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(keySetting(first.getValue()), accepts, e);
        }
        throw new WrongSetting(keySetting(first.getValue()), accepts);
    }

    private static String keySetting(String name) {
        return "MICRONAUT_SECURITY_TOKEN_JWT_SIGNATURES_JWKS_%s_URL"
                .formatted(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
    }

    /** Whoever could change the keys on their way could sign as anybody. */
    private static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme())
                                && List.of("localhost", "127.0.0.1", "[::1]").contains(host)));
    }

    private String mandatory(String property, String name) {
        return text(property)
                .orElseThrow(() -> new WrongSetting(
                        "MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_" + name,
                        "missing beside the address of the provider's keys; what its tokens have to name"));
    }

    private Set<String> algorithms() {
        Set<String> algorithms = Set.copyOf(list("algorithms", "RS256"));
        if (algorithms.isEmpty() || !ALGORITHMS.containsAll(algorithms)) {
            throw wrong("ALGORITHMS", "any of " + String.join(", ", ALGORITHMS) + ", separated by commas");
        }
        return algorithms;
    }

    private OpenIdProvider.Claims claims() {
        List<String> scopes = list("scopes", "");
        if (!scopes.stream().allMatch(Scope::isWellFormed)) {
            throw wrong("SCOPES", "scopes separated by commas");
        }
        Map<String, String> profiles = profiles();
        if (text(OIDC + "profile-claim").isPresent() && profiles.isEmpty()) {
            // Else whoever may name a group at the provider could name it after a profile of administrators.
            throw wrong("PROFILES", "missing beside the profile claim; pairs such as crm-admins=Administrator");
        }
        return new OpenIdProvider.Claims(
                word("user-claim", "sub"),
                word("name-claim", "name"),
                text(OIDC + "profile-claim").orElse(null),
                profiles,
                text(OIDC + "default-profile").orElse(null),
                word("scope-claim", "scope"),
                scopes.stream().map(Scope::new).collect(Collectors.toUnmodifiableSet()));
    }

    private Map<String, String> profiles() {
        Map<String, String> profiles = new LinkedHashMap<>();
        for (String pair : list("profiles", "")) {
            String[] parts = pair.split("=", 2);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw wrong("PROFILES", "pairs such as crm-admins=Administrator, separated by commas");
            }
            profiles.put(parts[0].strip(), parts[1].strip());
        }
        return profiles;
    }

    private List<String> list(String name, String unset) {
        return Arrays.stream(word(name, unset).split(",", -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private String word(String name, String unset) {
        return text(OIDC + name).orElse(unset);
    }

    private Optional<String> text(String property) {
        return properties.getProperty(property, String.class).filter(value -> !value.isBlank());
    }

    private static WrongSetting wrong(String name, String accepts) {
        return new WrongSetting("LOCKKEEPER_OIDC_" + name, accepts);
    }
}
