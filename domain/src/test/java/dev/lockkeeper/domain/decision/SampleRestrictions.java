package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.identity.Profile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Restrictions to test with: those of a configuration that says nothing, and what sets others apart from them. */
public final class SampleRestrictions {

    /** Of a configuration that says nothing: an update is restricted for everybody, and nothing else. */
    public static final Restrictions USUAL = new Restrictions(
            LockType.MANUAL,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(RestrictedAction.UPDATE),
            Set.of(),
            List.of(),
            true,
            Map.of());

    /** Everything that can be restricted but buttons, for everybody. */
    public static final Restrictions ALL = new Restrictions(
            LockType.BOTH,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(RestrictedAction.values()),
            Set.of(RestrictedCommunication.values()),
            List.of(),
            true,
            Map.of());

    private SampleRestrictions() {}

    public static Restrictions restrict(Restrictions usual, CustomButton... buttons) {
        return copy(
                usual,
                usual.excludedProfileIds(),
                usual.excludedFields(),
                List.of(buttons),
                usual.lockForPortalUsers());
    }

    public static Restrictions excludeFields(Restrictions usual, String... fields) {
        return copy(usual, usual.excludedProfileIds(), Set.of(fields), usual.buttons(), usual.lockForPortalUsers());
    }

    public static Restrictions excludeProfile(Restrictions usual, Profile profile) {
        return copy(
                usual,
                Set.of(profile.id().toString()),
                usual.excludedFields(),
                usual.buttons(),
                usual.lockForPortalUsers());
    }

    public static Restrictions sparePortalUsers(Restrictions usual) {
        return copy(usual, usual.excludedProfileIds(), usual.excludedFields(), usual.buttons(), false);
    }

    public static Restrictions of(LockType lockType) {
        return new Restrictions(
                lockType,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(RestrictedAction.UPDATE),
                Set.of(),
                List.of(),
                true,
                Map.of());
    }

    private static Restrictions copy(
            Restrictions usual,
            Set<String> profileIds,
            Set<String> fields,
            List<CustomButton> buttons,
            boolean lockForPortalUsers) {
        return new Restrictions(
                usual.lockType(),
                profileIds,
                usual.excludedProfileNames(),
                fields,
                usual.actions(),
                usual.communications(),
                buttons,
                lockForPortalUsers,
                usual.ruleNames());
    }
}
