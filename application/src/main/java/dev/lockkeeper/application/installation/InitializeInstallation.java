package dev.lockkeeper.application.installation;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Scope;
import dev.lockkeeper.domain.installation.FirstRun;
import dev.lockkeeper.domain.installation.Installation;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives a store without any access token its first administrator and, where asked to, its first configurations. */
public final class InitializeInstallation {

    private static final String ADMINISTRATOR = "Administrator";

    private static final Set<Scope> ALL_SCOPES = Stream.of(
                    "ZohoCRM.modules.ALL",
                    "ZohoCRM.modules.lockinginformation.ALL",
                    "ZohoCRM.settings.ALL",
                    "lockkeeper.admin",
                    "lockkeeper.records.write",
                    "lockkeeper.locks.read",
                    "lockkeeper.decisions")
            .map(Scope::new)
            .collect(Collectors.toUnmodifiableSet());

    private final Installation installation;
    private final Modules modules;
    private final Clock clock;

    public InitializeInstallation(Installation installation, Modules modules, Clock clock) {
        this.installation = installation;
        this.modules = modules;
        this.clock = clock;
    }

    /**
     * How to begin.
     *
     * @param token the administrator's
     * @param lockManually whether every supported module gets a {@code manual} configuration
     */
    public record Command(AccessToken token, boolean lockManually) {}

    /** What became of it. */
    public enum Outcome {
        INITIALIZED,
        /** The store has an access token; nothing was changed. */
        ALREADY_INITIALIZED
    }

    public Outcome execute(Command command) {
        Set<ModuleId> manuallyLocked = command.lockManually() ? lockableModules() : Set.of();
        boolean done = installation.initialize(new FirstRun(
                ADMINISTRATOR,
                Set.of(Permission.values()),
                command.token(),
                ALL_SCOPES,
                manuallyLocked,
                clock.instant()));
        return done ? Outcome.INITIALIZED : Outcome.ALREADY_INITIALIZED;
    }

    private Set<ModuleId> lockableModules() {
        return modules.catalog().modules().stream()
                .filter(CrmModule::lockable)
                .map(CrmModule::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
