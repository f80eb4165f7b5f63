package dev.lockkeeper.domain.catalog;

/** What became of {@link Modules#replaceAddedFields}. */
public sealed interface ReplaceFieldsOutcome {

    /** The module has the fields, durably. */
    record Replaced(CrmModule module) implements ReplaceFieldsOutcome {}

    /** One of the fields has the name of a standard field of the module, be it in another case; nothing was changed. */
    record FieldNameTaken(String apiName) implements ReplaceFieldsOutcome {}

    /**
     * A field that would go, or get another type, is used by the module's configuration; nothing was changed.
     *
     * @param apiName the first such field, in the order of the module's fields
     */
    record FieldInUse(String apiName) implements ReplaceFieldsOutcome {}

    /** There is no module with this id to which fields could be added; nothing was changed. */
    record NoSuchModule() implements ReplaceFieldsOutcome {}
}
