package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.NewProfile;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.Profiles;
import dev.lockkeeper.domain.identity.PutProfileOutcome;
import dev.lockkeeper.domain.identity.User;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes a profile, or gives one other permissions, in force for the next call of each of its users. */
public final class PutProfile {

    private final Profiles profiles;
    private final Clock clock;

    public PutProfile(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Who wants which profile.
     *
     * @param profile null when the caller described none that could be accepted
     */
    public record Command(User caller, @Nullable NewProfile profile) {}

    /** What became of it; only {@link Put} changed anything. In this order: permission, profile, administrator. */
    public sealed interface Outcome {}

    public record Put(Profile profile) implements Outcome {}

    /** The caller may not administer. */
    public record NotPermitted() implements Outcome {}

    /** The command came without an acceptable profile. */
    public record ProfileRefused() implements Outcome {}

    /** Nobody could administer any more. */
    public record LastAdministrator() implements Outcome {}

    public Outcome execute(Command command) {
        if (!command.caller().may(Permission.ADMINISTER)) {
            return new NotPermitted();
        }
        NewProfile profile = command.profile();
        if (profile == null) {
            return new ProfileRefused();
        }
        return switch (profiles.put(profile, clock.instant())) {
            case PutProfileOutcome.Put(Profile put) -> new Put(put);
            case PutProfileOutcome.LastAdministrator() -> new LastAdministrator();
        };
    }
}
