package dev.lockkeeper.domain.installation;

import dev.lockkeeper.domain.configuration.Configurations;
import dev.lockkeeper.domain.configuration.InMemoryConfigurations;
import dev.lockkeeper.domain.identity.AccessTokens;
import dev.lockkeeper.domain.identity.InMemoryAccessTokens;

class InMemoryInstallationTest implements InstallationContract {

    private final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();
    private final InMemoryConfigurations configurations = new InMemoryConfigurations();
    private final InMemoryInstallation installation = new InMemoryInstallation(accessTokens, configurations);

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
}
