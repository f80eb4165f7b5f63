package dev.lockkeeper.adapter.persistence.identity;

import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.IdentityStore;
import dev.lockkeeper.domain.identity.OAuthClients;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.Users;
import io.micronaut.context.ApplicationContext;

/** {@link IdentityStore} on PostgreSQL. */
public record SqlIdentityStore(ApplicationContext context) implements IdentityStore {

    @Override
    public Profiles profiles() {
        return context.getBean(Profiles.class);
    }

    @Override
    public Users users() {
        return context.getBean(Users.class);
    }

    @Override
    public AccessTokens accessTokens() {
        return context.getBean(AccessTokens.class);
    }

    @Override
    public OAuthClients oAuthClients() {
        return context.getBean(OAuthClients.class);
    }
}
