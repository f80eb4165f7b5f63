package dev.lockkeeper.domain.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The modules of the organisation: the {@linkplain Catalog#standard() standard ones} and what was added to them. Driven
 * port.
 *
 * <p>Every method is one atomic step, and a change that is answered has reached durable storage. Modules and fields are
 * given ids of their own, above those of the standard catalogue, which are never used again. Safe for any number of
 * threads and processes at once.
 *
 * <p>Every method throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away; for a change, the
 * exception says whether it may have happened.
 */
public interface Modules {

    /**
     * The modules and fields as they are now: every addition answered before the call, by whichever process, is in it.
     * Custom modules come last, in the order in which they were added.
     */
    Catalog catalog();

    /**
     * The module with this api name, in any case. A module never goes and never changes its name or id, so it may be
     * answered from memory; its fields may then be of an earlier moment. A module whose addition was answered before
     * the call is found.
     */
    Optional<CrmModule> find(String apiName);

    /** As {@link #find}, without asking the store; empty where that might know more. */
    Optional<CrmModule> recall(String apiName);

    /**
     * Adds a custom module. Of any number of simultaneous attempts on one name one succeeds. Refused in this order: the
     * module's name is taken, a field's name is.
     */
    AddModuleOutcome add(NewModule module);

    /**
     * Gives a module, standard or custom, these fields in place of those added before. One that has exactly the api
     * name and the type of an earlier one keeps its id. A field that the module's configuration uses, in the criteria
     * of a rule or as excluded from locking, can neither go nor get another type, as long as the configuration is
     * there. No fields can be added to a module that is not {@linkplain CrmModule#addressable() addressable}. Refused
     * in this order: no such module, a field's name is taken, a field is in use.
     *
     * @throws IllegalArgumentException when there are more than {@link NewField#MAX_PER_MODULE}, or api names repeat in
     *     any case
     */
    ReplaceFieldsOutcome replaceAddedFields(ModuleId module, List<NewField> fields);
}
