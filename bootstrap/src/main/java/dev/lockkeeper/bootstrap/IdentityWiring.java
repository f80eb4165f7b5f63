package dev.lockkeeper.bootstrap;

import dev.lockkeeper.adapter.rest.oauth.ClientAllowance;
import dev.lockkeeper.application.identity.Authenticate;
import dev.lockkeeper.application.identity.AuthenticateAtOnce;
import dev.lockkeeper.application.identity.CreateUser;
import dev.lockkeeper.application.identity.IssueClientToken;
import dev.lockkeeper.application.identity.IssueToken;
import dev.lockkeeper.application.identity.ListClients;
import dev.lockkeeper.application.identity.ListProfiles;
import dev.lockkeeper.application.identity.ListTokens;
import dev.lockkeeper.application.identity.ListUsers;
import dev.lockkeeper.application.identity.NewSecrets;
import dev.lockkeeper.application.identity.PutProfile;
import dev.lockkeeper.application.identity.RecogniseUser;
import dev.lockkeeper.application.identity.RegisterClient;
import dev.lockkeeper.application.identity.RemoveClient;
import dev.lockkeeper.application.identity.RevokeToken;
import dev.lockkeeper.application.identity.StoreTokenUses;
import dev.lockkeeper.application.identity.TokenUses;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.OAuthClients;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.Users;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The use cases of who may call, made by hand of the ports they need. */
@Factory
final class IdentityWiring {

    @Singleton
    NewSecrets newSecrets() {
        SecureRandom random = new SecureRandom();
        return new NewSecrets(() -> {
            byte[] bytes = new byte[NewSecrets.BYTES];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    @Singleton
    TokenUses tokenUses() {
        return new TokenUses();
    }

    @Singleton
    StoreTokenUses storeTokenUses(AccessTokens accessTokens, TokenUses uses) {
        return new StoreTokenUses(accessTokens, uses);
    }

    @Singleton
    Authenticate authenticate(AccessTokens accessTokens, TokenUses uses, Clock clock) {
        return new Authenticate(accessTokens, uses, clock);
    }

    @Singleton
    AuthenticateAtOnce authenticateAtOnce(AccessTokens accessTokens, TokenUses uses, Clock clock) {
        return new AuthenticateAtOnce(accessTokens, uses, clock);
    }

    @Singleton
    RecogniseUser recogniseUser(
            Users users,
            @Value("${lockkeeper.oidc.create-users}") boolean makesUsers,
            @Nullable @Value("${lockkeeper.oidc.default-profile:}") String firstProfile) {
        String profile = firstProfile == null || firstProfile.isBlank() ? null : firstProfile;
        return new RecogniseUser(users, new RecogniseUser.Settings(makesUsers, profile));
    }

    @Singleton
    PutProfile putProfile(Profiles profiles, Clock clock) {
        return new PutProfile(profiles, clock);
    }

    @Singleton
    ListProfiles listProfiles(Profiles profiles) {
        return new ListProfiles(profiles);
    }

    @Singleton
    CreateUser createUser(Users users) {
        return new CreateUser(users);
    }

    @Singleton
    ListUsers listUsers(Users users) {
        return new ListUsers(users);
    }

    @Singleton
    IssueToken issueToken(AccessTokens accessTokens, NewSecrets secrets, Clock clock) {
        return new IssueToken(accessTokens, secrets, clock);
    }

    @Singleton
    ListTokens listTokens(AccessTokens accessTokens) {
        return new ListTokens(accessTokens);
    }

    @Singleton
    RevokeToken revokeToken(AccessTokens accessTokens, Clock clock) {
        return new RevokeToken(accessTokens, clock);
    }

    @Singleton
    RegisterClient registerClient(OAuthClients clients, NewSecrets secrets, Clock clock) {
        return new RegisterClient(clients, secrets, clock);
    }

    @Singleton
    ListClients listClients(OAuthClients clients) {
        return new ListClients(clients);
    }

    @Singleton
    RemoveClient removeClient(OAuthClients clients) {
        return new RemoveClient(clients);
    }

    @Singleton
    IssueClientToken issueClientToken(
            OAuthClients clients, AccessTokens accessTokens, NewSecrets secrets, Clock clock) {
        return new IssueClientToken(clients, accessTokens, secrets, new ClientAllowance(), clock);
    }
}
