package dev.lockkeeper.adapter.rest.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lockkeeper.application.identity.RecogniseUser;
import dev.lockkeeper.domain.catalog.Naming;
import dev.lockkeeper.domain.identity.ExternalId;
import dev.lockkeeper.domain.identity.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a token of the identity provider who somebody is and what for the token is good. */
final class ClaimMapping {

    private final OpenIdProvider.Claims wanted;

    ClaimMapping(OpenIdProvider.Claims wanted) {
        this.wanted = wanted;
    }

    /** Who it is; empty when the token does not say it in a form that can be kept, or no profile can be had. */
    Optional<RecogniseUser.Claims> user(JWTClaimsSet claims) {
        Optional<ExternalId> id =
                text(claims, wanted.user()).filter(ExternalId::isWellFormed).map(ExternalId::new);
        String name = text(claims, wanted.name()).filter(Naming::isLabel).orElse(null);
        String claim = wanted.profile();
        if (id.isEmpty() || claim == null) {
            return id.map(known -> new RecogniseUser.Claims(known, name, null));
        }
        return profile(claims, claim).map(profile -> new RecogniseUser.Claims(id.get(), name, profile));
    }

    private Optional<String> profile(JWTClaimsSet claims, String claim) {
        return texts(claims.getClaim(claim))
                .flatMap(value -> Stream.ofNullable(wanted.profiles().get(value)))
                .findFirst()
                .or(() -> Optional.ofNullable(wanted.defaultProfile()));
    }

    Set<Scope> scopes(JWTClaimsSet claims) {
        Stream<Scope> claimed = texts(claims.getClaim(wanted.scope()))
                .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                .filter(Scope::isWellFormed)
                .map(Scope::new);
        return Stream.concat(claimed, wanted.scopes().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A claim's texts: providers write one as it is, and several in an array. */
    private static Stream<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text);
            case List<?> several ->
                several.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }
}
