package dev.lockkeeper.adapter.rest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the tokens of the company's OpenID provider: signature by one of its keys and with one of the algorithms agreed
 * on, issuer, audience, times (RFC 7519, section 4.1; RFC 8725, section 3). Keys are fetched when they are needed and kept
 * for a while; a key that is not known is looked for, so that a new one counts at once.
 */
final class ProviderTokens {

    /** How far the provider's clock may be from ours. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    /** After it keys are fetched anew, so that a withdrawn one no longer counts. */
    static final Duration KEYS_KEPT = Duration.ofMinutes(5);

    /** Two fetches at most in this time, however many tokens name keys that there are not. */
    static final Duration FETCH_INTERVAL = Duration.ofSeconds(5);

    /** How long the keys last known go on to count while the provider is away. */
    static final Duration OUTAGE_BRIDGED = Duration.ofHours(1);

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 3_000;
    private static final int LARGEST_KEY_SET_BYTES = 1 << 18;

    /** How long one fetch of keys may keep other requests waiting. */
    private static final Duration FETCH_PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderTokens.class);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** Whether the keys could not be had when they were needed last. */
    private volatile boolean fetchFailed;

    ProviderTokens(OpenIdProvider provider) {
        Set<JWSAlgorithm> algorithms =
                provider.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys(provider)));
        // RFC 9068, section 2.1, has a type of its own for access tokens; older providers say JWT, or nothing.
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                provider.audience(),
                new JWTClaimsSet.Builder().issuer(provider.issuer()).build(),
                Set.of("exp", provider.claims().user()));
        claims.setMaxClockSkew(Math.toIntExact(CLOCK_SKEW.toSeconds()));
        processor.setJWTClaimsSetVerifier(claims);
    }

    private static JWKSource<SecurityContext> keys(OpenIdProvider provider) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            provider.keys().toURL(),
                            new DefaultResourceRetriever(
                                    CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, LARGEST_KEY_SET_BYTES))
                    .cache(KEYS_KEPT.toMillis(), FETCH_PATIENCE.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(FETCH_INTERVAL.toMillis())
                    .retrying(true)
                    .outageTolerant(OUTAGE_BRIDGED.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not the address of a key set", e);
        }
    }

    /**
     * What a token says, if it can be believed.
     *
     * @throws ProviderUnavailable when the provider's keys cannot be had
     */
    Optional<JWTClaimsSet> claims(String token) {
        try {
            // Neither unsigned nor encrypted tokens are of this kind.
            JWTClaimsSet claims = processor.process(SignedJWT.parse(token), null);
            fetchFailed = false;
            // The library is content with the claim's key.
            return Optional.of(claims).filter(said -> said.getExpirationTime() != null);
        } catch (ParseException e) {
            return unbelieved(e);
        } catch (BadJOSEException e) {
            fetchFailed = false;
            return unbelieved(e);
        } catch (RateLimitReachedException e) {
            // It names a key that was looked for just now, unless nothing could be looked for.
            if (fetchFailed) {
                throw new ProviderUnavailable(e);
            }
            return unbelieved(e);
        } catch (JOSEException e) {
            fetchFailed = true;
            throw new ProviderUnavailable(e);
        }
    }

    private static Optional<JWTClaimsSet> unbelieved(Exception reason) {
        LOG.debug("A token of the identity provider is not believed: {}", reason.getMessage());
        return Optional.empty();
    }
}
