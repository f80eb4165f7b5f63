package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockkeeper.domain.catalog.AddModuleOutcome.Added;
import dev.lockkeeper.domain.catalog.AddModuleOutcome.FieldNameTaken;
import dev.lockkeeper.domain.catalog.AddModuleOutcome.NameTaken;
import dev.lockkeeper.domain.catalog.ReplaceFieldsOutcome.NoSuchModule;
import dev.lockkeeper.domain.catalog.ReplaceFieldsOutcome.Replaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Modules} does, whatever was added to the store before. */
public interface ModulesContract {

    int CALLERS = 8;

    Modules modules();

    /** The same store as a second process sees it, with a memory of its own where there is any. */
    Modules ofAnotherProcess();

    @Test
    default void beginsWithTheStandardModules() {
        assertThat(modules().catalog().modules())
                .extracting(CrmModule::id)
                .startsWith(
                        Catalog.standard().modules().stream().map(CrmModule::id).toArray(ModuleId[]::new));
        assertThat(modules().find("leads")).map(CrmModule::apiName).hasValue("Leads");
        assertThat(modules().find("Locking_Information__S")).isPresent();
        assertThat(modules().find(someName())).isEmpty();
    }

    @Test
    default void addsAModuleWithItsStandardFieldsAndThoseAskedFor() {
        String name = someName();
        NewModule wanted = new NewModule(
                name, "Zoë's 🔒", List.of(field("City"), new NewField("Fee", "The fee", FieldType.CURRENCY, true)));

        CrmModule added = added(wanted);

        assertThat(added.apiName()).isEqualTo(name);
        assertThat(added.moduleName()).matches("CustomModule[1-9][0-9]*");
        assertThat(added.singularLabel()).isEqualTo("Zoë's 🔒");
        assertThat(added.pluralLabel()).isEqualTo("Zoë's 🔒");
        assertThat(added.generatedType()).isEqualTo(GeneratedType.CUSTOM);
        assertThat(added.lockable()).isTrue();
        assertThat(added.fields())
                .extracting(CrmField::apiName)
                .startsWith("Name", "Owner", "Email", "id", "Created_By")
                .endsWith("Tag", "Locked__s", "City", "Fee");
        assertThat(added.addedFields())
                .extracting(CrmField::apiName, CrmField::label, CrmField::type, CrmField::readOnly)
                .containsExactly(
                        tuple("City", "City", FieldType.TEXT, false),
                        tuple("Fee", "The fee", FieldType.CURRENCY, true));
    }

    @Test
    default void givesEveryProcessWhatWasAdded() {
        ofAnotherProcess().catalog();
        CrmModule added = added(module(someName()));

        for (Modules seen : List.of(modules(), ofAnotherProcess())) {
            assertThat(seen.catalog().modules()).last().isEqualTo(added);
            assertThat(seen.catalog().find(added.id())).hasValue(added);
            assertThat(seen.find(added.apiName().toUpperCase(Locale.ROOT))).hasValue(added);
        }
    }

    @Test
    default void listsCustomModulesInTheOrderOfTheirAddition() {
        CrmModule first = added(module("Z" + someName()));
        CrmModule second = added(module("A" + someName()));

        assertThat(modules().catalog().modules()).endsWith(first, second);
        assertThat(first.moduleName()).isNotEqualTo(second.moduleName());
    }

    @Test
    default void givesIdsThatNothingElseHas() {
        CrmModule one = added(module(someName(), field("City")));
        CrmModule other = added(module(someName(), field("City")));
        long lastOfTheStandardCatalogue = Catalog.ORGANIZATION * 1_000_000_000_000L + 1_000_000;

        List<Long> ids = new ArrayList<>(List.of(one.id().value(), other.id().value()));
        one.fields().forEach(field -> ids.add(field.id().value()));
        other.fields().forEach(field -> ids.add(field.id().value()));

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id > lastOfTheStandardCatalogue);
    }

    @Test
    default void refusesANameThatIsTakenInAnyCase() {
        CrmModule added = added(module(someName()));

        for (String taken : List.of(added.apiName(), added.apiName().toLowerCase(Locale.ROOT), "leads", "NOTES")) {
            assertThat(modules().add(module(taken, field("Name")))).isEqualTo(new NameTaken());
            assertThat(ofAnotherProcess().add(module(taken))).isEqualTo(new NameTaken());
        }
        assertThat(modules().find(added.apiName())).hasValue(added);
    }

    @Test
    default void refusesAModuleWithAFieldThatEveryCustomModuleHas() {
        String name = someName();

        assertThat(modules().add(module(name, field("City"), field("owner")))).isEqualTo(new FieldNameTaken("owner"));
        assertThat(modules().find(name)).isEmpty();
    }

    @Test
    default void addsANameOnceOfManyTimesAtOnce() throws Exception {
        NewModule wanted = module(someName(), field("City"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<AddModuleOutcome>> attempts = IntStream.range(0, CALLERS)
                    .<Callable<AddModuleOutcome>>mapToObj(
                            i -> () -> (i % 2 == 0 ? modules() : ofAnotherProcess()).add(wanted))
                    .toList();

            List<AddModuleOutcome> outcomes = new ArrayList<>();
            for (Future<AddModuleOutcome> outcome : threads.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }

            assertThat(outcomes).filteredOn(Added.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(new NameTaken()::equals).hasSize(CALLERS - 1);
        }
    }

    @Test
    default void keepsTheIdOfAFieldThatIsReplacedByOneOfItsNameAndType() {
        CrmModule before = added(module(someName(), field("City"), field("Fee"), field("Note")));

        CrmModule after = replaced(
                before,
                new NewField("Fee", "Fees", FieldType.TEXT, true),
                field("CITY"),
                new NewField("Note", "Note", FieldType.TEXTAREA, false));

        assertThat(after.addedFields()).extracting(CrmField::apiName).containsExactly("Fee", "CITY", "Note");
        FieldId fee = before.findField("Fee").orElseThrow().id();
        assertThat(after.findField("Fee"))
                .hasValue(new CrmField(fee, "Fee", "Fees", FieldType.TEXT, true, List.of(), true));
        for (String another : List.of("CITY", "Note")) {
            assertThat(before.findField(after.findField(another).orElseThrow().id()))
                    .isEmpty();
        }
        assertThat(after.fields().subList(0, 11)).isEqualTo(before.fields().subList(0, 11));
        assertThat(modules().catalog().find(before.id())).hasValue(after);
        assertThat(ofAnotherProcess().catalog().find(before.id())).hasValue(after);
        assertThat(modules().find(before.apiName())).map(CrmModule::id).hasValue(before.id());
    }

    @Test
    default void neverUsesAnIdAgain() {
        CrmModule first = added(module(someName(), field("City")));
        replaced(first);

        CrmModule third = replaced(first, field("City"));

        assertThat(first.findField(third.findField("City").orElseThrow().id())).isEmpty();
    }

    @Test
    default void addsFieldsToAStandardModule() {
        CrmModule standard = Catalog.standard().find("Deals").orElseThrow();

        CrmModule extended = replaced(standard, field("Region"));

        assertThat(extended.fields().subList(0, standard.fields().size())).isEqualTo(standard.fields());
        assertThat(extended.addedFields()).extracting(CrmField::apiName).containsExactly("Region");
        assertThat(ofAnotherProcess().catalog().find(standard.id())).hasValue(extended);
        assertThat(replaced(standard)).isEqualTo(standard);
        assertThat(modules().catalog().find(standard.id())).hasValue(standard);
    }

    @Test
    default void refusesFieldsWithTheNameOfAStandardOne() {
        CrmModule custom = added(module(someName(), field("City")));
        CrmModule leads = modules().find("Leads").orElseThrow();

        assertThat(modules().replaceAddedFields(custom.id(), List.of(field("Fee"), field("ID"))))
                .isEqualTo(new ReplaceFieldsOutcome.FieldNameTaken("ID"));
        assertThat(modules().replaceAddedFields(leads.id(), List.of(field("company"))))
                .isEqualTo(new ReplaceFieldsOutcome.FieldNameTaken("company"));
        assertThat(modules().catalog().find(custom.id())).hasValue(custom);
    }

    @Test
    default void refusesFieldsThatCannotBeAddedTogether() {
        ModuleId id = added(module(someName())).id();
        List<NewField> repeated = List.of(field("City"), field("CITY"));

        assertThatIllegalArgumentException().isThrownBy(() -> modules().replaceAddedFields(id, repeated));
    }

    @Test
    default void addsNoFieldsToLocksOrToWhatIsNoModule() {
        ModuleId locks =
                modules().find("Locking_Information__s").map(CrmModule::id).orElseThrow();

        for (ModuleId module : List.of(locks, new ModuleId(1))) {
            assertThat(modules().replaceAddedFields(module, List.of(field("City"))))
                    .isEqualTo(new NoSuchModule());
        }
    }

    @Test
    default void takesAsManyFieldsAsMayBe() {
        NewField[] most = IntStream.range(0, NewField.MAX_PER_MODULE)
                .mapToObj(i -> field("Field_" + i))
                .toArray(NewField[]::new);

        assertThat(added(module(someName(), most)).addedFields()).hasSameSizeAs(most);
    }

    private CrmModule added(NewModule module) {
        return ((Added) modules().add(module)).module();
    }

    private CrmModule replaced(CrmModule module, NewField... fields) {
        return ((Replaced) modules().replaceAddedFields(module.id(), List.of(fields))).module();
    }

    private static String someName() {
        return "Module_" + UUID.randomUUID().toString().replace('-', '_');
    }

    private static NewModule module(String apiName, NewField... fields) {
        return new NewModule(apiName, "Label", List.of(fields));
    }

    private static NewField field(String apiName) {
        return new NewField(apiName, apiName, FieldType.TEXT, false);
    }
}
