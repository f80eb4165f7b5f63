package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.identity.NewUser;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserOutcome;
import dev.lockkeeper.domain.identity.Users;
import org.jspecify.annotations.Nullable;

/** Makes a user, for whom tokens can be issued then. */
public final class CreateUser {

    private final Users users;

    public CreateUser(Users users) {
        this.users = users;
    }

    /**
     * Who wants which user.
     *
     * @param user null when the caller described none that could be accepted
     */
    public record Command(User caller, @Nullable NewUser user) {}

    /** What became of it; only {@link Created} changed anything. In this order: permission, user, profile, id. */
    public sealed interface Outcome {}

    public record Created(User user) implements Outcome {}

    /** The caller may not administer. */
    public record NotPermitted() implements Outcome {}

    /** The command came without an acceptable user. */
    public record UserRefused() implements Outcome {}

    public record NoSuchProfile() implements Outcome {}

    /** Another user has this external id. */
    public record ExternalIdTaken() implements Outcome {}

    public Outcome execute(Command command) {
        if (!command.caller().may(Permission.ADMINISTER)) {
            return new NotPermitted();
        }
        NewUser user = command.user();
        if (user == null) {
            return new UserRefused();
        }
        return switch (users.create(user)) {
            case UserOutcome.Stored(User created) -> new Created(created);
            case UserOutcome.NoSuchProfile() -> new NoSuchProfile();
            case UserOutcome.ExternalIdTaken() -> new ExternalIdTaken();
        };
    }
}
