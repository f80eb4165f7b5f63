package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is let in with a token of the company's OpenID provider, and who is not. */
class CompanyIdentityIT {

    private static final String LOCKS = "/api/v1/locks";
    private static final SigningProvider PROVIDER = new SigningProvider();
    private static final ServiceProcess SERVICE =
            with(PROVIDER.keys(), TestDatabase.create()).start();

    private static ServiceProcess.Builder with(String keys, TestDatabase database) {
        return ServiceProcess.builder()
                .on(database)
                .with("MICRONAUT_SECURITY_TOKEN_JWT_SIGNATURES_JWKS_COMPANY_URL", keys)
                .with("MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_ISSUER", SigningProvider.ISSUER)
                .with("MICRONAUT_SECURITY_TOKEN_JWT_CLAIMS_VALIDATORS_AUDIENCE", SigningProvider.AUDIENCE)
                .with("LOCKKEEPER_OIDC_PROFILE_CLAIM", "groups")
                .with("LOCKKEEPER_OIDC_PROFILES", "crm-admins=Administrator, crm-sales=Sales")
                .with("LOCKKEEPER_OIDC_CREATE_USERS", "true");
    }

    @BeforeAll
    static void makeTheProfile() {
        assertThat(SERVICE.client()
                        .send("PUT", "/api/v1/profiles/Sales", "{\"permissions\":[\"lock\"]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        PROVIDER.close();
    }

    @Test
    void letsSomebodyInOnFirstSightAndKnowsThemFromThenOn() {
        String token = PROVIDER.sign(SigningProvider.claims("first"));

        assertThat(call(token).statusCode()).isEqualTo(200);
        assertThat(call(token).statusCode()).isEqualTo(200);

        assertThat(SERVICE.client().get("/api/v1/users?limit=200").body())
                .containsOnlyOnce("\"external_id\":\"first\"")
                .containsPattern("\"name\":\"Zoë first\",\"profile\":\\{\"id\":\"[0-9]+\",\"name\":\"Sales\"}");
    }

    @Test
    void followsTheProviderWhenSomebodysProfileChanges() {
        String administration = "lockkeeper.admin lockkeeper.locks.read";
        JWTClaimsSet.Builder promoted =
                SigningProvider.claims("promoted").claim("groups", "crm-admins").claim("scope", administration);
        assertThat(call(PROVIDER.sign(promoted), "/api/v1/users").statusCode()).isEqualTo(200);

        JWTClaimsSet.Builder demoted = SigningProvider.claims("promoted").claim("scope", administration);
        assertThat(call(PROVIDER.sign(demoted), "/api/v1/users").statusCode()).isEqualTo(403);

        JWTClaimsSet.Builder gone = SigningProvider.claims("promoted").claim("groups", List.of());
        assertThat(call(PROVIDER.sign(gone)).statusCode()).isEqualTo(401);
    }

    @Test
    void keepsANameOfWhichATokenSaysNothing() {
        call(PROVIDER.sign(SigningProvider.claims("boss").claim("name", "The boss")));
        assertThat(call(PROVIDER.sign(SigningProvider.claims("boss").claim("name", null)))
                        .statusCode())
                .isEqualTo(200);

        assertThat(SERVICE.client().get("/api/v1/users?limit=200").body()).contains("\"name\":\"The boss\"");
    }

    @Test
    void takesTheScopesOfTheToken() {
        JWTClaimsSet.Builder without = SigningProvider.claims("scopeless").claim("scope", "openid");
        JWTClaimsSet.Builder asArray =
                SigningProvider.claims("scopeless").claim("scope", List.of("openid", "Lockkeeper.Locks.Read"));

        assertThat(call(PROVIDER.sign(without)).statusCode()).isEqualTo(403);
        assertThat(call(PROVIDER.sign(asArray)).statusCode()).isEqualTo(200);
    }

    @Test
    void takesANewKeyWithoutARestart() {
        assertThat(call(PROVIDER.sign(SigningProvider.claims("before"))).statusCode())
                .isEqualTo(200);

        PROVIDER.rotate();

        String token = PROVIDER.sign(SigningProvider.claims("after"));
        // Other tests made it look for keys that there are not, which it does twice in five seconds at most.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(call(token).statusCode()).isEqualTo(200));
    }

    static Stream<Map.Entry<String, String>> unbelievable() throws Exception {
        RSAKey key = PROVIDER.key();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        String proper = PROVIDER.sign(SigningProvider.claims("eve"));
        SignedJWT byThePublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
                SigningProvider.claims("eve").build());
        byThePublicKey.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return Stream.of(
                Map.entry(
                        "wrong issuer",
                        PROVIDER.sign(SigningProvider.claims("eve").issuer("https://evil.example"))),
                Map.entry(
                        "issuer and more",
                        PROVIDER.sign(SigningProvider.claims("eve").issuer(SigningProvider.ISSUER + "/"))),
                Map.entry(
                        "wrong audience",
                        PROVIDER.sign(SigningProvider.claims("eve").audience("another-service"))),
                Map.entry(
                        "no audience",
                        PROVIDER.sign(SigningProvider.claims("eve").audience(List.of()))),
                Map.entry("none", new PlainJWT(SigningProvider.claims("eve").build()).serialize()),
                Map.entry("expired", PROVIDER.sign(SigningProvider.claims("eve").expirationTime(in(-60)))),
                Map.entry(
                        "never expires",
                        PROVIDER.sign(SigningProvider.claims("eve").expirationTime(null))),
                Map.entry(
                        "not yet valid",
                        PROVIDER.sign(SigningProvider.claims("eve").notBeforeTime(in(120)))),
                Map.entry(
                        "of nobody", PROVIDER.sign(SigningProvider.claims("eve").subject(null))),
                Map.entry(
                        "of no text",
                        PROVIDER.sign(SigningProvider.claims("eve").claim("sub", List.of("eve")))),
                Map.entry("of two lines", PROVIDER.sign(SigningProvider.claims("eve\nroot"))),
                Map.entry(
                        "of another key of the same name",
                        SigningProvider.sign(header, SigningProvider.claims("eve"), SigningProvider.newKey())),
                Map.entry(
                        "of an unknown key",
                        SigningProvider.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("none")
                                        .build(),
                                SigningProvider.claims("eve"),
                                SigningProvider.newKey())),
                Map.entry(
                        "another algorithm",
                        SigningProvider.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID(key.getKeyID())
                                        .build(),
                                SigningProvider.claims("eve"),
                                key)),
                Map.entry("a shared secret that is no secret", byThePublicKey.serialize()),
                Map.entry(
                        "changed",
                        proper.replaceFirst(
                                "\\.[^.]*\\.",
                                "."
                                        + PROVIDER.sign(SigningProvider.claims("root"))
                                                .split("\\.", -1)[1] + ".")),
                Map.entry("unsigned", proper.substring(0, proper.lastIndexOf('.') + 1)),
                Map.entry("of no kind", "eyJhbGciOiJSUzI1NiJ9"),
                Map.entry(
                        "of a profile that is not mapped",
                        PROVIDER.sign(SigningProvider.claims("eve").claim("groups", List.of("Administrator")))));
    }

    @ParameterizedTest
    @MethodSource("unbelievable")
    void refusesATokenThatCannotBeBelieved(Map.Entry<String, String> token) {
        HttpResponse<String> answer = call(token.getValue());

        assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
        assertThat(answer.body()).contains("The access token is unknown");
        assertThat(SERVICE.client().get("/api/v1/users?limit=200").body()).doesNotContain("\"eve\"");
        assertThat(SERVICE.output()).doesNotContain(token.getValue());
    }

    @Test
    void knowsATokenOfItsOwnToo() {
        assertThat(SERVICE.client().get(LOCKS).statusCode()).isEqualTo(200);
    }

    @Test
    void asksToComeAgainWhileTheProviderIsAway() {
        SigningProvider provider = new SigningProvider();
        int port = provider.port();
        provider.close();
        try (ServiceProcess service = with(provider.keys(), TestDatabase.create())
                .with("LOCKKEEPER_OIDC_PROFILES", "crm-sales=Administrator")
                .start()) {
            String early = provider.sign(SigningProvider.claims("early"));
            for (int call = 0; call < 6; call++) {
                HttpResponse<String> answer = new Client(service.url(), early).get(LOCKS);
                assertThat(answer.statusCode()).as("call %s", call).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(service.client().get(LOCKS).statusCode())
                    .as("a token of its own")
                    .isEqualTo(200);

            try (SigningProvider back = new SigningProvider(port)) {
                String token = back.sign(SigningProvider.claims("late"));
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(new Client(service.url(), token)
                                        .get(LOCKS)
                                        .statusCode())
                                .isEqualTo(200));
            }
        }
    }

    private static HttpResponse<String> call(String token) {
        return call(token, LOCKS);
    }

    private static HttpResponse<String> call(String token, String path) {
        return new Client(SERVICE.url(), token).get(path);
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
