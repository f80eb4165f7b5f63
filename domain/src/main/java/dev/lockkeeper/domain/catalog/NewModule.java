package dev.lockkeeper.domain.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A custom module to be added, as a user makes one; its records can be locked.
 *
 * @param apiName the name in URLs; {@link Naming#isApiName}
 * @param label what users call the module, and one record; {@link Naming#isLabel}
 * @param fields what its records have beside {@link #STANDARD_FIELDS}: at most {@link NewField#MAX_PER_MODULE}, whose
 *     api names do not repeat in any case
 */
public record NewModule(String apiName, String label, List<NewField> fields) {

    /** The fields that every custom module has: those of Zoho's custom modules, and the system's. */
    public static final List<NewField> STANDARD_FIELDS = StandardModules.fieldsOfCustomModules();

    /** Zoho numbers custom modules in their {@code module_name}: {@code CustomModule3}. */
    private static final String MODULE_NAME = "CustomModule";

    /** @throws IllegalArgumentException when a name or label is none, or the fields cannot be added together */
    public NewModule {
        Naming.requireApiName(apiName);
        Naming.requireLabel(label, apiName);
        fields = List.copyOf(fields);
        NewField.requireTogether(fields);
    }

    /** The {@code module_name} of the custom module with this number, from 1 on. */
    public static String moduleName(int number) {
        return MODULE_NAME + number;
    }

    /** The api name of the first field that has, in any case, the name of a standard one. */
    public Optional<String> firstTakenName() {
        return NewField.firstTaken(
                fields, STANDARD_FIELDS.stream().map(NewField::apiName).toList());
    }

    /**
     * The module that comes of it.
     *
     * @param number of all custom modules, from 1 on
     * @param ids of the fields, one for each of the standard ones and of its own
     * @throws IllegalArgumentException when {@link #firstTakenName} finds one
     */
    public CrmModule create(ModuleId id, int number, Supplier<FieldId> ids) {
        List<CrmField> standard =
                STANDARD_FIELDS.stream().map(field -> field.standard(ids.get())).toList();
        CrmModule module = new CrmModule(
                id,
                apiName,
                moduleName(number),
                label,
                label,
                GeneratedType.CUSTOM,
                LockingSupport.SUPPORTED,
                standard);
        return module.withAddedFields(fields, ids);
    }
}
