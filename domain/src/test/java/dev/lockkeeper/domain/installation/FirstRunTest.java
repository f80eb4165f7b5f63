package dev.lockkeeper.domain.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.AccessToken;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstRunTest {

    private final Set<Permission> permissions = EnumSet.of(Permission.LOCK);
    private final Set<Scope> scopes = new HashSet<>(Set.of(new Scope("ZohoCRM.modules.ALL")));
    private final Set<ModuleId> manuallyLocked = new HashSet<>(Set.of(new ModuleId(1)));
    private final FirstRun firstRun = new FirstRun(
            "Administrator", permissions, new AccessToken("first.token"), scopes, manuallyLocked, Instant.EPOCH);

    @Test
    void doesNotChangeWithTheSetsItWasMadeFrom() {
        permissions.clear();
        scopes.clear();
        manuallyLocked.clear();

        assertThat(firstRun.permissions()).containsExactly(Permission.LOCK);
        assertThat(firstRun.scopes()).containsExactly(new Scope("ZohoCRM.modules.ALL"));
        assertThat(firstRun.manuallyLocked()).containsExactly(new ModuleId(1));
    }

    @Test
    void doesNotPrintTheToken() {
        assertThat(firstRun.toString()).contains("Administrator").doesNotContain("first.token");
    }
}
