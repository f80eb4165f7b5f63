package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.domain.identity.Scope;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The company's OpenID provider, whose signed tokens (JWT, RFC 7519) let its people in.
 *
 * @param keys where it publishes its keys: a JWK set (RFC 7517)
 * @param issuer that a token has to name, exactly
 * @param audience that a token has to be among others for
 * @param algorithms of RFC 7518, section 3.1, with which tokens may be signed; none with a shared secret
 */
public record OpenIdProvider(URI keys, String issuer, String audience, Set<String> algorithms, Claims claims) {

    public OpenIdProvider {
        algorithms = Set.copyOf(algorithms);
    }

    /**
     * What of a token says who somebody is.
     *
     * @param user the claim that names a user for good
     * @param name the claim with the name to show
     * @param profile the claim with one value or several, of which the first counts that stands for a profile; null when
     *     the provider has no say in profiles
     * @param profiles which profile stands for which value of that claim
     * @param defaultProfile for those whose claim has no known value; null when they are not let in
     * @param scope the claim with the scopes, separated by spaces or in an array
     * @param scopes that everybody whom the provider vouches for has besides
     */
    public record Claims(
            String user,
            String name,
            @Nullable String profile,
            Map<String, String> profiles,
            @Nullable String defaultProfile,
            String scope,
            Set<Scope> scopes) {

        public Claims(
                String user,
                String name,
                @Nullable String profile,
                Map<String, String> profiles,
                @Nullable String defaultProfile,
                String scope,
                Set<Scope> scopes) {
            this.user = user;
            this.name = name;
            this.profile = profile;
            this.profiles = Map.copyOf(profiles);
            this.defaultProfile = defaultProfile;
            this.scope = scope;
            this.scopes = Set.copyOf(scopes);
        }
    }
}
