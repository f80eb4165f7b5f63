package dev.lockkeeper.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.application.catalog.AddModule.Added;
import dev.lockkeeper.application.catalog.AddModule.Command;
import dev.lockkeeper.application.catalog.AddModule.FieldNameTaken;
import dev.lockkeeper.application.catalog.AddModule.ModuleRefused;
import dev.lockkeeper.application.catalog.AddModule.NameTaken;
import dev.lockkeeper.application.catalog.AddModule.NotPermitted;
import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.InMemoryModules;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.identity.User;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddModuleTest {

    private static final User ADMINISTRATOR = Callers.ADMINISTRATOR;
    private static final User OTHER = Callers.OTHER;
    private static final NewField OWNER = new NewField("owner", "Owner", FieldType.TEXT, false);

    private final InMemoryModules modules = new InMemoryModules();
    private final AddModule addModule = new AddModule(modules);

    @Test
    void addsAModule() {
        AddModule.Outcome outcome = addModule.execute(new Command(ADMINISTRATOR, module("Visits")));

        assertThat(outcome).isInstanceOfSatisfying(Added.class, added -> {
            assertThat(added.module().apiName()).isEqualTo("Visits");
            assertThat(modules.find("visits")).hasValue(added.module());
            assertThat(new FindScopeWord(modules).execute("VISITS")).hasValue("custom");
        });
    }

    @Test
    void refusesACallerWhoMayNotAdminister() {
        assertThat(addModule.execute(new Command(OTHER, module("Visits")))).isEqualTo(new NotPermitted());
        assertThat(modules.catalog()).isSameAs(Catalog.standard());
    }

    @Test
    void refusesACommandWithoutAModule() {
        assertThat(addModule.execute(new Command(ADMINISTRATOR, null))).isEqualTo(new ModuleRefused());
    }

    @Test
    void refusesNamesThatAreTaken() {
        assertThat(addModule.execute(new Command(ADMINISTRATOR, module("LEADS"))))
                .isEqualTo(new NameTaken());
        assertThat(addModule.execute(new Command(ADMINISTRATOR, module("Visits", OWNER))))
                .isEqualTo(new FieldNameTaken("owner"));
        assertThat(modules.catalog()).isSameAs(Catalog.standard());
    }

    @Test
    void judgesThePermissionBeforeTheModuleAndItBeforeItsName() {
        assertThat(addModule.execute(new Command(OTHER, null))).isEqualTo(new NotPermitted());
        assertThat(addModule.execute(new Command(OTHER, module("Leads")))).isEqualTo(new NotPermitted());
        assertThat(addModule.execute(new Command(ADMINISTRATOR, module("Leads", OWNER))))
                .isEqualTo(new NameTaken());
    }

    private static NewModule module(String apiName, NewField... fields) {
        return new NewModule(apiName, "Visits", List.of(fields));
    }
}
