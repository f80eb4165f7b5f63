package dev.lockkeeper.domain.installation;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.InMemoryAccessTokens;
import dev.lockkeeper.domain.lock.InMemoryLocks;
import dev.lockkeeper.domain.lock.Locks;
import java.util.List;

class InMemoryInstallationTest implements InstallationContract {

    private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();
    private final InMemoryConfigurations configurations = new InMemoryConfigurations();
    private final InMemoryLocks locks = new InMemoryLocks(configurations);
    private final InMemoryInstallation installation = new InMemoryInstallation(accessTokens, configurations, locks);

    @Override
    public Installation installation() {
        return installation;
    }

    @Override
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    @Override
    public void removeAccessTokens() {
        accessTokens.clear();
    }

    @Override
    public Configurations configurations() {
        return configurations;
    }

    @Override
    public Locks locks() {
        return locks;
    }

    @Override
    public void removeConfigurations() {
        List.of("Leads", "Deals")
                .forEach(name -> configurations.remove(
                        Catalog.standard().find(name).orElseThrow().id()));
    }
}
