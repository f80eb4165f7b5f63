package dev.lockkeeper.adapter.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.SqlRulesStore;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.RulesStore;
import dev.lockkeeper.domain.catalog.AddModuleOutcome;
import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.FieldsInUseContract;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.catalog.ModulesContract;
import dev.lockkeeper.domain.catalog.NewField;
import dev.lockkeeper.domain.catalog.NewModule;
import dev.lockkeeper.domain.store.StoreUnavailable;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcModulesTest implements ModulesContract, FieldsInUseContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);
    private static final Modules OTHER = new JdbcModules(CONTEXT.getBean(Database.class));

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public Modules modules() {
        return CONTEXT.getBean(Modules.class);
    }

    @Override
    public RulesStore store() {
        return new SqlRulesStore(DATABASE, CONTEXT);
    }

    @Override
    public Modules ofAnotherProcess() {
        return OTHER;
    }

    @AfterEach
    void customModulesAreNumberedWithoutGaps() {
        assertThat(DATABASE.number("select coalesce(max(number), 0) from custom_module"))
                .isEqualTo(DATABASE.number("select count(*) from custom_module"));
    }

    @Test
    void readsTheCatalogueAgainOnlyWhenItHasChanged() {
        Catalog before = modules().catalog();
        assertThat(modules().catalog()).isSameAs(before);

        OTHER.add(new NewModule("Read_Again", "Read again", List.of()));

        Catalog after = modules().catalog();
        assertThat(after).isNotSameAs(before);
        assertThat(modules().catalog()).isSameAs(after);
    }

    @Test
    void countsChangesOnly() {
        modules().add(new NewModule("Counted", "Counted", List.of()));
        long version = DATABASE.number("select version from catalog_version");

        modules().add(new NewModule("COUNTED", "Counted", List.of()));
        modules().add(new NewModule("Other", "Other", List.of(new NewField("id", "Id", FieldType.BIGINT, true))));
        modules().find("nothing");

        assertThat(DATABASE.number("select version from catalog_version")).isEqualTo(version);
    }

    @Test
    void readsAgainWhatItWroteAsItAnsweredIt() {
        List<NewField> fields = Arrays.stream(FieldType.values())
                .flatMap(type -> Stream.of(true, false)
                        .map(readOnly -> new NewField(type + "_" + readOnly, "Zoë's \"🔒\"", type, readOnly)))
                .toList();

        CrmModule added =
                ((AddModuleOutcome.Added) modules().add(new NewModule("Every_Type", "Every 'type'", fields))).module();

        assertThat(OTHER.catalog().find(added.id())).hasValue(added);
    }

    @Test
    void findsWhatItRemembersWhileTheDatabaseIsAway() {
        modules().add(new NewModule("Remembered", "Remembered", List.of()));
        ApplicationContext context = PersistenceContext.on(DATABASE);
        Modules modules = context.getBean(Modules.class);
        assertThat(modules.find("Remembered")).isPresent();

        context.close();

        assertThat(modules.find("remembered")).isPresent();
        assertThat(modules.find("leads")).isPresent();
        assertThat(modules.find("no name\u0000")).isEmpty();
        assertThatThrownBy(() -> modules.find("Unheard_Of")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(modules::catalog).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void prefersAStandardFieldThatCameWithALaterRelease() {
        CrmModule vendors = Catalog.standard().find("Vendors").orElseThrow();
        DATABASE.execute("""
                insert into module_field (id, module_id, place, api_name, label, data_type, read_only, added)
                values (nextval('crm_id'), %1$s, 90, 'vendor_name', 'Name', 'text', false, true),
                       (nextval('crm_id'), %1$s, 91, 'Region', 'Region', 'text', false, true);
                update catalog_version set version = version + 1
                """.formatted(vendors.id()));

        CrmModule extended = modules().catalog().find(vendors.id()).orElseThrow();

        assertThat(extended.addedFields()).extracting(CrmField::apiName).containsExactly("Region");
        assertThat(extended.findField("Vendor_Name")).isEqualTo(vendors.findField("Vendor_Name"));
    }
}
