package dev.lockkeeper.domain.catalog;

/** What became of {@link Modules#add}. */
public sealed interface AddModuleOutcome {

    /** The module is there, durably. */
    record Added(CrmModule module) implements AddModuleOutcome {}

    /** A module has this api name already, be it in another case; nothing was changed. */
    record NameTaken() implements AddModuleOutcome {}

    /** One of the fields has the name of a field that every custom module has; nothing was changed. */
    record FieldNameTaken(String apiName) implements AddModuleOutcome {}
}
