package dev.lockkeeper.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @Test
    void comparesWithoutCase() {
        assertThat(new Scope("ZohoCRM.modules.ALL"))
                .isEqualTo(new Scope("zohocrm.MODULES.all"))
                .hasSameHashCodeAs(new Scope("zohocrm.MODULES.all"));
        assertThat(Set.of(new Scope("ZohoCRM.settings.fields.READ")))
                .contains(new Scope("zohocrm.settings.fields.read"));
    }

    @Test
    void tellsDifferentScopesApart() {
        assertThat(new Scope("ZohoCRM.modules.ALL")).isNotEqualTo(new Scope("ZohoCRM.modules.leads.ALL"));
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void comparesWithoutCaseOnATurkishMachineToo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(new Scope("ZOHOCRM.MODULES.LOCKINGINFORMATION.ALL"))
                    .isEqualTo(new Scope("ZohoCRM.modules.lockinginformation.ALL"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keepsItsSpelling() {
        assertThat(new Scope("ZohoCRM.modules.ALL").name()).isEqualTo("ZohoCRM.modules.ALL");
        assertThat(new Scope("ZohoCRM.modules.ALL")).isNotEqualTo("ZohoCRM.modules.ALL");
    }

    @Test
    void hasALimit() {
        assertThat(Scope.isWellFormed("x".repeat(Scope.MAX_LENGTH))).isTrue();
        assertThat(Scope.isWellFormed("x".repeat(Scope.MAX_LENGTH + 1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "a b", "a,b", "a\"b", "a\\b", "ä"})
    void refusesWhatIsNoScope(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(name));
    }
}
