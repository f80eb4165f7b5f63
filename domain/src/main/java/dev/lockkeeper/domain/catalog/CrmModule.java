package dev.lockkeeper.domain.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A module of the CRM: a kind of record, such as {@code Leads}.
 *
 * @param id the same in every release for a standard module
 * @param apiName the name in URLs, in its canonical spelling
 * @param moduleName Zoho's {@code module_name}, from which scopes take their word
 * @param singularLabel what users call one record
 * @param pluralLabel what users call the module
 * @param generatedType whether every organisation has it
 * @param locking what it has to do with record locking
 * @param fields in the order in which metadata lists them; neither their ids nor, whatever the case, their api names
 *     repeat
 */
public record CrmModule(
        ModuleId id,
        String apiName,
        String moduleName,
        String singularLabel,
        String pluralLabel,
        GeneratedType generatedType,
        LockingSupport locking,
        List<CrmField> fields) {

    private static final String SCOPE_WORD_OF_CUSTOM_MODULES = "custom";

    public CrmModule {
        Required.text(apiName, "a module's api name");
        Required.text(moduleName, "the module name of " + apiName);
        Required.text(singularLabel, "the singular label of " + apiName);
        Required.text(pluralLabel, "the plural label of " + apiName);
        fields = List.copyOf(fields);
        refuseRepeatedFields(apiName, fields);
    }

    private static void refuseRepeatedFields(String module, List<CrmField> fields) {
        Set<String> names = new HashSet<>();
        Set<FieldId> ids = new HashSet<>();
        for (CrmField field : fields) {
            // Two names that differ only in case would be one column in exports and one field to users.
            if (!names.add(field.apiName().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("module " + module + " has two fields named " + field.apiName());
            }
            if (!ids.add(field.id())) {
                throw new IllegalArgumentException("module " + module + " has two fields with the id " + field.id());
            }
        }
    }

    /**
     * The word that stands for this module in OAuth scopes such as {@code ZohoCRM.modules.pricebooks.READ}, in lower
     * case. All custom modules share one (seed 000, "Possible module names").
     */
    public String scopeWord() {
        return switch (generatedType) {
            case DEFAULT -> moduleName.toLowerCase(Locale.ROOT);
            case CUSTOM -> SCOPE_WORD_OF_CUSTOM_MODULES;
        };
    }

    /** Whether its records can be locked; that also takes a locking configuration. */
    public boolean lockable() {
        return locking == LockingSupport.SUPPORTED;
    }

    /**
     * Whether a call that locks, configures or reports may name this module at all. Where this is false, such a call
     * is to be answered as if the module did not exist.
     */
    public boolean addressable() {
        return locking != LockingSupport.HOLDS_LOCKS;
    }

    /** Whether clients can create its records directly: locks come about only through the record they lock. */
    public boolean creatable() {
        return addressable();
    }

    /** Whether clients can change its records directly, as with {@link #creatable()}. */
    public boolean editable() {
        return addressable();
    }

    /** Whether clients can delete its records directly, as with {@link #creatable()}. */
    public boolean deletable() {
        return addressable();
    }

    /** Whether the CRM shows its records in lists of their own, as with {@link #creatable()}. */
    public boolean viewable() {
        return addressable();
    }

    /** The field with exactly this api name; like any JSON key it has one spelling only. */
    public Optional<CrmField> findField(String fieldApiName) {
        return fields.stream()
                .filter(field -> field.apiName().equals(fieldApiName))
                .findFirst();
    }

    /** This module's field with this id; another module's field is not found. */
    public Optional<CrmField> findField(FieldId fieldId) {
        return fields.stream().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    /** The fields that were added, in their order. */
    public List<CrmField> addedFields() {
        return fields.stream().filter(CrmField::custom).toList();
    }

    /** The api name of the first of these fields that has, in any case, the name of a standard field. */
    public Optional<String> firstTakenName(List<NewField> wanted) {
        return NewField.firstTaken(
                wanted, standardFields().map(CrmField::apiName).toList());
    }

    /**
     * This module with these fields in place of those added before; one that has exactly the api name and the type of an
     * earlier one keeps its id. One of another type is another field: what was said of the earlier one, such as a
     * rule's criteria, does not hold for it.
     *
     * @param newIds of the others
     * @throws IllegalArgumentException when {@link #firstTakenName} finds one, when api names repeat in any case, or
     *     when there are more than {@link NewField#MAX_PER_MODULE}
     */
    public CrmModule withAddedFields(List<NewField> wanted, Supplier<FieldId> newIds) {
        NewField.requireTogether(wanted);
        return withAddedFields(wanted.stream()
                .map(field -> field.added(findField(field.apiName())
                        .filter(earlier -> earlier.type() == field.type())
                        .map(CrmField::id)
                        .orElseGet(newIds)))
                .toList());
    }

    /** This module with these added fields in place of its own, as a store puts it together. */
    public CrmModule withAddedFields(List<CrmField> added) {
        return new CrmModule(
                id,
                apiName,
                moduleName,
                singularLabel,
                pluralLabel,
                generatedType,
                locking,
                Stream.concat(standardFields(), added.stream()).toList());
    }

    private Stream<CrmField> standardFields() {
        return fields.stream().filter(field -> !field.custom());
    }
}
