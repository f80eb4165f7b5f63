package dev.lockkeeper.application.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmFieldInfo;
import dev.lockkeeper.domain.crm.CrmModuleInfo;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.InMemoryCrm.Trouble;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportModulesTest {

    private final CrmFixture given = new CrmFixture();
    private final ImportModules importModules = new ImportModules(given.crm, given.modules);

    @Test
    void makesCustomModulesKnownWithTheirFieldsOnce() {
        given.crm.addModule("Custom_Contracts");
        given.crm.addModule("Leads");

        assertThat(importModules.execute()).isEqualTo(new ImportModules.Tally(1, 0));

        assertThat(given.modules.find("custom_contracts")).hasValueSatisfying(module -> {
            assertThat(module.lockable()).isTrue();
            assertThat(module.fields()).extracting(CrmField::apiName).contains("Created_Time", "Name");
        });
        assertThat(importModules.execute()).isEqualTo(new ImportModules.Tally(0, 0));
    }

    @Test
    void leavesWhatTheCrmDoesNotTellForTheNextTime() {
        given.crm.addModule("Custom_Contracts");
        given.crm.next(Trouble.AWAY);
        assertThat(importModules.execute()).isEqualTo(new ImportModules.Tally(0, 0));
        given.crm.next(Trouble.NONE, Trouble.AWAY);
        assertThat(importModules.execute()).isEqualTo(new ImportModules.Tally(0, 1));
        assertThat(importModules.execute()).isEqualTo(new ImportModules.Tally(1, 0));
    }

    @Test
    void leavesOutWhatCannotBeCalledSoHere() {
        given.crm.addModule("Custom Contracts");
        assertThat(importModules.execute()).isEqualTo(new ImportModules.Tally(0, 1));
    }

    @Test
    void takesTheFieldsThatCanBeHadHere() {
        given.crm.addModule("Custom_Contracts");
        Crm told = CrmFixture.with(
                Crm.class,
                CrmFixture.with(
                        Crm.class,
                        given.crm,
                        "fields",
                        () -> new CrmReply.Answered<>(List.of(
                                new CrmFieldInfo("Worth", "Worth", "currency", true),
                                new CrmFieldInfo("WORTH", "Once more", "currency", false),
                                new CrmFieldInfo("Notes", " ", "textarea", false),
                                new CrmFieldInfo("Shape", "Shape", "hologram", false),
                                new CrmFieldInfo("No name", "No name", "text", false)))),
                "modules",
                () -> new CrmReply.Answered<>(List.of(new CrmModuleInfo("Custom_Contracts", "\n", true))));

        assertThat(new ImportModules(told, given.modules).execute()).isEqualTo(new ImportModules.Tally(1, 0));

        assertThat(given.modules.find("Custom_Contracts")).hasValueSatisfying(module -> {
            assertThat(module.fields())
                    .filteredOn(field -> List.of("Worth", "Notes", "Shape").contains(field.apiName()))
                    .extracting(CrmField::apiName, CrmField::label, CrmField::readOnly)
                    .containsExactly(tuple("Worth", "Worth", true), tuple("Notes", "Notes", false));
            assertThat(module.pluralLabel()).isEqualTo("Custom_Contracts");
        });
    }
}
