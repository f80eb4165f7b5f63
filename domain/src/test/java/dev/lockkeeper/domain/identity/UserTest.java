package dev.lockkeeper.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {

    static User user(Permission... permissions) {
        return new User(new UserId(1), "Zoë", new Profile(new ProfileId(2), "Sales", Set.of(permissions)), false);
    }

    @ParameterizedTest
    @EnumSource
    void mayDoWhatTheProfileAllowsAndNothingElse(Permission permission) {
        assertThat(user(permission).may(permission)).isTrue();
        assertThat(user(EnumSet.complementOf(EnumSet.of(permission)).toArray(Permission[]::new))
                        .may(permission))
                .isFalse();
        assertThat(user().may(permission)).isFalse();
    }

    @Test
    void isSeenByOthersUnderIdAndName() {
        assertThat(user(Permission.LOCK).ref()).isEqualTo(new UserRef(new UserId(1), "Zoë"));
    }

    @Test
    void keepsTheProfilesPermissionsOutOfReach() {
        Set<Permission> permissions = EnumSet.of(Permission.LOCK);
        Profile profile = new Profile(new ProfileId(2), "Sales", permissions);
        permissions.add(Permission.ADMINISTER);

        assertThat(profile.permissions()).containsExactly(Permission.LOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1777000000001000001", "9223372036854775807"})
    void readsAndWritesAnIdAsItsDigits(String digits) {
        assertThat(UserId.parse(digits)).hasValue(new UserId(Long.parseLong(digits)));
        assertThat(new UserId(Long.parseLong(digits))).hasToString(digits);
        assertThat(new ProfileId(Long.parseLong(digits))).hasToString(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "+1", " 1", "1a", "9223372036854775808"})
    void readsNoIdFromAnyOtherText(String text) {
        assertThat(UserId.parse(text)).isEmpty();
    }

    @Test
    void refusesIdsThatAreNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProfileId(-1));
    }
}
