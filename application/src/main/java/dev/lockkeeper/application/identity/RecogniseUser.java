package dev.lockkeeper.application.identity;

import dev.lockkeeper.domain.catalog.Naming;
import dev.lockkeeper.domain.identity.ExternalId;
import dev.lockkeeper.domain.identity.NewUser;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserOutcome;
import dev.lockkeeper.domain.identity.Users;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the user for whom the company's identity provider vouches. What it says of name and profile counts from then on;
 * a user not seen before is made where that is allowed.
 */
public final class RecogniseUser {

    private final Users users;
    private final Settings settings;

    public RecogniseUser(Users users, Settings settings) {
        this.users = users;
        this.settings = settings;
    }

    /**
     * What becomes of somebody not seen before.
     *
     * @param makesUsers whether to make a user; else users have to be made by hand
     * @param firstProfile of those of whom the provider says nothing; null when they are not let in
     */
    public record Settings(boolean makesUsers, @Nullable String firstProfile) {}

    /**
     * What the identity provider says of somebody.
     *
     * @param name null when it says none, which leaves a known user's as it is; a new user is named after the id
     * @param profile the name of the profile to have; null when it says nothing of one, which leaves a known user's as it
     *     is
     */
    public record Claims(
            ExternalId id, @Nullable String name, @Nullable String profile) {}

    /** Who it is. */
    public sealed interface Outcome {}

    public record Recognised(User user) implements Outcome {}

    /** Nobody known here, and nobody is made of it. */
    public record Unknown() implements Outcome {}

    /** There is no profile of the name claimed. */
    public record NoSuchProfile(String name) implements Outcome {}

    public Outcome execute(Claims claims) {
        return users.find(claims.id()).map(known -> update(known, claims)).orElseGet(() -> meet(claims));
    }

    private Outcome update(User known, Claims claims) {
        String profile =
                Optional.ofNullable(claims.profile()).orElse(known.profile().name());
        String name = Optional.ofNullable(claims.name()).orElse(known.name());
        if (known.name().equals(name) && known.profile().name().equals(profile)) {
            return new Recognised(known);
        }
        return stored(users.change(known.id(), name, profile), claims, profile);
    }

    private Outcome meet(Claims claims) {
        String profile = claims.profile() == null ? settings.firstProfile() : claims.profile();
        String name = Optional.ofNullable(claims.name()).orElse(claims.id().value());
        if (!settings.makesUsers() || profile == null || !Naming.isLabel(name)) {
            return new Unknown();
        }
        return stored(users.create(new NewUser(name, profile, false, claims.id())), claims, profile);
    }

    private Outcome stored(UserOutcome outcome, Claims claims, String profile) {
        return switch (outcome) {
            case UserOutcome.Stored(User user) -> new Recognised(user);
            case UserOutcome.NoSuchProfile() -> new NoSuchProfile(profile);
            // Another call of the same somebody came first.
            case UserOutcome.ExternalIdTaken() ->
                users.find(claims.id()).<Outcome>map(Recognised::new).orElseGet(Unknown::new);
        };
    }
}
